import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop } from '#test/support/shop.ts';
import { beatHeart } from './heartbeats.ts';
import { readHealth } from './read-health.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe('health', () => {
  it('is degraded until every loop has said that it lives, and again when one falls silent', async () => {
    expect(await readHealth(database)).toMatchObject({ status: 'degraded', temporal: { ok: false } });
    for (const name of ['temporal', 'worker', 'pump', 'router', 'reconciler', 'clock', 'deliverer:1', 'bot'])
      await beatHeart(database, name, {});
    expect(await readHealth(database)).toMatchObject({
      status: 'ok',
      temporal: { ok: true },
      loops: { router: { ok: true } },
    });
    await database.owner.query(`update heartbeat set at = at - interval '1 minute' where name = 'router'`);
    expect(await readHealth(database)).toMatchObject({ status: 'degraded', loops: { router: { ok: false } } });
  });

  it('tells how much waits, and for how long', async () => {
    const shop = await aShop(database);
    await shop.orders(await shop.client(), 1, { now: new Date(Date.now() - 90_000) });
    const { lags } = await readHealth(database);
    expect(lags.processes.waiting).toBe(2);
    expect(lags.routing.waiting).toBe(1);
    expect(lags.routing.oldestSeconds).toBeGreaterThanOrEqual(89);
  });
});
