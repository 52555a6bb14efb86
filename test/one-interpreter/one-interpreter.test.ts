import { describe, expect, it } from '@jest/globals';
import { timeSkippingServer } from '#test/support/workflows.ts';
import { demandSame, type Played } from './demand-same.ts';
import { anEngine } from './engine.ts';

/** Random automations and stories; README.md tells what is random, what is compared and what is left out. */
const STORIES = Number(process.env['TAKT_STORIES'] ?? 300);
const SEED = Number(process.env['TAKT_SEED'] ?? 20_300_328);
/** Stories that are lived beside one another on one server: they share the moments at which time stops. */
const BATCH = 100;

const batches = Array.from({ length: Math.ceil(STORIES / BATCH) }, (_, index) => ({
  // Each batch has its own server, since time never goes back.
  seed: SEED + index * 1_000,
  count: Math.min(BATCH, STORIES - index * BATCH),
}));

describe('what the simulator shows is what clients live through', () => {
  it.each(batches)(
    '$count random stories of seed $seed go the same way, message for message and second for second',
    async (batch) => {
      const environment = await timeSkippingServer();
      const engine = await anEngine(environment);
      try {
        const played: Played = await demandSame(engine, batch);
        expect(played.cases).toBe(batch.count);
        expect(played.runs).toBeGreaterThan(batch.count / 2);
      } finally {
        await engine.close();
        await environment.teardown();
      }
    },
    600_000,
  );
});
