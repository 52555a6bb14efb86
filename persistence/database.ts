import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { logger } from '#platform/logger.ts';
import { entities } from './entities/index.ts';
import { LeanClient } from './lean-client.ts';

/** The two doors to Postgres: `app` sees one business at a time, `system` sees queues and look-ups only. */
export type Database = {
  app: MikroORM;
  system: MikroORM;
  bell: Doorbell;
  close(): Promise<void>;
};

/** Rings after a commit; whoever listens looks into its queue at once instead of at its next slow poll. */
export type Doorbell = {
  ring(topic: string): void;
  on(topic: string, listener: (topic: string) => void): () => void;
  close(): Promise<void>;
};

export async function openDatabase(options: {
  appUrl: string;
  systemUrl: string;
  pool: number;
  bell: Doorbell;
}): Promise<Database> {
  const app = await openOrm(options.appUrl, options.pool);
  const system = await openOrm(options.systemUrl, Math.max(2, Math.ceil(options.pool / 2)));
  return {
    app,
    system,
    bell: options.bell,
    async close() {
      await Promise.all([app.close(true), system.close(true), options.bell.close()]);
    },
  };
}

export async function openOrm(url: string, pool: number): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities,
    pool: { min: 0, max: pool },
    // Integers beyond 2^53 do not occur here (kopecks, Telegram ids), so that int8 may be a number.
    driverOptions: {
      types: typeParsers(),
      keepAlive: true,
      // A server that takes a connection and dies before it answers would be waited for without end.
      connectionTimeoutMillis: 30_000,
      Client: LeanClient,
      // A use case that waits for a row longer than this is told so, and tried again by whoever called.
      options: '-c lock_timeout=4s',
    },
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: false,
    logger: (message) => logger.warn(message),
    debug: false,
    discovery: { warnWhenNoEntities: false },
  });
}

/**
 * Runs SQL with `?` placeholders in the transaction of `em`. Values travel as parameters, never inside the text: a
 * statement that comes again is the same statement, which Postgres has already planned.
 */
export async function sql<T>(em: EntityManager, query: string, params: readonly unknown[] = []): Promise<T[]> {
  const runner: Runner = em.getTransactionContext() ?? em.getConnection('write').getClient();
  const { rows } = await runner.executeQuery(CompiledQuery.raw(numbered(query), params.map(bound)));
  return rows as T[];
}

type Runner = { executeQuery(query: CompiledQuery): Promise<{ rows: unknown[] }> };

const texts = new Map<string, string>();

/** `?` as `$1`, `$2`, … */
function numbered(query: string): string {
  const known = texts.get(query);
  if (known !== undefined) return known;
  let count = 0;
  const text = query.replaceAll('?', () => `$${(count += 1)}`);
  if (texts.size < 2_000) texts.set(query, text);
  return text;
}

/** An object is JSON; a list stays a list. */
function bound(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null;
  return !isObject || Array.isArray(value) || value instanceof Date || value instanceof Uint8Array
    ? value
    : JSON.stringify(value);
}

function typeParsers(): InstanceType<typeof pg.TypeOverrides> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  return types;
}
