import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import type { Actor } from '#persistence/with-business.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, MANAGER, MASTER, OWNER, type Shop } from '#test/support/shop.ts';
import { receiveText } from '#use-cases/messages/receive-text.ts';
import { raiseAlarm } from '#use-cases/operations/raise-alarm.ts';
import { listNotifications, markNotificationsRead } from './notifications.ts';
import { readDashboard } from './read-dashboard.ts';
import { searchAll } from './search-all.ts';

/** 00:30 in Moscow, where the shop is; still the day before in UTC. */
const NIGHT = new Date('2026-03-20T21:30:00Z');
const NOON = new Date('2026-03-21T09:00:00Z');
const EVENING_BEFORE = new Date('2026-03-20T20:30:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const dashboard = (shop: Shop, actor: Actor = OWNER, now = NOON) =>
  shop.within((tx) => readDashboard(tx), { actor, now });

async function member(shop: Shop, userId: string, role: string): Promise<void> {
  await database.owner.query(
    'insert into membership (id, business_id, user_id, role, name, created_at) values ($1, $2, $3, $4, $4, now())',
    [newId(), shop.businessId, userId, role],
  );
}

async function writes(shop: Shop, contactId: string, updateId: number, now: Date): Promise<void> {
  await shop.within((tx) => receiveText(tx, { contactId, botId: shop.botId, updateId, text: 'Hello' }), { now });
}

describe('the first page', () => {
  it('begins the day at the midnight of the business, not of the server', async () => {
    const shop = await aShop(database);
    const client = await shop.client();
    await shop.orders(client, 1, { now: EVENING_BEFORE });
    await shop.orders(client, 1, { now: NIGHT });
    const day = await dashboard(shop);
    expect(day).toMatchObject({ day: '2026-03-21', orders: { count: 1, yesterday: { count: 1 } } });
    expect(day.series).toHaveLength(14);
    expect(day.series.at(-1)).toMatchObject({ day: '2026-03-21', orders: 1 });
    expect(day.series.at(0)).toMatchObject({ day: '2026-03-08', orders: 0 });
  });

  it('counts money once it is paid', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client(), 1, { now: NIGHT });
    expect((await dashboard(shop)).orders).toMatchObject({ revenueMinor: 0, byState: { awaiting: 1, paid: 0 } });
    await shop.providerSays(order.attemptId, 'succeeded', { now: new Date(NIGHT.getTime() + 60_000) });
    expect((await dashboard(shop, MANAGER)).orders).toMatchObject({
      revenueMinor: 80_000,
      byState: { awaiting: 0, paid: 1 },
    });
  });

  it('shows no money to a master', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client(), 1, { now: NIGHT });
    await shop.providerSays(order.attemptId, 'succeeded', { now: NIGHT });
    const day = await dashboard(shop, MASTER);
    expect(day.orders).toMatchObject({ count: 1, revenueMinor: null, yesterday: { revenueMinor: null } });
    expect(day.series.every((one) => one.revenueMinor === null)).toBe(true);
  });

  it('counts the messages of the day and the clients who wait for an answer', async () => {
    const shop = await aShop(database);
    const client = await shop.client();
    const now = new Date();
    await writes(shop, client, 1, now);
    await writes(shop, client, 2, now);
    const day = await dashboard(shop, OWNER, now);
    expect(day.messages).toMatchObject({ in: 2, unread: 2 });
    expect(day.problems).toMatchObject([{ code: 'unread', severity: 'wait', link: '/clients' }]);
  });

  it('names what broke, and leaves it to those who can see to it', async () => {
    const shop = await aShop(database, { stock: 1 });
    await database.owner.query(`update bot set problem = 'unauthorized' where id = $1`, [shop.botId]);
    await shop.orders(await shop.client(), 1, { now: NIGHT });
    await shop.within((tx) => raiseAlarm(tx, { code: 'run_failed', key: 'run_failed:1', facts: {} }), { now: NOON });
    const codes = async (actor: Actor) => (await dashboard(shop, actor)).problems.map((one) => one.code);
    expect(await codes(OWNER)).toEqual(['bot_problem', 'run_failed', 'out_of_stock']);
    expect(await codes(MASTER)).toEqual(['out_of_stock']);
    expect((await dashboard(shop)).runs).toMatchObject({ failed: 1 });
  });

  it('ticks off what a new business has done', async () => {
    const shop = await aShop(database);
    expect((await dashboard(shop)).steps).toEqual({ bot: true, products: true, automation: false, staff: false });
    await member(shop, 'one', 'owner');
    expect((await dashboard(shop)).steps.staff).toBe(false);
    await member(shop, 'two', 'manager');
    expect((await dashboard(shop)).steps.staff).toBe(true);
  });
});

describe('notifications', () => {
  const list = (shop: Shop, actor: Actor = OWNER) => shop.within((tx) => listNotifications(tx), { actor });

  it('tell of everything that waits for a person, the newest first', async () => {
    const shop = await aShop(database);
    await writes(shop, await shop.client(), 1, NOON);
    await shop.within((tx) => raiseAlarm(tx, { code: 'run_failed', key: 'a', facts: { runId: 'r' } }), { now: NIGHT });
    await shop.within((tx) => raiseAlarm(tx, { code: 'never_heard_of', key: 'b', facts: {} }), { now: EVENING_BEFORE });
    const { items, unread } = await list(shop);
    expect(items.map((one) => one.kind)).toEqual(['unread', 'run_failed', 'alarm']);
    expect(items[0]?.words).toEqual({
      ru: 'Anna K: 1 непрочитанное сообщение',
      en: 'Anna K: 1 unread message',
    });
    expect(unread).toBe(3);
  });

  it('tell once of an automation that breaks for many, with how many, and again of those that come after a look', async () => {
    const shop = await aShop(database);
    const automationId = '01930000-0000-7000-8000-0000000000aa';
    const breaks = (runId: string, now: Date) =>
      shop.within(
        (tx) => raiseAlarm(tx, { code: 'run_failed', key: `run_failed:${runId}`, facts: { runId, automationId } }),
        { now },
      );
    await breaks('one', EVENING_BEFORE);
    expect((await list(shop)).items).toMatchObject([{ link: '/runs/one' }]);
    for (const runId of ['two', 'three']) await breaks(runId, NIGHT);
    const { items } = await list(shop);
    expect(items).toMatchObject([{ link: `/runs?automation=${automationId}&state=failed` }]);
    expect(items[0]?.words.en).toContain('3 people');
    expect(items[0]?.words.ru).toContain('3 человека');
    await member(shop, 'u-owner', 'owner');
    await shop.within((tx) => markNotificationsRead(tx, { until: NIGHT.toISOString() }), { actor: OWNER, now: NOON });
    await breaks('four', NOON);
    expect(await list(shop)).toMatchObject({ unread: 1, items: [{ link: '/runs/four' }, { read: true }] });
  });

  it('tell of money to give back by hand, but never a master', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client());
    await shop.providerSays(order.attemptId, 'succeeded', { amountMinor: 80_000 });
    await database.owner.query(`update payment set state = 'refund_due' where id = $1`, [order.paymentId]);
    await database.owner.query(
      `insert into refund (id, business_id, payment_id, settlement_id, amount_minor, state, created_at)
       select $1, business_id, payment_id, id, amount_minor, 'by_hand', now() from settlement where payment_id = $2`,
      [newId(), order.paymentId],
    );
    expect((await list(shop)).items).toMatchObject([{ kind: 'refund', link: `/orders/${order.orderId}` }]);
    expect((await list(shop, MASTER)).items).toEqual([]);
    expect((await dashboard(shop)).problems.map((one) => one.code)).toContain('refund_by_hand');
  });

  it('are read by each member alone, and new ones come unread', async () => {
    const shop = await aShop(database);
    await member(shop, 'u-owner', 'owner');
    await member(shop, 'u-manager', 'manager');
    const client = await shop.client();
    await writes(shop, client, 1, NIGHT);
    const newest = (await list(shop)).items[0]?.at ?? '';
    const reads = (until: string) => shop.within((tx) => markNotificationsRead(tx, { until }), { actor: OWNER });
    await reads(newest);
    expect(await list(shop)).toMatchObject({ unread: 0, items: [{ read: true }] });
    expect((await list(shop, MANAGER)).unread).toBe(1);
    await writes(shop, client, 2, NOON);
    expect((await list(shop)).unread).toBe(1);
    await reads(NOON.toISOString());
    await reads(NIGHT.toISOString());
    expect((await list(shop)).unread).toBe(0);
  });

  it('are forgotten with the member who read them', async () => {
    const shop = await aShop(database);
    await member(shop, 'u-owner', 'owner');
    await shop.within((tx) => markNotificationsRead(tx, { until: NOON.toISOString() }), { actor: OWNER });
    await shop.within((tx) => tx.sql('delete from membership where business_id = ?', [tx.businessId]));
    const { rows } = await database.owner.query('select 1 from notice_seen where business_id = $1', [shop.businessId]);
    expect(rows).toEqual([]);
  });
});

describe('search everywhere', () => {
  it('finds clients, orders by number, automations and products, and nothing of another business', async () => {
    const shop = await aShop(database);
    const other = await aShop(database);
    const { orderId } = await shop.orders(await shop.client());
    await other.orders(await other.client());
    await database.owner.query(
      `insert into automation (id, business_id, name, state, created_at) values ($1, $2, 'Soap reminder', 'draft', now())`,
      [newId(), shop.businessId],
    );
    const look = (q: string, actor: Actor = OWNER) => shop.within((tx) => searchAll(tx, { q }), { actor });
    expect(await look('soap')).toMatchObject({
      contacts: [],
      orders: [],
      automations: [{ name: 'Soap reminder' }],
      products: [{ id: shop.productId }],
    });
    expect(await look('anna')).toMatchObject({ contacts: [{ name: 'Anna K' }], orders: [{ id: orderId }] });
    const { orders } = await look('anna');
    expect((await look(`№ ${orders[0]?.number}`)).orders).toMatchObject([{ id: orderId, totalMinor: 80_000 }]);
    expect(await look('anna', MASTER)).toMatchObject({ orders: [{ totalMinor: null }] });
    expect(await look('soap', MASTER)).toMatchObject({ automations: [] });
    expect(await look('100%')).toEqual({ contacts: [], orders: [], automations: [], products: [] });
  });
});
