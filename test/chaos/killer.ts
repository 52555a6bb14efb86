import { rmSync } from 'node:fs';
import type { Services } from '../../scripts/launcher/services.js';
import { pause, type Product } from './product.ts';
import type { Random } from './random.ts';

const targets = ['workers', 'bot', 'api', 'temporal', 'postgres'] as const;
type Target = (typeof targets)[number];
export type Kill = { target: Target | 'temporal and its database'; afterSeconds: number; downSeconds: number };

/**
 * Kills (SIGKILL) at seeded random moments and starts again after a short pause: every kind of server in turn, in a
 * shuffled order, and once Temporal with its database file deleted. The emulators are the outside world: they stay.
 */
export async function killAtRandom(
  product: Product,
  services: Services,
  random: Random,
  options: { kills: number; begin: () => Promise<void>; onKill: (kill: Kill) => void },
): Promise<Kill[]> {
  const order: Target[] = [];
  while (order.length < options.kills) order.push(...random.shuffle(targets));
  order.length = options.kills;
  // A lost database must be among the kills, however few they are.
  const lost = Math.floor(options.kills / 2);
  if (options.kills > 0) order[lost] = 'temporal';
  await options.begin();
  const from = performance.now();
  const kills: Kill[] = [];
  for (const [index, target] of order.entries()) {
    await pause(random.between(1_000, 6_000));
    const downSeconds = random.between(0.2, 3);
    const deletes = index === lost;
    const kill: Kill = {
      target: deletes ? 'temporal and its database' : target,
      afterSeconds: round((performance.now() - from) / 1_000),
      downSeconds: round(downSeconds),
    };
    options.onKill(kill);
    await fell(product, services, target, downSeconds, deletes);
    kills.push(kill);
  }
  return kills;
}

async function fell(
  product: Product,
  services: Services,
  target: Target,
  downSeconds: number,
  deletes: boolean,
): Promise<void> {
  switch (target) {
    case 'workers':
    case 'bot':
    case 'api':
      await product.kill(target);
      await pause(downSeconds * 1_000);
      return product.start(target);
    case 'temporal':
      await services.temporal?.kill();
      if (deletes && services.temporal)
        for (const part of ['', '-wal', '-shm']) rmSync(`${services.temporal.file}${part}`, { force: true });
      await pause(downSeconds * 1_000);
      return services.temporal?.start();
    case 'postgres':
      await services.postgres.kill();
      await pause(downSeconds * 1_000);
      return startAgain(services);
  }
}

/** Its killed children may hold the shared memory for a moment, and a start is then refused. */
async function startAgain(services: Services): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await services.postgres.start();
    } catch (error) {
      if (tries === 10) throw error;
      await services.postgres.kill();
      await pause(500);
    }
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;
