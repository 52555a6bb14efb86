import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { logger } from '#platform/logger.ts';
import { entities } from './entities/index.ts';

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
    driverOptions: { types: typeParsers(), keepAlive: true },
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: false,
    logger: (message) => logger.warn(message),
    debug: false,
    discovery: { warnWhenNoEntities: false },
  });
}

/** Runs SQL with `?` placeholders in the transaction of `em`. */
export async function sql<T>(em: EntityManager, query: string, params: readonly unknown[] = []): Promise<T[]> {
  return (await em.execute(query, params as unknown[], 'all')) as T[];
}

function typeParsers(): InstanceType<typeof pg.TypeOverrides> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  return types;
}
