import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wallClock } from '#platform/clock.ts';
import { startPaymentEmulator, type PaymentEmulator } from '#providers/payments/emulator/server.ts';
import { createYookassa } from '#providers/payments/yookassa.ts';
import { cancelOrder } from '#use-cases/orders/move-order.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER, type Shop } from '#test/support/shop.ts';
import { paymentCalls } from './payment-calls.ts';

/** The calls to the provider against the emulator that checks each by YooKassa's specification. */

let database: TestDatabase;
let emulator: PaymentEmulator;
let shop: Shop;
let calls: ReturnType<typeof paymentCalls>;

beforeAll(async () => {
  database = await testDatabase();
  emulator = await startPaymentEmulator({ port: 0 });
});
afterAll(async () => {
  await emulator.close();
  await database.drop();
});
beforeEach(async () => {
  emulator.faults({ failNext: 0, slowMs: 0, silentAfterSuccess: 0 });
  shop = await aShop(database);
  calls = callsWith({ secretKey: 'test_sandbox_of_takt', timeoutMs: 2_000 });
});

function callsWith(options: { secretKey: string; timeoutMs: number }) {
  return paymentCalls({
    database,
    withBusiness: database.withBusiness,
    clock: wallClock,
    paymentsOf: async () => createYookassa({ shopId: '100500', apiRoot: `${emulator.url}/v3`, ...options }),
    telegramOf: () => Promise.reject(new Error('nothing is sent here')),
    http: { call: () => Promise.reject(new Error('nobody is called here')) },
  });
}

const order = async () => {
  const contactId = await shop.client();
  return { contactId, ...(await shop.orders(contactId, 1)) };
};
const make = (attemptId: string) => calls.makePaymentLink({ businessId: shop.businessId, attemptId });
const check = (attemptId: string) => calls.checkAttempt({ businessId: shop.businessId, attemptId });
const madeFor = async (attemptId: string): Promise<{ id: string }[]> => {
  const response = await fetch(`${emulator.url}/emulator/payments`);
  const all = (await response.json()) as { id: string; metadata?: { attemptId?: string } }[];
  return all.filter((payment) => payment.metadata?.attemptId === attemptId);
};
const press = async (attemptId: string, what: 'pay' | 'decline'): Promise<void> => {
  const [payment] = await madeFor(attemptId);
  await fetch(`${emulator.url}/emulator/payments/${payment?.id}/${what}`, { method: 'POST' });
};

describe('making a payment link', () => {
  it('sends the client a button with the link, once', async () => {
    const placed = await order();
    expect(await make(placed.attemptId)).toBe('made');
    expect(await make(placed.attemptId)).toBe('not_needed');
    const links = (await shop.told(placed.contactId)).filter((message) => message.key.endsWith(':link'));
    expect(links).toHaveLength(1);
    expect(JSON.stringify(links[0]?.payload)).toContain('/pay/');
  });

  it('whose answer was lost is the same payment at the second try', async () => {
    const placed = await order();
    emulator.faults({ silentAfterSuccess: 1 });
    await expect(make(placed.attemptId)).rejects.toMatchObject({ retryable: true, ambiguous: true });
    expect(await make(placed.attemptId)).toBe('made');
    expect(await madeFor(placed.attemptId)).toHaveLength(1);
  });

  it('waits while the provider fails, and is told to the client when it refuses for good', async () => {
    const placed = await order();
    emulator.faults({ failNext: 1 });
    await expect(make(placed.attemptId)).rejects.toMatchObject({ retryable: true });
    calls = callsWith({ secretKey: 'revoked', timeoutMs: 2_000 });
    expect(await make(placed.attemptId)).toBe('refused');
    const told = (await shop.told(placed.contactId)).at(-1);
    expect(told?.key).toContain('link_trouble');
    expect(JSON.stringify(told?.payload)).toContain('"callback_data":"rp:');
    const { rows } = await database.owner.query('select code from alarm where business_id = $1', [shop.businessId]);
    expect(rows).toEqual([{ code: 'payment_link_refused' }]);
  });

  it('is not done for an order that was cancelled meanwhile', async () => {
    const placed = await order();
    await shop.within((tx) => cancelOrder(tx, { orderId: placed.orderId, reason: 'x' }), { actor: OWNER });
    expect(await make(placed.attemptId)).toBe('not_needed');
    expect(await madeFor(placed.attemptId)).toHaveLength(0);
  });
});

describe('asking about a payment', () => {
  it('settles what was paid and what was declined', async () => {
    const paid = await order();
    await make(paid.attemptId);
    expect(await check(paid.attemptId)).toBe('open');
    await press(paid.attemptId, 'pay');
    expect(await check(paid.attemptId)).toBe('applied');
    expect(await check(paid.attemptId)).toBe('already_settled');

    const declined = await order();
    await make(declined.attemptId);
    await press(declined.attemptId, 'decline');
    expect(await check(declined.attemptId)).toBe('canceled');
    expect(await shop.order(declined.orderId)).toMatchObject({ state: 'new', payment: 'awaiting' });
  });

  it('finds a payment whose making was never answered, by what it carries', async () => {
    const placed = await order();
    emulator.faults({ silentAfterSuccess: 1 });
    await expect(make(placed.attemptId)).rejects.toMatchObject({ ambiguous: true });
    await press(placed.attemptId, 'pay');
    expect(await check(placed.attemptId)).toBe('applied');
    expect(await shop.order(placed.orderId)).toMatchObject({ state: 'paid' });
  });

  it('is told apart from silence, which changes nothing', async () => {
    const placed = await order();
    await make(placed.attemptId);
    calls = callsWith({ secretKey: 'test_sandbox_of_takt', timeoutMs: 50 });
    emulator.faults({ slowMs: 400 });
    expect(await check(placed.attemptId)).toMatch(/^silent/);
    expect(await shop.order(placed.orderId)).toMatchObject({ state: 'new', payment: 'awaiting' });
  });
});

describe('giving money back', () => {
  it('happens once, also when the answer of the first try was lost', async () => {
    const placed = await order();
    await make(placed.attemptId);
    await press(placed.attemptId, 'pay');
    await check(placed.attemptId);
    await shop.within((tx) => cancelOrder(tx, { orderId: placed.orderId, reason: 'damaged' }), { actor: OWNER });
    const [refund] = await shop.refunds(placed.orderId);
    const send = () =>
      calls.sendRefund({ businessId: shop.businessId, subjectId: placed.paymentId, refundId: refund!.id });
    emulator.faults({ silentAfterSuccess: 1 });
    await expect(send()).rejects.toMatchObject({ ambiguous: true });
    expect(await send()).toBe('succeeded');
    expect(await send()).toBe('not_needed');
    expect(await shop.order(placed.orderId)).toMatchObject({ state: 'cancelled', payment: 'refunded' });
    const [payment] = await madeFor(placed.attemptId);
    const response = await fetch(`${emulator.url}/v3/payments/${payment?.id}`, {
      headers: { authorization: `Basic ${Buffer.from('100500:test_sandbox_of_takt').toString('base64')}` },
    });
    expect(await response.json()).toMatchObject({ refunded_amount: { value: '800.00' } });
  });
});
