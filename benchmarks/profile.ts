import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { until, type ProcessName } from '#test/chaos/product.ts';
import type { World } from './world.ts';

/**
 * With `TAKT_BENCH_PROFILE=DIR`, the CPU profile of a process while `work` goes on, as `DIR/NAME-….cpuprofile`; without
 * it just the work. The process is started anew before and after.
 */
export async function profileWhile<T>(world: World, name: ProcessName, work: () => Promise<T>): Promise<T> {
  const dir = process.env['TAKT_BENCH_PROFILE'];
  if (!dir) return work();
  const into = join(resolve(dir), name);
  mkdirSync(into, { recursive: true });
  world.product.env['NODE_OPTIONS'] = `--cpu-prof --cpu-prof-dir=${into}`;
  await restart(world, name);
  const result = await work();
  delete world.product.env['NODE_OPTIONS'];
  await restart(world, name);
  return result;
}

/** Ends a process as an orderly shutdown does, since a profile is written at the end, and starts it with the settings of now. */
export async function restart(world: World, name: ProcessName): Promise<void> {
  const pid = world.product.pid(name);
  if (pid !== undefined) process.kill(pid, 'SIGTERM');
  // Who ends unasked is started again by the product itself.
  await until(() => ![pid, undefined].includes(world.product.pid(name)), `${name} is started again`, 40_000);
  await until(() => isHealthy(world), 'the product is healthy again', 60_000);
}

const isHealthy = (world: World): Promise<boolean> =>
  fetch(`${world.product.urls.api}/api/health`, { signal: AbortSignal.timeout(3_000) }).then(
    async (answer) => (await answer.arrayBuffer(), answer.ok),
    () => false,
  );
