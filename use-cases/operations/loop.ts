import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#persistence/database.ts';
import { logger } from '#platform/logger.ts';
import { beatHeart } from './heartbeats.ts';

/** A heart is looked at every half minute; beating at every turn would cost as much as the turn. */
const BEAT_EVERY_MS = 2_000;

export type Loop = { stop(): Promise<void> };

/**
 * Runs `turn` whenever the doorbell rings and at least every `slowPollMs`. A turn answers how many things it did: more
 * than none, and it runs again at once. What breaks is said and tried again; the loop itself never ends.
 */
export function startLoop(
  database: Database,
  options: { name: string; bell: string | null; slowPollMs: number; turn: () => Promise<number> },
): Loop {
  const stopping = new AbortController();
  let wake: () => void = () => undefined;
  let rung = false;
  const off =
    options.bell === null
      ? () => undefined
      : database.bell.on(options.bell, () => {
          rung = true;
          wake();
        });

  const done = (async () => {
    let pauseMs = 200;
    let beatAt = -Infinity;
    while (!stopping.signal.aborted) {
      rung = false;
      try {
        const count = await options.turn();
        if (performance.now() - beatAt >= BEAT_EVERY_MS) {
          await beatHeart(database, options.name, {});
          beatAt = performance.now();
        }
        pauseMs = 200;
        if (count > 0 || rung) continue;
        await new Promise<void>((resume) => {
          wake = resume;
          setTimeout(resume, options.slowPollMs).unref();
          stopping.signal.addEventListener('abort', () => resume(), { once: true });
        });
      } catch (error) {
        logger.warn({ loop: options.name, error: String(error) }, 'a turn broke; it is tried again');
        await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
        pauseMs = Math.min(5_000, pauseMs * 2);
      }
    }
  })();

  return {
    async stop() {
      stopping.abort();
      off();
      wake();
      await done;
    },
  };
}
