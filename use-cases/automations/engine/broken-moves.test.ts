import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { processSteps } from '#activities/process-steps.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { anEngine, chain, say, wait } from '#test/support/engine.ts';
import { aShop, OWNER } from '#test/support/shop.ts';
import type { BusinessDoor } from '#persistence/with-business.ts';
import { listNotifications } from '#use-cases/day/notifications.ts';
import { retryRun } from '../retry-run.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const T0 = new Date('2027-03-01T09:00:00Z');
const seconds = (after: number): Date => new Date(T0.getTime() + 60_000 + after * 1_000);

/** Somebody waits for a minute; then comes a message that the database refuses for as long as the trouble lasts. */
async function aTrouble() {
  const shop = await aShop(database);
  const engine = anEngine(database, shop);
  const client = await shop.client();
  const automationId = await engine.publishes(chain([wait('w', 'PT1M'), say('hello'), wait('v', 'PT1M'), say('bye')]), {
    now: T0,
  });
  await engine.starts(automationId, client, T0);
  await engine.settles(T0);
  const constraint = `trouble_${automationId.replaceAll('-', '')}`;
  const run = () => engine.run(automationId, client);
  return {
    ...{ shop, engine, client, automationId, run },
    begins: () =>
      database.owner.query(
        `alter table message add constraint ${constraint} check (contact_id <> '${client}') not valid`,
      ),
    ends: () => database.owner.query(`alter table message drop constraint ${constraint}`),
    /** A turn of its workflow. */
    turn: async (now: Date): Promise<'went' | 'broke'> => {
      const door: BusinessDoor = (id, actor, work, options) =>
        database.withBusiness(id, actor, work, { now, ...options });
      const { id } = await run();
      const steps = processSteps({ withBusiness: door } as never);
      return steps.advanceRun({ businessId: shop.businessId, subjectId: id } as never).then(
        () => 'went',
        () => 'broke',
      );
    },
    notices: () => shop.within((tx) => listNotifications(tx), { actor: OWNER }),
  };
}

describe('a step that breaks when its time has come', () => {
  it('ends the run as failed after a minute of tries, with an alarm that leads to it', async () => {
    const of = await aTrouble();
    await of.begins();
    for (const at of [0, 10, 20, 30, 40, 50]) expect(await of.turn(seconds(at))).toBe('broke');
    expect(await of.run()).toMatchObject({ state: 'waiting' });
    expect(await of.turn(seconds(61))).toBe('broke');
    const { id, ...failed } = await of.run();
    expect(failed).toMatchObject({ state: 'ended', outcome: 'failed' });
    expect((await of.notices()).items).toMatchObject([{ kind: 'run_failed', link: `/runs/${id}` }]);
    expect(await of.turn(seconds(62))).toBe('went');
    await of.ends();
  });

  it('is only tried again while a trouble is short, and once it goes on the tries are forgotten', async () => {
    const of = await aTrouble();
    await of.begins();
    for (const at of [0, 1, 2, 3, 4, 5, 6, 30]) expect(await of.turn(seconds(at))).toBe('broke');
    await of.ends();
    expect(await of.turn(seconds(40))).toBe('went');
    await of.begins();
    for (const at of [100, 101, 102, 103, 104, 105]) expect(await of.turn(seconds(at))).toBe('broke');
    expect(await of.run()).toMatchObject({ state: 'waiting' });
    await of.ends();
    expect(await of.turn(seconds(106))).toBe('went');
    expect(await of.run()).toMatchObject({ state: 'ended', outcome: 'finished' });
  });

  it('is told of again when it breaks again after a retry', async () => {
    const of = await aTrouble();
    await of.begins();
    for (const at of [0, 10, 20, 30, 61]) await of.turn(seconds(at));
    const { id } = await of.run();
    await of.shop.within((tx) => retryRun(tx, { runId: id, version: 'same' }), { actor: OWNER, now: seconds(100) });
    for (const at of [100, 110, 120, 130, 161]) await of.turn(seconds(at));
    expect(await of.run()).toMatchObject({ state: 'ended', outcome: 'failed' });
    const { rows } = await database.owner.query(`select 1 from alarm where facts ->> 'runId' = $1`, [id]);
    expect(rows).toHaveLength(2);
    await of.ends();
  });

  it('goes on from there when somebody retries it after the trouble, with as many tries as before', async () => {
    const of = await aTrouble();
    await of.begins();
    for (const at of [0, 10, 20, 30, 61]) await of.turn(seconds(at));
    const { id } = await of.run();
    await of.shop.within((tx) => retryRun(tx, { runId: id, version: 'same' }), { actor: OWNER, now: seconds(100) });
    expect(await of.turn(seconds(100))).toBe('broke');
    expect(await of.run()).toMatchObject({ state: 'waiting' });
    await of.ends();
    expect(await of.turn(seconds(110))).toBe('went');
    expect(await of.run()).toMatchObject({ state: 'waiting', position: { nodeId: 'v' } });
  });
});

describe('a step that cannot be carried out, whenever it is tried', () => {
  it('ends the run right there, with an alarm, and what was done before it stays', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const client = await shop.client();
    const automationId = await engine.publishes(chain([wait('w', 'PT1M'), say('hello'), say('bye')]), { now: T0 });
    // Published versions cannot change through the product; a broken one is what a bad upgrade would leave.
    await database.owner.query(
      `update automation_version set document = jsonb_set(document, '{nodes,2,config,text}', '{"ru": "{{ x | nofilter }}", "en": "{{ x | nofilter }}"}') where automation_id = $1`,
      [automationId],
    );
    await engine.starts(automationId, client, T0);
    await engine.settles(T0);
    await engine.comesTo(seconds(0));
    const { id, ...run } = await engine.run(automationId, client);
    expect(run).toMatchObject({
      state: 'ended',
      outcome: 'failed',
      outcome_reason: expect.stringContaining('undefined filter: nofilter'),
      node_id: 'bye',
    });
    expect((await shop.told(client)).map(({ body }) => body)).toEqual(['hello']);
    const { items } = await shop.within((tx) => listNotifications(tx), { actor: OWNER });
    expect(items).toMatchObject([{ kind: 'run_failed', link: `/runs/${id}` }]);
  });
});
