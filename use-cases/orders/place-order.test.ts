import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop } from '#test/support/shop.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe('placing an order', () => {
  it('holds the pieces, adds the courier to the sum, empties the cart and starts the story', async () => {
    const shop = await aShop(database, { stock: 10 });
    const anna = await shop.client();
    const order = await shop.orders(anna, 3);
    expect(order.totalMinor).toBe(3 * 50_000 + 30_000);
    expect(await shop.stock()).toEqual({ onHand: 10, reserved: 3 });
    expect(await shop.order(order.orderId)).toMatchObject({ state: 'new', payment: 'awaiting', stock: 'held' });
    expect(await shop.events(anna)).toEqual(['order.placed']);
    const { rows } = await database.owner.query(
      'select type, wake_no, seen_no from process where contact_id = $1 order by type',
      [anna],
    );
    expect(rows).toEqual([
      { type: 'checkout', wake_no: 1, seen_no: 0 },
      { type: 'payment-timeout', wake_no: 1, seen_no: 0 },
    ]);
    await expect(shop.confirms(anna)).rejects.toMatchObject({ code: 'cart_empty' });
  });

  it('makes one order of two confirms of one checkout, also when they come at once', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    await shop.putsIntoCart(anna, 1);
    const checkoutKey = newId();
    const results = await Promise.allSettled([1, 2, 3].map(() => shop.confirms(anna, { checkoutKey })));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(['checkout_used', 'cart_empty']).toContain(result.reason.code);
    }
    expect(await shop.stock()).toEqual({ onHand: 10, reserved: 1 });
  });

  it('sells the last ten pieces to exactly ten of forty clients, and tells the others what is left', async () => {
    const shop = await aShop(database, { stock: 10 });
    const clients = await Promise.all(Array.from({ length: 40 }, () => shop.client()));
    for (const client of clients) await shop.putsIntoCart(client, 1);
    const results = await Promise.allSettled(clients.map((client) => shop.confirms(client)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(10);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'sold_out', facts: { lines: [{ left: 0 }] } });
    }
    expect(await shop.stock()).toEqual({ onHand: 10, reserved: 10 });
  });

  it('shows a price that changed since the cart, and asks again', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    await shop.putsIntoCart(anna, 1, 45_000);
    await expect(shop.confirms(anna)).rejects.toMatchObject({
      code: 'price_changed',
      facts: { lines: [{ oldMinor: 45_000, newMinor: 50_000 }] },
    });
    expect(await shop.stock()).toEqual({ onHand: 10, reserved: 0 });
  });

  it('refuses a product that was hidden between the card and the confirm', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    await shop.putsIntoCart(anna, 1);
    await database.owner.query('update product set hidden = true where id = $1', [shop.productId]);
    await expect(shop.confirms(anna)).rejects.toMatchObject({ code: 'sold_out', facts: { lines: [{ left: 0 }] } });
  });

  it('refuses a pick-up time that is over in the zone of the shop', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    await shop.putsIntoCart(anna, 1);
    const delivery = { kind: 'pickup', slot: { date: '2026-11-21', fromHour: 10, toHour: 12 } } as const;
    // 12:00 in Moscow is 09:00 UTC.
    await expect(shop.confirms(anna, { delivery, now: new Date('2026-11-21T09:00:00Z') })).rejects.toMatchObject({
      code: 'delivery_slot_past',
    });
    await expect(shop.confirms(anna, { delivery, now: new Date('2026-11-21T08:59:00Z') })).resolves.toMatchObject({
      totalMinor: 50_000,
    });
  });
});
