import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anEngine, chain, say, wait } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER } from '#test/support/shop.ts';
import { changeAutomationState } from '../change-state.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const T0 = new Date('2027-03-01T09:00:00Z');
const days = (count: number): Date => new Date(T0.getTime() + count * 86_400_000);

/** Enters on day 0, waits two days, writes. Paused from day 1 to day 11. */
async function paused(policy: 'send_late' | 'skip' | 'retime' | 'exit') {
  const shop = await aShop(database);
  const engine = anEngine(database, shop);
  const document = chain([wait('w', 'P2D'), say('one'), wait('w2', 'P30D'), say('two')]);
  const id = await engine.publishes(document, { now: T0 });
  const anna = await shop.client();
  await engine.starts(id, anna, T0);
  await engine.settles(T0);
  const change = (to: 'pause' | 'resume', now: Date) =>
    shop.within((tx) => changeAutomationState(tx, { automationId: id, change: to, policy }), { actor: OWNER, now });
  await change('pause', days(1));
  await engine.comesTo(days(2));
  expect(await engine.said(anna)).toEqual([]);
  expect(await engine.run(id, anna)).toMatchObject({ state: 'waiting' });
  await change('resume', days(11));
  await engine.comesTo(days(11));
  return { shop, engine, id, anna };
}

describe('people inside of a paused automation stay where they are; after it', () => {
  it('what was missed is sent late', async () => {
    const { engine, anna } = await paused('send_late');
    expect(await engine.said(anna)).toEqual(['queued one']);
  });

  it('what was missed is skipped, and the chain goes on', async () => {
    const { engine, id, anna } = await paused('skip');
    expect(await engine.said(anna)).toEqual([]);
    const run = await engine.run(id, anna);
    expect(run).toMatchObject({ state: 'waiting', node_id: 'w2' });
    expect((await engine.log(run.id)).find((line) => line.node_id === 'one')?.facts).toMatchObject({
      notSent: 'paused',
    });
    await engine.comesTo(days(41));
    expect(await engine.said(anna)).toEqual(['queued two']);
  });

  it('waits are moved by its length', async () => {
    const { shop, engine, id, anna } = await paused('retime');
    expect(await engine.said(anna)).toEqual([]);
    // Woken by the resumption, as its workflow would be.
    const { advanceRun } = await import('../advance-run.ts');
    const run = await engine.run(id, anna);
    await shop.within((tx) => advanceRun(tx, { runId: run.id, byWorkflow: false }), { now: days(11) });
    expect((await engine.run(id, anna)).deadline_at).toEqual(days(12));
    await engine.comesTo(days(12));
    expect(await engine.said(anna)).toEqual(['queued one']);
  });

  it('those whose time has passed are taken out', async () => {
    const { engine, id, anna } = await paused('exit');
    expect(await engine.run(id, anna)).toMatchObject({ outcome: 'left', outcome_reason: 'paused_too_long' });
    expect(await engine.said(anna)).toEqual([]);
  });
});

describe('a message that comes too late', () => {
  it('is not sent, and the record says so', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const id = await engine.publishes(chain([wait('w', 'P1D'), say('late')], { settings: { lateAfter: 'PT2H' } }), {
      now: T0,
    });
    const anna = await shop.client();
    await engine.starts(id, anna, T0);
    await engine.settles(T0);
    // The machine slept for a day.
    await engine.comesTo(days(2));
    const run = await engine.run(id, anna);
    expect(run).toMatchObject({ outcome: 'finished' });
    expect((await engine.log(run.id)).find((line) => line.node_id === 'late')?.facts).toMatchObject({
      notSent: 'late',
    });
    expect(await engine.said(anna)).toEqual([]);
  });
});
