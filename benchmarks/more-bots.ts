import pg from 'pg';
import { newId } from '#platform/ids.ts';
import { seal } from '#platform/secrets.ts';
import { demoBusinessId } from '#use-cases/demo/demo-shop.ts';
import { restart } from './profile.ts';
import type { BenchBot, World } from './world.ts';

/** More bots in the demo shop; the worker is started anew, so that it serves them at once. */
export async function addBots(world: World, more: number): Promise<BenchBot[]> {
  if (more <= 0) return [];
  const bots = Array.from({ length: more }, (_, at) => ({
    id: newId(),
    token: `71${at + 10}:a-bot-of-the-benchmarks`,
  }));
  const client = new pg.Client({ connectionString: world.product.env['DATABASE_URL'] });
  await client.connect();
  for (const { id, token } of bots) {
    const telegramId = Number(token.split(':')[0]);
    await client.query(
      `insert into bot (id, business_id, telegram_id, username, name, token_sealed, webhook_secret, delivery, created_at)
       values ($1, $2, $3, $4, 'Bench', $5, $6, 'polling', now())`,
      [id, demoBusinessId, telegramId, `bench_${telegramId}_bot`, seal(token), newId()],
    );
  }
  await client.end();
  await restart(world, 'workers');
  return bots;
}
