import { readFileSync, readdirSync } from 'node:fs';
import { tenths } from './load.ts';
import type { World } from './world.ts';

/** Milliseconds of processor by process: `load` is the benchmark itself, `postgres` its main process with all backends. */
export type Cpu = Record<'load' | 'api' | 'workers' | 'postgres', number>;

/** The processor time that each process has used so far. */
export function cpuSoFar(world: World): Cpu {
  const processes = readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? (statOf(Number(pid)) ?? []) : []));
  const used = (pid: number | undefined): number => processes.find((one) => one.pid === pid)?.ownMs ?? 0;
  const dir = process.env['TAKT_DATA_DIR'] ?? '\u0001';
  const main = processes.find(({ pid }) => {
    const command = read(`/proc/${pid}/cmdline`);
    return command.includes(dir) && command.split('\u0000').includes('-D');
  });
  const backends = processes.filter((one) => one.parent === main?.pid).reduce((sum, one) => sum + one.ownMs, 0);
  return {
    load: used(process.pid),
    api: used(world.product.pid('api')),
    workers: used(world.product.pid('workers')),
    postgres: main ? main.ownMs + main.endedChildrenMs + backends : 0,
  };
}

/** Between two looks, for each of so many runs. */
export const cpuPerRun = (before: Cpu, after: Cpu, runs: number): Cpu => ({
  load: tenths((after.load - before.load) / runs),
  api: tenths((after.api - before.api) / runs),
  workers: tenths((after.workers - before.workers) / runs),
  postgres: tenths((after.postgres - before.postgres) / runs),
});

const MS_PER_TICK = 10;

function statOf(pid: number): { pid: number; parent: number; ownMs: number; endedChildrenMs: number } | undefined {
  // The name in brackets may have spaces; what follows it has none.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ');
  if (!fields || fields.length < 15) return undefined;
  const ms = (at: number): number => Number(fields[at]) * MS_PER_TICK;
  return { pid, parent: Number(fields[1]), ownMs: ms(11) + ms(12), endedChildrenMs: ms(13) + ms(14) };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
