import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ProviderError } from '#platform/provider-error.ts';
import { startPaymentEmulator, type PaymentEmulator } from './emulator/server.ts';
import type { CreatePayment, PaymentProvider } from './port.ts';
import { createYookassa } from './yookassa.ts';

// The same rules for the emulator and, when YOOKASSA_CONTRACT_SHOP_ID and YOOKASSA_CONTRACT_SECRET_KEY name a test shop, for YooKassa.
const vendor = process.env['YOOKASSA_CONTRACT_SHOP_ID']
  ? { shopId: process.env['YOOKASSA_CONTRACT_SHOP_ID'], secretKey: process.env['YOOKASSA_CONTRACT_SECRET_KEY'] ?? '' }
  : undefined;

describe.each([['emulator'], ...(vendor ? [['vendor']] : [])])('payments at the %s', (where) => {
  let emulator: PaymentEmulator | undefined;
  let provider: PaymentProvider;

  beforeAll(async () => {
    if (where === 'vendor') provider = createYookassa(vendor!);
    else {
      emulator = await startPaymentEmulator({ port: 0 });
      provider = createYookassa({ shopId: '100500', secretKey: 'test_sandbox_of_takt', apiRoot: `${emulator.url}/v3` });
    }
  });
  afterAll(() => emulator?.close());

  it('creates a payment with a link, a receipt and our attempt id', async () => {
    const order = anOrder();
    const payment = await provider.create(order);
    expect(payment).toMatchObject({
      status: 'pending',
      amountMinor: 248_050,
      currency: 'RUB',
      refundedMinor: 0,
      metadata: { attemptId: order.attemptId, orderId: 'o-1' },
    });
    expect(payment.confirmationUrl).toMatch(/^https?:\/\//);
    expect(payment.expiresAt!.getTime()).toBeGreaterThan(Date.now());
    expect(await provider.get(payment.providerPaymentId)).toMatchObject({ status: 'pending', amountMinor: 248_050 });
  });

  it('answers the same key with the same payment, and refuses the key for another one', async () => {
    const order = anOrder();
    const first = await provider.create(order);
    expect((await provider.create(order)).providerPaymentId).toBe(first.providerPaymentId);
    const error = await provider.create({ ...order, description: 'Another' }).catch((e: unknown) => e);
    expect(error).toMatchObject({ status: 400, code: 'invalid_request', retryable: false, ambiguous: false });
  });

  it('finds a payment by its attempt, and nothing for an attempt that never came', async () => {
    const since = new Date(Date.now() - 60_000);
    const payment = await provider.create(anOrder());
    const found = await provider.findByAttempt(payment.metadata['attemptId']!, since);
    expect(found).toMatchObject({
      providerPaymentId: payment.providerPaymentId,
      confirmationUrl: payment.confirmationUrl,
    });
    expect(await provider.findByAttempt(randomUUID(), since)).toBeUndefined();
  });

  it('does not refund what was not paid', async () => {
    const payment = await provider.create(anOrder());
    const refund = {
      refundId: randomUUID(),
      providerPaymentId: payment.providerPaymentId,
      amountMinor: 100,
      currency: 'RUB',
    };
    expect(await provider.refund(refund).catch((e: unknown) => e)).toMatchObject({ status: 400, retryable: false });
  });

  it('says that a payment is unknown', async () => {
    expect(await provider.get(randomUUID()).catch((e: unknown) => e)).toMatchObject({
      status: 404,
      code: 'not_found',
      retryable: false,
    });
  });

  it('lets nobody in with a wrong key, and keeps the key out of the error', async () => {
    const apiRoot = emulator ? `${emulator.url}/v3` : undefined;
    const error = await createYookassa({ shopId: '100500', secretKey: 'wrong-key', apiRoot })
      .create(anOrder())
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProviderError);
    expect(error).toMatchObject({ status: 401, code: 'invalid_credentials', retryable: false });
    expect(`${(error as Error).message} ${(error as Error).stack}`).not.toContain('wrong-key');
  });
});

export function anOrder(change: Partial<CreatePayment> = {}): CreatePayment {
  return {
    attemptId: randomUUID(),
    amountMinor: 248_050,
    currency: 'RUB',
    description: 'Order 1',
    returnUrl: 'https://t.me/takt_bot',
    metadata: { orderId: 'o-1' },
    receipt: {
      customer: { phone: '+7 927 000-01-01' },
      items: [
        {
          description: 'Serum, 30 ml',
          quantity: 2,
          amountMinor: 100_000,
          vatCode: 1,
          subject: 'commodity',
          mode: 'full_payment',
        },
        {
          description: 'Delivery',
          quantity: 1,
          amountMinor: 48_050,
          vatCode: 1,
          subject: 'service',
          mode: 'full_payment',
        },
      ],
    },
    ...change,
  };
}
