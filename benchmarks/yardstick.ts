import { createHash } from 'node:crypto';
import pg from 'pg';

/** How fast this machine is right now: machines are noisy, and figures are read against this. */
export type Yardstick = { hashesPerSecond: number; selectsPerSecond: number };

export async function measureMachine(databaseUrl: string): Promise<Yardstick> {
  const from = performance.now();
  let hashes = 0;
  let text = 'takt';
  while (performance.now() - from < 500) {
    for (let i = 0; i < 1_000; i += 1) text = createHash('sha256').update(text).digest('hex');
    hashes += 1_000;
  }
  const hashesPerSecond = Math.round(hashes / ((performance.now() - from) / 1_000));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const begun = performance.now();
  let selects = 0;
  while (performance.now() - begun < 500) {
    await client.query('select 1');
    selects += 1;
  }
  const selectsPerSecond = Math.round(selects / ((performance.now() - begun) / 1_000));
  await client.end();
  return { hashesPerSecond, selectsPerSecond };
}
