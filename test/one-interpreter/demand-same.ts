import { mkdirSync, writeFileSync } from 'node:fs';
import type { Engine } from './engine.ts';
import { liveThrough } from './production.ts';
import { randomCases, simulated, type Case } from './random-case.ts';
import { differenceOf, toldOf, type Told } from './same-trace.ts';

const ARTIFACTS = new URL('../../test-artifacts/one-interpreter/', import.meta.url);

export type Played = { cases: number; runs: number; lines: number; messages: number };

/** Lives a batch of random cases in production and in the simulator. @throws with the first differences, the seed and where the files lie. */
export async function demandSame(engine: Engine, batch: { seed: number; count: number }): Promise<Played> {
  const cases = randomCases(batch);
  const lived = await liveThrough(engine, cases);
  const differences = cases.flatMap((one, index) => {
    const produced = lived[index] as Told;
    const difference = differenceOf(toldOf(simulated(one)), produced);
    return difference ? [`${keep(`seed-${batch.seed}-case-${index}`, one, produced)}\n${difference}`] : [];
  });
  if (differences.length > 0)
    throw new Error(
      `${differences.length} of ${batch.count} stories went otherwise (TAKT_SEED=${batch.seed} makes them again):\n${differences.slice(0, 5).join('\n')}`,
    );
  const runs = lived.flatMap((told) => told.runs);
  const count = (of: 'lines' | 'messages') => runs.reduce((sum, run) => sum + run[of].length, 0);
  return { cases: cases.length, runs: runs.length, lines: count('lines'), messages: count('messages') };
}

/** Writes the files that `npm run simulate` takes, and what production did. Answers the command that plays it again. */
function keep(name: string, { document, child, story }: Case, produced: Told): string {
  const folder = new URL(`${name}/`, ARTIFACTS);
  mkdirSync(folder, { recursive: true });
  const files = {
    automation: document,
    ...(child ? { other: { ...child.document, id: child.id } } : {}),
    story,
    production: produced,
  };
  for (const [file, value] of Object.entries(files))
    writeFileSync(new URL(`${file}.json`, folder), `${JSON.stringify(value, null, 2)}\n`);
  const path = `test-artifacts/one-interpreter/${name}`;
  return `npm run simulate -- ${path}/automation.json ${path}/story.json   # beside ${path}/production.json`;
}
