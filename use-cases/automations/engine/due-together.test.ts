import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anEngine, chain, say, wait } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER } from '#test/support/shop.ts';
import type { BusinessDoor } from '#persistence/with-business.ts';
import { changeAutomationState } from '../change-state.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { moveOthersDue } from '../due-runs.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** More than go at once. */
const CLIENTS = 70;
const T0 = new Date('2027-03-01T09:00:00Z');
const afterHours = (hours: number): Date => new Date(T0.getTime() + hours * 3_600_000);
/** A look at a moment of the test's choice, when the last look is long enough ago. */
async function looks(businessId: string, now: Date): Promise<void> {
  await pause(200);
  await moveOthersDue(doorAt(now), businessId);
}
/** The door at such a moment. */
const doorAt =
  (now: Date): BusinessDoor =>
  (id, actor, work, options) =>
    database.withBusiness(id, actor, work, { now, ...options });

async function manyWait() {
  const shop = await aShop(database);
  const engine = anEngine(database, shop);
  const automationId = await engine.publishes(chain([wait('w', 'PT1H'), say('hello'), wait('v', 'PT2H'), say('bye')]), {
    now: T0,
  });
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => shop.client()));
  for (const client of clients) await engine.starts(automationId, client, T0);
  await engine.settles(T0);
  const count = async (what: string): Promise<number> => {
    const { rows } = await database.owner.query(`select count(*)::int as n from ${what}`, [automationId]);
    return rows[0].n;
  };
  return {
    ...{ shop, engine, automationId, clients },
    said: () => count('message m join run r on r.id = m.run_id where r.automation_id = $1'),
    waitUntil: async () => {
      const { rows } = await database.owner.query(
        'select distinct deadline_at from run where automation_id = $1 order by 1',
        [automationId],
      );
      return rows.map(({ deadline_at: at }) => at);
    },
    unseen: () =>
      count('process p join run r on r.id = p.subject_id where r.automation_id = $1 and p.wake_no > p.seen_no'),
  };
}

describe('who waits for one moment', () => {
  it('is moved together with the first of them, once, and no workflow is woken for it', async () => {
    const of = await manyWait();
    const at = afterHours(1);
    await Promise.all([1, 2, 3].map(() => looks(of.shop.businessId, at)));
    expect(await of.said()).toBe(CLIENTS);
    expect(await of.waitUntil()).toEqual([afterHours(3)]);
    expect(await of.unseen()).toBe(0);
    await looks(of.shop.businessId, at);
    expect(await of.said()).toBe(CLIENTS);
  });

  it('stays where it is before its moment, and while its automation is paused', async () => {
    const of = await manyWait();
    await looks(of.shop.businessId, new Date(afterHours(1).getTime() - 1));
    expect(await of.said()).toBe(0);
    await of.shop.within((tx) => changeAutomationState(tx, { automationId: of.automationId, change: 'pause' }), {
      actor: OWNER,
      now: T0,
    });
    await looks(of.shop.businessId, afterHours(1));
    expect(await of.said()).toBe(0);
  });

  it('is moved also when one among them breaks, which stays where it was', async () => {
    const of = await manyWait();
    await database.owner.query(
      `alter table message add constraint poison check (contact_id <> '${of.clients[7]}') not valid`,
    );
    await looks(of.shop.businessId, afterHours(1));
    expect(await of.said()).toBe(CLIENTS - 1);
    expect(await of.waitUntil()).toEqual([afterHours(1), afterHours(3)]);
  });
});
