import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelOrder, moveOrder } from '#use-cases/orders/move-order.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, MANAGER, MASTER, OWNER } from '#test/support/shop.ts';
import { expirePayment } from './expire-payment.ts';
import { markPaidByHand } from './mark-paid-by-hand.ts';
import { nextPaymentStep } from './next-payment-step.ts';
import { receiveNotification } from './receive-notification.ts';
import { readAttempt } from './read-attempt.ts';
import { recordLink } from './record-link.ts';
import { choosePaymentAccount, findPaymentAccount } from '#use-cases/payment-accounts/payment-accounts.ts';
import { readOrder } from '#use-cases/orders/read-order.ts';
import { recordRefund, recordRefundRefused, refundByHand } from './record-refund.ts';
import { retryPayment } from './retry-payment.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const later = (date: Date, seconds: number): Date => new Date(date.getTime() + seconds * 1000);

describe('money that comes in time', () => {
  it('pays the order once, however often and in whatever order it is said', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    const answers = await Promise.all([1, 2, 3].map(() => shop.providerSays(order.attemptId, 'succeeded')));
    expect(answers.sort()).toEqual(['already_settled', 'already_settled', 'applied']);
    expect(await shop.providerSays(order.attemptId, 'pending')).toBe('already_settled');
    expect(await shop.order(order.orderId)).toMatchObject({ state: 'paid', payment: 'paid', stock: 'sold' });
    expect(await shop.stock()).toEqual({ onHand: 9, reserved: 0 });
    expect((await shop.told(anna)).filter((message) => message.key.includes(':paid'))).toHaveLength(1);
    expect(await shop.events(anna)).toEqual(['order.placed', 'order.paid']);
  });

  it('gives back an amount that is not the order’s, and raises an alarm', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    expect(await shop.providerSays(order.attemptId, 'succeeded', { amountMinor: 100 })).toBe('wrong_amount');
    expect(await shop.order(order.orderId)).toMatchObject({ state: 'new', payment: 'awaiting' });
    expect(await shop.refunds(order.orderId)).toMatchObject([{ state: 'due', amount: '100' }]);
    const { rows } = await database.owner.query('select code from alarm where business_id = $1', [shop.businessId]);
    expect(rows).toEqual([{ code: 'payment_wrong_amount' }]);
  });

  it('competes fairly with "mark paid": the second to come is refunded', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    await Promise.all([
      shop.providerSays(order.attemptId, 'succeeded'),
      shop
        .within((tx) => markPaidByHand(tx, { orderId: order.orderId }), { actor: MANAGER })
        .catch((error: { code: string }) => {
          expect(error.code).toBe('payment_not_awaiting');
        }),
    ]);
    const { rows } = await database.owner.query(`select source, decision from settlement where business_id = $1`, [
      shop.businessId,
    ]);
    expect(rows.filter((row) => row.decision === 'applied')).toHaveLength(1);
    if (rows.some((row) => row.source === 'hand')) expect(await shop.refunds(order.orderId)).toHaveLength(1);
    else expect(await shop.refunds(order.orderId)).toHaveLength(0);
    expect(await shop.stock()).toEqual({ onHand: 9, reserved: 0 });
  });

  it('is refunded when staff had marked the order as paid before', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    await shop.within((tx) => markPaidByHand(tx, { orderId: order.orderId }), { actor: MANAGER });
    expect(await shop.providerSays(order.attemptId, 'succeeded')).toBe('refund');
    expect(await shop.order(order.orderId)).toMatchObject({ state: 'paid' });
    expect(await shop.refunds(order.orderId)).toMatchObject([{ state: 'due', amount: '80000' }]);
  });

  it('cannot be marked by a master', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client(), 1);
    await expect(
      shop.within((tx) => markPaidByHand(tx, { orderId: order.orderId }), { actor: MASTER }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a decline', () => {
  it('is told with a button, and a new try is a new row while the first stays closed', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    await expect(
      shop.within((tx) => retryPayment(tx, { orderId: order.orderId, contactId: anna })),
    ).rejects.toMatchObject({ code: 'attempt_still_open' });
    expect(await shop.providerSays(order.attemptId, 'canceled', { reason: 'insufficient_funds' })).toBe('canceled');
    expect((await shop.told(anna)).at(-1)?.payload).toHaveProperty('reply_markup');
    await shop.within((tx) => retryPayment(tx, { orderId: order.orderId, contactId: anna }));
    const { rows } = await database.owner.query(
      'select number, state from payment_attempt where payment_id = $1 order by number',
      [order.paymentId],
    );
    expect(rows).toEqual([
      { number: 1, state: 'canceled' },
      { number: 2, state: 'created' },
    ]);
  });

  it('keeps the account that it was begun with, also after the owner has chosen another', async () => {
    const shop = await aShop(database);
    const choose = (shopId: string) =>
      shop.within((tx) => choosePaymentAccount(tx, { mode: 'yookassa', shopId, secretKey: 'live_0123456789' }), {
        actor: OWNER,
      });
    const accountOf = (attemptId: string) => shop.within(async (tx) => (await readAttempt(tx, attemptId))?.shopId);
    const before = await shop.orders(await shop.client(), 1);
    await choose('111');
    const first = await shop.orders(await shop.client(), 1);
    await choose('222');
    const second = await shop.orders(await shop.client(), 1);
    await shop.within((tx) => choosePaymentAccount(tx, { mode: 'sandbox' }), { actor: OWNER });
    expect([
      await accountOf(before.attemptId),
      await accountOf(first.attemptId),
      await accountOf(second.attemptId),
    ]).toEqual([null, '111', '222']);
    expect(await shop.within((tx) => findPaymentAccount(tx, '111'))).toMatchObject({ shopId: '111' });
  });

  it('of another client’s order can be retried by nobody else', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client(), 1);
    const boris = await shop.client();
    await expect(
      shop.within((tx) => retryPayment(tx, { orderId: order.orderId, contactId: boris })),
    ).rejects.toMatchObject({ code: 'order_not_found' });
  });
});

describe('the deadline', () => {
  it('cancels once, gives the pieces back and tells the client', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 2);
    const expire = (now: Date) =>
      shop.within((tx) => expirePayment(tx, { paymentId: order.paymentId, orderId: order.orderId }), { now });
    expect(await expire(later(order.deadlineAt, -1))).toBe(false);
    expect(await Promise.all([expire(later(order.deadlineAt, 1)), expire(later(order.deadlineAt, 1))])).toEqual(
      expect.arrayContaining([true, false]),
    );
    expect(await shop.order(order.orderId)).toMatchObject({
      state: 'cancelled',
      payment: 'expired',
      stock: 'released',
      reason: 'payment_timeout',
    });
    expect(await shop.stock()).toEqual({ onHand: 10, reserved: 0 });
    expect((await shop.told(anna)).filter((message) => message.key.endsWith(':expired'))).toHaveLength(1);
  });

  it('either expires or is paid, never both, when both come at once', async () => {
    const shop = await aShop(database, { stock: 1 });
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    const now = later(order.deadlineAt, 1);
    await Promise.all([
      shop.within((tx) => expirePayment(tx, { paymentId: order.paymentId, orderId: order.orderId }), { now }),
      shop.providerSays(order.attemptId, 'succeeded', { now }),
    ]);
    // Paid in time, or expired and accepted late: the piece is sold once.
    expect(await shop.order(order.orderId)).toMatchObject({ state: 'paid', payment: 'paid' });
    expect(await shop.stock()).toEqual({ onHand: 0, reserved: 0 });
  });

  it('asks the provider first, and expires without its word only after five silent minutes', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    await shop.within((tx) =>
      recordLink(tx, { attemptId: order.attemptId, providerPaymentId: 'p1', url: 'https://pay' }),
    );
    const step = (now: Date) => shop.within((tx) => nextPaymentStep(tx, order.paymentId), { now });
    expect(await step(later(order.deadlineAt, -800))).toMatchObject({ kind: 'wait' });
    expect(await step(later(order.deadlineAt, 1))).toEqual({ kind: 'check', attemptIds: [order.attemptId] });
    await database.owner.query('update payment_attempt set tried_at = $2 where id = $1', [
      order.attemptId,
      later(order.deadlineAt, 1),
    ]);
    expect(await step(later(order.deadlineAt, 2))).toMatchObject({ kind: 'wait' });
    expect(await step(later(order.deadlineAt, 17))).toMatchObject({ kind: 'check' });
    await database.owner.query('update payment_attempt set tried_at = $2 where id = $1', [
      order.attemptId,
      later(order.deadlineAt, 295),
    ]);
    expect(await step(later(order.deadlineAt, 301))).toMatchObject({ kind: 'expire' });
  });
});

describe('money that comes late', () => {
  async function expired(stock: number) {
    const shop = await aShop(database, { stock });
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    await shop.within((tx) => expirePayment(tx, { paymentId: order.paymentId, orderId: order.orderId }), {
      now: later(order.deadlineAt, 1),
    });
    return { shop, anna, order };
  }

  it('is accepted while the pieces can still be held', async () => {
    const { shop, anna, order } = await expired(1);
    expect(await shop.providerSays(order.attemptId, 'succeeded')).toBe('applied');
    expect(await shop.order(order.orderId)).toMatchObject({
      state: 'paid',
      payment: 'paid',
      stock: 'sold',
      reason: null,
    });
    expect(await shop.stock()).toEqual({ onHand: 0, reserved: 0 });
    expect((await shop.told(anna)).at(-1)?.key).toContain(':paid:');
  });

  it('is given back when somebody else has the pieces, and the client is told so', async () => {
    const { shop, anna, order } = await expired(1);
    await shop.orders(await shop.client(), 1);
    expect(await shop.providerSays(order.attemptId, 'succeeded')).toBe('refund');
    expect(await shop.order(order.orderId)).toMatchObject({ state: 'cancelled', payment: 'refund_due' });
    const [refund] = await shop.refunds(order.orderId);
    expect(refund).toMatchObject({ state: 'due', amount: '80000' });
    expect((await shop.told(anna)).at(-1)?.key).toContain('refund_due');
    const finish = () => shop.within((tx) => recordRefund(tx, { refundId: refund!.id, providerRefundId: 'r1' }));
    await Promise.all([finish(), finish()]);
    expect(await shop.order(order.orderId)).toMatchObject({ payment: 'refunded' });
    expect((await shop.told(anna)).filter((message) => message.key.includes(':refunded:'))).toHaveLength(1);
    expect(await shop.stock()).toEqual({ onHand: 1, reserved: 1 });
  });

  it('is given back when staff had cancelled the order', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client(), 1);
    await shop.within((tx) => cancelOrder(tx, { orderId: order.orderId, reason: 'the client asked' }), {
      actor: MANAGER,
    });
    expect(await shop.providerSays(order.attemptId, 'succeeded')).toBe('refund');
    expect(await shop.stock()).toEqual({ onHand: 10, reserved: 0 });
  });
});

describe('staff moves an order', () => {
  it('forward to the end and back, each along the table, and tells the client on the way forward', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    await shop.providerSays(order.attemptId, 'succeeded');
    for (const to of ['processing', 'paid', 'processing', 'shipped', 'delivered', 'completed'] as const) {
      await shop.within((tx) => moveOrder(tx, { orderId: order.orderId, to }), { actor: OWNER });
    }
    expect(await shop.order(order.orderId)).toMatchObject({ state: 'completed' });
    expect((await shop.told(anna)).filter((message) => message.class === 'service')).toHaveLength(4);
    await expect(
      shop.within((tx) => moveOrder(tx, { orderId: order.orderId, to: 'processing' }), { actor: OWNER }),
    ).rejects.toMatchObject({
      code: 'transition_refused',
    });
    await expect(
      shop.within((tx) => moveOrder(tx, { orderId: order.orderId, to: 'delivered' }), { actor: MANAGER }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('cancels a paid order with a reason: pieces back, money due back once', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    await shop.providerSays(order.attemptId, 'succeeded');
    await expect(
      shop.within((tx) => cancelOrder(tx, { orderId: order.orderId, reason: ' ' }), { actor: MANAGER }),
    ).rejects.toMatchObject({ code: 'reason_missing' });
    const cancel = () =>
      shop.within((tx) => cancelOrder(tx, { orderId: order.orderId, reason: 'damaged' }), { actor: MANAGER });
    await Promise.all([cancel(), cancel()]);
    expect(await shop.order(order.orderId)).toMatchObject({
      state: 'cancelled',
      payment: 'refund_due',
      stock: 'released',
    });
    expect(await shop.refunds(order.orderId)).toHaveLength(1);
    expect(await shop.stock()).toEqual({ onHand: 10, reserved: 0 });
    expect(await shop.within((tx) => nextPaymentStep(tx, order.paymentId))).toMatchObject({ kind: 'refund' });
    // What was given back was not bought.
    const [refund] = await shop.refunds(order.orderId);
    await shop.within((tx) => recordRefund(tx, { refundId: refund!.id, providerRefundId: 'r2' }));
    const { rows } = await database.owner.query('select orders_paid, spent_minor from contact where id = $1', [anna]);
    expect(rows).toEqual([{ orders_paid: 0, spent_minor: '0' }]);
  });

  it('gives money back by hand where it was taken by hand, once, and the client reads the true sum', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    const staff = { actor: MANAGER };
    const card = () => shop.within((tx) => readOrder(tx, { orderId: order.orderId }), staff);
    await shop.within((tx) => markPaidByHand(tx, { orderId: order.orderId }), staff);
    expect((await card()).actions.find((action) => action.direction === 'cancel')?.effects).toContain('refund_by_hand');
    await expect(shop.within((tx) => refundByHand(tx, { orderId: order.orderId }), staff)).rejects.toMatchObject({
      code: 'refund_not_due',
    });
    await shop.within((tx) => cancelOrder(tx, { orderId: order.orderId, reason: 'damaged' }), staff);
    expect(await card()).toMatchObject({ badge: 'refund_due', handRefund: { amountMinor: 80_000, error: null } });
    // No provider is asked to return what it never had.
    expect((await shop.within((tx) => nextPaymentStep(tx, order.paymentId))).kind).not.toBe('refund');
    await expect(
      shop.within((tx) => refundByHand(tx, { orderId: order.orderId }), { actor: MASTER }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const twice = await Promise.allSettled(
      [1, 2].map(() => shop.within((tx) => refundByHand(tx, { orderId: order.orderId }), staff)),
    );
    expect(twice.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await card()).toMatchObject({ badge: 'cancelled', paymentState: 'refunded', handRefund: null });
    const words = (await shop.told(anna)).filter((message) => message.key.includes(':refunded:'));
    expect(words.map((message) => message.payload.text)).toEqual([expect.stringContaining('800')]);
    const { rows } = await database.owner.query('select orders_paid, spent_minor from contact where id = $1', [anna]);
    expect(rows).toEqual([{ orders_paid: 0, spent_minor: '0' }]);
  });

  it('hands a refund that the provider refused to a person, with the reason', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client(), 1);
    const staff = { actor: MANAGER };
    await shop.providerSays(order.attemptId, 'succeeded');
    await shop.within((tx) => cancelOrder(tx, { orderId: order.orderId, reason: 'damaged' }), staff);
    const [refund] = await shop.refunds(order.orderId);
    await shop.within((tx) => recordRefundRefused(tx, { refundId: refund!.id, error: 'too late' }));
    const card = await shop.within((tx) => readOrder(tx, { orderId: order.orderId }), staff);
    expect(card).toMatchObject({ badge: 'refund_due', handRefund: { amountMinor: 80_000, error: 'too late' } });
    await shop.within((tx) => refundByHand(tx, { orderId: order.orderId }), staff);
    expect(await shop.order(order.orderId)).toMatchObject({ payment: 'refunded' });
  });

  it('is refused when the order changed under the page', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client(), 1);
    await expect(
      shop.within((tx) => cancelOrder(tx, { orderId: order.orderId, reason: 'x', revision: 99 }), { actor: MANAGER }),
    ).rejects.toMatchObject({ code: 'order_changed' });
  });
});

describe('a payment notification', () => {
  it('is a hint: it changes nothing but asks the workflow to look', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client(), 1);
    for (let i = 0; i < 3; i += 1)
      expect(
        await receiveNotification({ database, withBusiness: database.withBusiness }, { attemptId: order.attemptId }),
      ).toBe('taken');
    expect(await shop.order(order.orderId)).toMatchObject({ state: 'new', payment: 'awaiting' });
    expect(await shop.within((tx) => nextPaymentStep(tx, order.paymentId))).toMatchObject({
      kind: 'check',
      attemptIds: [order.attemptId],
    });
  });

  it('for an unknown payment leaves no trace', async () => {
    const unknown = '01999999-0000-7000-8000-000000000000';
    expect(await receiveNotification({ database, withBusiness: database.withBusiness }, { attemptId: unknown })).toBe(
      'unknown',
    );
    expect(
      await receiveNotification({ database, withBusiness: database.withBusiness }, { attemptId: "'; drop table" }),
    ).toBe('unknown');
  });
});

describe('the stock ledger', () => {
  it('adds up to the numbers on the shelf after every kind of story', async () => {
    const shop = await aShop(database, { stock: 10 });
    const paid = await shop.orders(await shop.client(), 2);
    await shop.providerSays(paid.attemptId, 'succeeded', { amountMinor: 130_000 });
    const cancelled = await shop.orders(await shop.client(), 3);
    await shop.within((tx) => cancelOrder(tx, { orderId: cancelled.orderId, reason: 'x' }), { actor: MANAGER });
    await shop.orders(await shop.client(), 1);
    await shop.within((tx) => cancelOrder(tx, { orderId: paid.orderId, reason: 'x' }), { actor: MANAGER });
    const { rows } = await database.owner.query(
      'select sum(on_hand_change)::int as on_hand, sum(reserved_change)::int as reserved from stock_entry where variant_id = $1',
      [shop.variantId],
    );
    expect(await shop.stock()).toEqual({ onHand: 10 + rows[0].on_hand, reserved: rows[0].reserved });
  });
});
