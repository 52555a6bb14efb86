import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { advanceRunFromWorkflow } from '#use-cases/automations/advance-run.ts';
import { cancelRun } from '#use-cases/automations/cancel-run.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { anEngine, chain, say, wait } from '#test/support/engine.ts';
import { aShop, OWNER } from '#test/support/shop.ts';
import { outsideCalls } from './outside-calls.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Somebody stands at a call to a server that says 200; after it comes a message, then a wait. */
async function aCall() {
  const shop = await aShop(database);
  const engine = anEngine(database, shop);
  const client = await shop.client();
  const call = {
    id: 'call',
    type: 'call-http',
    config: { method: 'POST', url: 'https://partner.example/', body: '{}' },
  };
  const automationId = await engine.publishes(chain([call, say('hello'), wait('pause', 'P1D')]));
  await engine.starts(automationId, client);
  await engine.settles();
  const run = () => engine.run(automationId, client);
  const { id, call_request: asked } = await run();
  let asks = 0;
  const http = { call: async () => ((asks += 1), { status: 200, headers: {}, body: '{}', ms: 1 }) };
  const activities = outsideCalls({ withBusiness: database.withBusiness, http } as never);
  const input = { businessId: shop.businessId, subjectId: id, key: asked.key as string, retries: 0 };
  const constraint = `trouble_${automationId.replaceAll('-', '')}`;
  return {
    ...{ shop, client, run, runId: id as string },
    makes: () => new MockActivityEnvironment().run(activities.callOutside, input),
    asks: () => asks,
    breaks: () =>
      database.owner.query(
        `alter table message add constraint ${constraint} check (contact_id <> '${client}') not valid`,
      ),
    mends: () => database.owner.query(`alter table message drop constraint ${constraint}`),
  };
}

describe('a call to somebody else’s server', () => {
  it('takes its run on by the answer, and says where it stands', async () => {
    const { shop, client, run, makes } = await aCall();
    expect(await makes()).toMatchObject({ closed: false, outcome: null, nodeId: 'pause' });
    expect(await run()).toMatchObject({ state: 'waiting', node_id: 'pause' });
    expect((await shop.told(client)).filter((message) => message.class === 'service')).toHaveLength(1);
  });

  it('keeps its answer when the step after it breaks, and is not made again for that', async () => {
    const { shop, run, runId, makes, asks, breaks, mends } = await aCall();
    await breaks();
    expect(await makes()).toBe('answered');
    expect(await run()).toMatchObject({ state: 'calling' });
    const { rows } = await database.owner.query('select state, answer from outside_call where run_id = $1', [runId]);
    expect(rows).toMatchObject([{ state: 'answered', answer: { ok: true, status: 200 } }]);
    await mends();
    expect(await makes()).toBe('gone');
    await shop.within((tx) => advanceRunFromWorkflow(tx, runId));
    expect(await run()).toMatchObject({ state: 'waiting', node_id: 'pause' });
    expect(asks()).toBe(1);
  });

  it('is not made for somebody who has gone on', async () => {
    const { shop, runId, makes, asks } = await aCall();
    await shop.within((tx) => cancelRun(tx, { runId }), { actor: OWNER });
    expect(await makes()).toBe('gone');
    expect(asks()).toBe(0);
  });
});
