import { afterEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CreatePayment, PaymentProvider } from '../port.ts';
import { createYookassa } from '../yookassa.ts';
import { startPaymentEmulator, type PaymentEmulator, type PaymentEmulatorOptions } from './server.ts';

let emulator: PaymentEmulator;
let provider: PaymentProvider;
const open: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(options: Partial<PaymentEmulatorOptions> = {}): Promise<void> {
  emulator = await startPaymentEmulator({ port: 0, notificationBackOffMs: { first: 5, most: 20 }, ...options });
  open.push(() => emulator.close());
  provider = createYookassa({ shopId: '100500', secretKey: 'test_sandbox_of_takt', apiRoot: `${emulator.url}/v3` });
}
const anOrder = (change: Partial<CreatePayment> = {}): CreatePayment => ({
  attemptId: randomUUID(),
  amountMinor: 10_000,
  currency: 'RUB',
  description: 'Order 7',
  returnUrl: 'https://t.me/takt_bot',
  ...change,
});
const press = (id: string, deed: string) =>
  fetch(`${emulator.url}/emulator/payments/${id}/${deed}`, { method: 'POST' });
const until = async (condition: () => boolean | Promise<boolean>) => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
};

async function shopListens(answer: () => number = () => 200): Promise<{ event: string; object: { id: string } }[]> {
  const heard: { event: string; object: { id: string } }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const status = answer();
      if (status === 200) heard.push(JSON.parse(body) as (typeof heard)[number]);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  emulator.notifyAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return heard;
}

describe('checking requests against the specification', () => {
  it.each([
    ['no amount', {}, 'amount'],
    ['an unknown currency', { amount: { value: '1.00', currency: 'XXX' } }, 'amount.currency'],
    ['a number instead of text', { amount: { value: 1, currency: 'RUB' } }, 'amount.value'],
    [
      'a description over 128 characters',
      { amount: { value: '1.00', currency: 'RUB' }, description: 'x'.repeat(129) },
      'description',
    ],
    ['an unknown parameter', { amount: { value: '1.00', currency: 'RUB' }, sum: 1 }, 'sum'],
    [
      'a redirect without a way back',
      { amount: { value: '1.00', currency: 'RUB' }, confirmation: { type: 'redirect' } },
      'confirmation.return_url',
    ],
    [
      'a receipt line without its VAT code',
      {
        amount: { value: '1.00', currency: 'RUB' },
        receipt: { items: [{ description: 'x', quantity: 1, amount: { value: '1.00', currency: 'RUB' } }] },
      },
      'receipt.items.0.vat_code',
    ],
    [
      'a receipt that does not add up',
      {
        amount: { value: '2.00', currency: 'RUB' },
        confirmation: { type: 'redirect', return_url: 'https://t.me/x' },
        receipt: {
          customer: { phone: '79270000101' },
          items: [{ description: 'x', quantity: 1, vat_code: 1, amount: { value: '1.00', currency: 'RUB' } }],
        },
      },
      'receipt.items',
    ],
  ])('refuses %s', async (_, body, parameter) => {
    await start();
    const answer = await fetch(`${emulator.url}/v3/payments`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        authorization: `Basic ${Buffer.from('100500:test_sandbox_of_takt').toString('base64')}`,
        'idempotence-key': randomUUID(),
      },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ type: 'error', code: 'invalid_request', parameter });
  });
});

describe('the life of a payment', () => {
  it('is paid, then refunded in two parts and no more', async () => {
    await start();
    const { providerPaymentId } = await provider.create(anOrder());
    await press(providerPaymentId, 'pay');
    const paid = await provider.get(providerPaymentId);
    expect(paid).toMatchObject({ status: 'succeeded', refundedMinor: 0 });
    expect(paid.paidAt).toBeInstanceOf(Date);
    const refund = (amountMinor: number) =>
      provider.refund({ refundId: randomUUID(), providerPaymentId, amountMinor, currency: 'RUB' });
    const first = await refund(4000);
    expect(await provider.getRefund(first.providerRefundId)).toMatchObject({ status: 'succeeded', amountMinor: 4000 });
    await refund(6000);
    expect(await provider.get(providerPaymentId)).toMatchObject({ refundedMinor: 10_000 });
    await expect(refund(1)).rejects.toMatchObject({ status: 400 });
  });

  it('refunds once for one key', async () => {
    await start();
    const { providerPaymentId } = await provider.create(anOrder());
    await press(providerPaymentId, 'pay');
    const refund = { refundId: randomUUID(), providerPaymentId, amountMinor: 10_000, currency: 'RUB' };
    expect(await provider.refund(refund)).toEqual(await provider.refund(refund));
    expect(await provider.get(providerPaymentId)).toMatchObject({ refundedMinor: 10_000 });
  });

  it('is declined by the bank with the reason', async () => {
    await start();
    const { providerPaymentId } = await provider.create(anOrder());
    await press(providerPaymentId, 'decline');
    expect(await provider.get(providerPaymentId)).toMatchObject({
      status: 'canceled',
      cancellationReason: 'insufficient_funds',
    });
    expect((await press(providerPaymentId, 'pay')).status).toBe(400);
  });

  it('can be paid late while its link lives, and not after', async () => {
    await start({ linkLifeMs: 40 });
    const { providerPaymentId } = await provider.create(anOrder());
    await until(async () => (await provider.get(providerPaymentId)).status === 'canceled');
    expect(await provider.get(providerPaymentId)).toMatchObject({ cancellationReason: 'expired_on_confirmation' });
  });

  it('holds the money when asked to, until it is captured or cancelled', async () => {
    await start();
    const held = await provider.create(anOrder({ capture: false }));
    await press(held.providerPaymentId, 'pay');
    expect(await provider.get(held.providerPaymentId)).toMatchObject({ status: 'waiting_for_capture' });
    expect(await provider.capture(held.providerPaymentId, randomUUID())).toMatchObject({ status: 'succeeded' });
    const other = await provider.create(anOrder({ capture: false }));
    await press(other.providerPaymentId, 'pay');
    expect(await provider.cancel(other.providerPaymentId, randomUUID())).toMatchObject({
      status: 'canceled',
      cancellationReason: 'canceled_by_merchant',
    });
  });
});

describe('the cashier page', () => {
  it('shows the amount in the language of the person and takes the money once', async () => {
    await start();
    const { confirmationUrl, providerPaymentId } = await provider.create(anOrder());
    const russian = await (await fetch(confirmationUrl!, { headers: { 'accept-language': 'ru' } })).text();
    expect(russian).toContain('Оплатить 100');
    expect(await (await fetch(`${confirmationUrl}?lang=en`)).text()).toContain('Pay RUB');
    const pay = () => fetch(`${confirmationUrl}?lang=en`, { method: 'POST', body: new URLSearchParams({ do: 'pay' }) });
    const after = await (await pay()).text();
    expect(after).toContain('Paid');
    expect(after).toContain('https://t.me/takt_bot');
    expect((await pay()).status).toBe(200);
    expect(await provider.get(providerPaymentId)).toMatchObject({ status: 'succeeded' });
  });
});

describe('notifications', () => {
  it('come again until the shop answers 200, and name the attempt', async () => {
    await start();
    let refusals = 2;
    const heard = await shopListens(() => (refusals-- > 0 ? 503 : 200));
    const order = anOrder();
    const { providerPaymentId } = await provider.create(order);
    await press(providerPaymentId, 'pay');
    await until(() => heard.length === 1);
    expect(provider.parseNotification(heard[0])).toEqual({
      event: 'payment.succeeded',
      providerPaymentId,
      attemptId: order.attemptId,
    });
    await provider.refund({ refundId: randomUUID(), providerPaymentId, amountMinor: 500, currency: 'RUB' });
    await until(() => heard.length === 2);
    expect(provider.parseNotification(heard[1])).toMatchObject({ event: 'refund.succeeded', providerPaymentId });
    expect(provider.parseNotification({ hello: 1 })).toBeUndefined();
  });

  it('come three times when told to', async () => {
    await start();
    const heard = await shopListens();
    emulator.faults({ duplicateNotifications: true });
    const { providerPaymentId } = await provider.create(anOrder());
    await press(providerPaymentId, 'decline');
    await until(() => heard.length === 3);
    expect(new Set(heard.map((one) => one.event))).toEqual(new Set(['payment.canceled']));
  });
});

describe('faults on purpose', () => {
  it('fails without doing anything', async () => {
    await start();
    emulator.faults({ failNext: 1 });
    const order = anOrder();
    await expect(provider.create(order)).rejects.toMatchObject({ status: 500, retryable: true, ambiguous: true });
    expect(await provider.findByAttempt(order.attemptId, new Date(Date.now() - 1000))).toBeUndefined();
  });

  it('does what was asked and stays silent', async () => {
    await start();
    emulator.faults({ silentAfterSuccess: 1 });
    const order = anOrder();
    await expect(provider.create(order)).rejects.toMatchObject({ code: 'no_answer', retryable: true, ambiguous: true });
    const found = await provider.findByAttempt(order.attemptId, new Date(Date.now() - 1000));
    expect((await provider.create(order)).providerPaymentId).toBe(found!.providerPaymentId);
  });

  it('is known to be unreached when nothing listens', async () => {
    await start();
    await emulator.close();
    open.pop();
    await expect(provider.create(anOrder())).rejects.toMatchObject({
      code: 'unreachable',
      retryable: true,
      ambiguous: false,
    });
  });
});

describe('a restart', () => {
  it('keeps payments, keys and notifications that nobody has taken', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'cashier-'));
    open.push(() => rmSync(dir, { recursive: true }));
    const statePath = join(dir, 'state.ndjson');
    await start({ statePath, notificationUrl: 'http://127.0.0.1:9/' });
    const order = anOrder();
    const before = await provider.create(order);
    await press(before.providerPaymentId, 'pay');
    await emulator.close();
    open.pop();
    await start({ statePath });
    expect(await provider.get(before.providerPaymentId)).toMatchObject({ status: 'succeeded' });
    expect([...emulator.shop.notifications.values()]).toHaveLength(1);
  });
});
