import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anEngine, chain, say, wait } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER } from '#test/support/shop.ts';
import { movePickup } from '#use-cases/orders/move-pickup.ts';
import { stopContact } from '#use-cases/contacts/stop-contact.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const at = (text: string): Date => new Date(text);
const T0 = at('2027-03-01T09:00:00Z');

const dayBefore = {
  id: 'day-before',
  type: 'wait-until',
  config: {
    until: { kind: 'date', reference: 'order.pickupAt', offset: '-PT24H' },
    ifPast: 'end',
    grace: 'PT1H',
  },
};
const onPaid = { trigger: { type: 'event', config: { event: 'order.paid' } } };

async function pickupOrder() {
  const shop = await aShop(database);
  const engine = anEngine(database, shop);
  const automationId = await engine.publishes(chain([dayBefore, say('remind')], onPaid), { now: T0 });
  const anna = await shop.client();
  const slot = { date: '2027-03-10', fromHour: 12, toHour: 14 };
  await shop.putsIntoCart(anna);
  const { orderId } = await shop.confirms(anna, { now: T0, delivery: { kind: 'pickup', slot } });
  const { rows } = await database.owner.query(
    'select a.id from payment_attempt a join payment p on p.id = a.payment_id where p.order_id = $1',
    [orderId],
  );
  await shop.providerSays(rows[0].id, 'succeeded', { now: T0, amountMinor: 50_000 });
  await engine.settles(T0);
  const moves = (date: string, now: Date) =>
    shop.within((tx) => movePickup(tx, { orderId, slot: { date, fromHour: 12, toHour: 14 } }), { actor: OWNER, now });
  return { shop, engine, automationId, anna, orderId, moves, run: () => engine.run(automationId, anna) };
}

describe('a wait for a living date', () => {
  it('moves later and earlier with the date, at once', async () => {
    const { engine, moves, run } = await pickupOrder();
    expect((await run()).deadline_at).toEqual(at('2027-03-09T09:00:00Z'));
    await moves('2027-03-20', at('2027-03-02T09:00:00Z'));
    await engine.settles(at('2027-03-02T09:00:00Z'));
    expect((await run()).deadline_at).toEqual(at('2027-03-19T09:00:00Z'));
    await moves('2027-03-05', at('2027-03-02T10:00:00Z'));
    await engine.settles(at('2027-03-02T10:00:00Z'));
    expect((await run()).deadline_at).toEqual(at('2027-03-04T09:00:00Z'));
  });

  it('reads the date again before it acts: a timer set for the old one sends nothing', async () => {
    const { shop, engine, moves, anna } = await pickupOrder();
    await moves('2027-03-20', at('2027-03-08T09:00:00Z'));
    // The router has not told the run yet, and its old timer fires.
    await engine.comesTo(at('2027-03-09T09:00:00Z'));
    expect((await shop.told(anna)).filter((message) => message.key.startsWith('run:'))).toEqual([]);
    await engine.comesTo(at('2027-03-19T09:00:00Z'));
    expect((await shop.told(anna)).filter((message) => message.key.startsWith('run:'))).toHaveLength(1);
  });

  it('that moves into the past beyond its grace sends nothing and says so', async () => {
    const { shop, engine, moves, anna, run } = await pickupOrder();
    await moves('2027-03-03', at('2027-03-02T20:00:00Z'));
    await engine.settles(at('2027-03-02T20:00:00Z'));
    expect(await run()).toMatchObject({ state: 'ended', outcome_reason: 'date_passed' });
    expect((await shop.told(anna)).filter((message) => message.key.startsWith('run:'))).toEqual([]);
  });
});

describe('who leaves', () => {
  const exits = {
    settings: { exitOn: [{ event: 'contact.tagged', filter: { field: 'tag', is: 'equal', value: 'out' } }] },
  };

  it('leaves in the middle of a wait, and what was queued for them is taken back', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const id = await engine.publishes(chain([say('hello'), wait('long', 'P30D'), say('late')], exits));
    const anna = await shop.client();
    await engine.starts(id, anna);
    await engine.settles();
    await engine.happens(anna, 'contact.tagged', { tag: 'other' });
    await engine.settles();
    expect(await engine.run(id, anna)).toMatchObject({ state: 'waiting' });
    await engine.happens(anna, 'contact.tagged', { tag: 'out' });
    await engine.settles();
    expect(await engine.run(id, anna)).toMatchObject({
      state: 'ended',
      outcome: 'left',
      outcome_reason: 'contact.tagged',
    });
    expect(await engine.said(anna)).toEqual(['withdrawn hello']);
  });

  it('by /stop leaves every chain that writes to them, and no other', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const writes = await engine.publishes(chain([wait('long', 'P30D'), say('late')]));
    const marks = await engine.publishes(chain([wait('long', 'P30D'), { id: 't', type: 'tag', config: { tag: 'x' } }]));
    const anna = await shop.client();
    await engine.starts(writes, anna);
    await engine.starts(marks, anna);
    await engine.settles();
    await shop.within((tx) => stopContact(tx, { contactId: anna }));
    await engine.settles();
    expect(await engine.run(writes, anna)).toMatchObject({ outcome: 'left', outcome_reason: 'contact.stopped' });
    expect(await engine.run(marks, anna)).toMatchObject({ state: 'waiting' });
  });

  it('by the goal is counted as finished', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const id = await engine.publishes(
      chain([wait('long', 'P30D'), say('late')], { settings: { goal: { event: 'contact.tagged' } } }),
    );
    const anna = await shop.client();
    await engine.starts(id, anna);
    await engine.settles();
    await engine.happens(anna, 'contact.tagged', { tag: 'bought' });
    await engine.settles();
    expect(await engine.run(id, anna)).toMatchObject({ outcome: 'finished', outcome_reason: 'goal' });
  });
});
