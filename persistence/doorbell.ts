import pg from 'pg';
import { logger } from '#platform/logger.ts';
import type { Doorbell } from './database.ts';

const CHANNEL = 'takt';

/**
 * A doorbell over one dedicated connection, opened again when it breaks. Rings of one topic within
 * `debounceMs` become one, and NOTIFY runs outside every transaction, because inside it serialises commits.
 */
export async function openDoorbell(url: string, debounceMs = 2): Promise<Doorbell> {
  const listeners = new Map<string, Set<(topic: string) => void>>();
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'takt doorbell' });
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    next.on('notification', (note) => {
      for (const topic of (note.payload ?? '').split(' ')) hear(topic);
    });
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      next.end().catch(() => undefined);
      throw error;
    }
    client = next;
    // Whatever rang while nobody listened: everyone looks once.
    for (const topic of listeners.keys()) hear(topic);
  }

  /** One connection at a time: each that fails also says that it ended, and must not be counted twice. */
  function lost(which: pg.Client): void {
    if (client !== which) return;
    client = undefined;
    void connectAgain();
  }

  async function connectAgain(): Promise<void> {
    while (!closed && client === undefined) {
      await new Promise((done) => setTimeout(done, 500).unref());
      if (!closed) await connect().catch(() => undefined);
    }
    if (closed) await client?.end().catch(() => undefined);
  }

  function hear(topic: string): void {
    for (const name of [topic, `${topic.split(':')[0]}:*`]) {
      for (const listener of listeners.get(name) ?? []) listener(topic);
    }
  }

  function flush(): void {
    timer = undefined;
    const payload = [...waiting].join(' ').slice(0, 7_900);
    waiting.clear();
    client?.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch((error: unknown) => {
      logger.warn({ error: String(error) }, 'the doorbell did not ring; the slow poll will see to it');
    });
  }

  await connect();
  return {
    ring(topic) {
      waiting.add(topic);
      timer ??= setTimeout(flush, debounceMs);
    },
    on(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => set.delete(listener);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

/** A doorbell inside one process, for tests that have one. */
export function localDoorbell(): Doorbell {
  const listeners = new Map<string, Set<(topic: string) => void>>();
  return {
    ring(topic) {
      for (const name of [topic, `${topic.split(':')[0]}:*`]) {
        for (const listener of listeners.get(name) ?? []) setImmediate(() => listener(topic));
      }
    },
    on(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => set.delete(listener);
    },
    async close() {},
  };
}
