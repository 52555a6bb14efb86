import { describe, expect, it } from '@jest/globals';
import { anEngine } from './engine.ts';
import { liveForReal } from './production.ts';
import { casesInSeconds } from './in-seconds.ts';
import { simulated } from './random-case.ts';
import { differenceOf, toldOf, type Told } from './same-trace.ts';
import { realServerOfItsOwn } from './real-server.ts';

const SEED = Number(process.env['TAKT_SEED'] ?? 20_300_328);
const STORIES = 12;
/** To publish all of them before the first event. */
const AHEAD_MS = 6_000;

describe('on a real server, where a second takes a second', () => {
  it('clients live through what the simulator shows', async () => {
    const environment = await realServerOfItsOwn();
    const engine = await anEngine(environment, 'real');
    try {
      // The later the cases are made the nearer they begin; making them takes a while.
      casesInSeconds({ seed: SEED, count: 1, start: new Date() });
      const start = new Date(Date.now() + AHEAD_MS);
      const cases = casesInSeconds({ seed: SEED, count: STORIES, start });
      const lived = await liveForReal(engine, cases);
      const differences = cases.flatMap((one, index) => {
        const difference = differenceOf(timeless(toldOf(simulated(one))), timeless(lived[index] as Told));
        return difference ? [`story ${index + 1} of TAKT_SEED=${SEED}: ${difference}`] : [];
      });
      expect(differences).toEqual([]);
      expect(lived.flatMap((told) => told.runs).length).toBeGreaterThanOrEqual(STORIES);
    } finally {
      await engine.close();
      await environment.teardown();
    }
  }, 120_000);
});

/** Without moments: a real machine is late by some milliseconds. */
function timeless({ runs, refusals }: Told): Told {
  const plain = (line: string): string =>
    line
      .replace(/^\S+ /, '')
      .replace(/until="[^"]*"/, 'until')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment');
  return {
    refusals,
    runs: runs.map((run) => ({ ...run, lines: run.lines.map(plain), messages: run.messages.map(plain) })),
  };
}
