import { readFileSync, readdirSync } from 'node:fs';
import { pause } from '#test/chaos/product.ts';
import { answerTime } from './answer-time.ts';
import type { Benchmark } from './figure.ts';
import type { World } from './world.ts';

const names = ['api', 'workers', 'bot', 'emulators'] as const;

/** Resident memory of each process at rest and at its highest under the load of P8. */
export const memory: Benchmark = async (world) => {
  const atRest = await look(world);
  const highest: Record<string, number> = { ...atRest };
  let loading = true;
  const watching = (async () => {
    while (loading) {
      for (const [name, mb] of Object.entries(await look(world))) highest[name] = Math.max(highest[name] ?? 0, mb);
      await pause(1_000);
    }
  })();
  await answerTime(world);
  loading = false;
  await watching;
  return {
    name: 'memory',
    goal: 'none is set: it is shown',
    holds: true,
    setting: 'resident memory (RSS) in MB; load: 50 updates/s for 26 s; Postgres: its main process',
    figures: { atRestMb: atRest, underLoadMb: highest },
  };
};

async function look(world: World): Promise<Record<string, number>> {
  const result: Record<string, number> = {};
  for (const name of names) result[name] = rss(world.product.pid(name));
  for (const pid of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const command = read(`/proc/${pid}/cmdline`);
    if (!command.includes(process.env['TAKT_DATA_DIR'] ?? '\u0001')) continue;
    if (command.includes('start-dev')) result['temporal'] = rss(Number(pid));
    if (command.includes('-D')) result['postgres (main process)'] = rss(Number(pid));
  }
  return result;
}

function rss(pid: number | undefined): number {
  const kb = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid ?? 0}/status`))?.[1];
  return Math.round(Number(kb ?? 0) / 1024);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
