import { createHash, randomUUID } from 'node:crypto';
import type { components } from '../yookassa.generated.ts';
import { openRecordFile } from '../../record-file.ts';

export type Payment = components['schemas']['Payment'];
export type Refund = components['schemas']['Refund'];
type Money = { value: string; currency: string };
export type StoredPayment = {
  payment: Payment;
  capture: boolean;
  returnUrl: string;
  receipt?: unknown;
  linkUntil: number;
};
export type PendingNotification = { id: string; body: unknown; at: number; tries: number };
type Remembered = { hash: string; at: number; status: number; body: unknown };

/** Refused as YooKassa does: `code` and the parameter that is wrong. */
export class ShopError extends Error {
  readonly status: number;
  readonly code: string;
  readonly parameter: string | undefined;

  constructor(status: number, code: string, description: string, parameter?: string) {
    super(description);
    this.status = status;
    this.code = code;
    this.parameter = parameter;
  }

  body() {
    return {
      type: 'error',
      id: randomUUID(),
      code: this.code,
      description: this.message,
      ...(this.parameter ? { parameter: this.parameter } : {}),
    };
  }
}
const invalid = (description: string, parameter?: string) =>
  new ShopError(400, 'invalid_request', description, parameter);

export type ShopOptions = {
  statePath?: string | undefined;
  shopId: string;
  linkLifeMs: number;
  cashierUrl: () => string;
  notify: (event: string, object: unknown) => void;
};
export const cents = ({ value }: Money) => Math.round(Number(value) * 100);
const dayMs = 24 * 3600 * 1000;

/** Payments, refunds and keys of one shop, kept in a file. */
export class Shop {
  readonly payments = new Map<string, StoredPayment>();
  readonly refunds = new Map<string, Refund>();
  readonly notifications = new Map<string, PendingNotification>();
  private readonly keys = new Map<string, Remembered>();
  private readonly records;
  private readonly options: ShopOptions;

  constructor(options: ShopOptions) {
    this.options = options;
    this.records = openRecordFile(options.statePath);
    for (const [key, value] of this.records.load()) {
      const id = key.slice(key.indexOf(':') + 1);
      if (key.startsWith('pay:')) this.payments.set(id, value as StoredPayment);
      else if (key.startsWith('ref:')) this.refunds.set(id, value as Refund);
      else if (key.startsWith('note:')) this.notifications.set(id, value as PendingNotification);
      else if (key.startsWith('key:') && Date.now() - (value as Remembered).at < dayMs)
        this.keys.set(id, value as Remembered);
    }
  }

  /** The answer given to this key before; another body under the same key is refused. */
  answered(key: string, request: string): Remembered | undefined {
    const known = this.keys.get(key);
    if (!known || Date.now() - known.at >= dayMs) return undefined;
    if (known.hash !== hash(request)) throw invalid('Idempotence key duplicated', 'Idempotence-Key');
    return known;
  }

  remember(key: string, request: string, status: number, body: unknown): void {
    const entry = { hash: hash(request), at: Date.now(), status, body: structuredClone(body) };
    this.keys.set(key, entry);
    this.records.set(`key:${key}`, entry);
    this.records.flush();
  }

  create(body: {
    amount: Money;
    capture?: boolean;
    description?: string;
    confirmation?: { type: string; return_url?: string };
    metadata?: Record<string, string>;
    receipt?: unknown;
  }): Payment {
    if (!/^\d{1,9}\.\d\d$/.test(body.amount.value) || cents(body.amount) <= 0)
      throw invalid('Amount must be positive and have two decimals', 'amount.value');
    if (body.confirmation?.type !== 'redirect')
      throw invalid('Emulator: only confirmation of type redirect is played', 'confirmation.type');
    checkReceipt(body.receipt, body.amount);
    const id = randomUUID();
    const payment: Payment = {
      id,
      status: 'pending',
      amount: body.amount as Payment['amount'],
      paid: false,
      test: true,
      refundable: false,
      created_at: new Date().toISOString(),
      recipient: { account_id: this.options.shopId, gateway_id: '100501' },
      confirmation: {
        type: 'redirect',
        confirmation_url: `${this.options.cashierUrl()}/pay/${id}`,
        return_url: body.confirmation.return_url!,
      },
      metadata: body.metadata ?? {},
      ...(body.description ? { description: body.description } : {}),
      ...(body.receipt ? { receipt_registration: 'pending' as const } : {}),
    };
    const stored = {
      payment,
      capture: body.capture ?? false,
      returnUrl: body.confirmation.return_url!,
      receipt: body.receipt,
      linkUntil: Date.now() + this.options.linkLifeMs,
    };
    this.payments.set(id, stored);
    this.save(stored);
    return payment;
  }

  find(id: string): StoredPayment {
    const stored = this.payments.get(id);
    if (!stored) throw new ShopError(404, 'not_found', `Payment ${id} doesn't exist or access denied`, 'payment_id');
    this.expireIfDue(stored);
    return stored;
  }

  /** The person at the cashier decides. */
  pay(id: string): Payment {
    const stored = this.pendingOnly(id);
    const { payment, capture } = stored;
    payment.paid = true;
    payment.payment_method = {
      type: 'bank_card',
      id: payment.id,
      saved: false,
      status: 'inactive',
      title: 'Bank card *4444',
      card: {
        first6: '555555',
        last4: '4444',
        expiry_year: '2030',
        expiry_month: '07',
        card_type: 'MasterCard',
        issuer_country: 'RU',
      },
    };
    if (capture) this.succeed(stored);
    else {
      payment.status = 'waiting_for_capture';
      payment.expires_at = new Date(Date.now() + 7 * dayMs).toISOString();
      this.settle(stored, 'payment.waiting_for_capture');
    }
    return payment;
  }

  decline(id: string): Payment {
    return this.endUnpaid(this.pendingOnly(id), 'payment_network', 'insufficient_funds');
  }

  expire(id: string): Payment {
    return this.endUnpaid(this.pendingOnly(id), 'yoo_money', 'expired_on_confirmation');
  }

  expireDue(): void {
    for (const stored of this.payments.values()) this.expireIfDue(stored);
  }

  capture(id: string, body: { amount?: Money }): Payment {
    const stored = this.find(id);
    if (stored.payment.status !== 'waiting_for_capture')
      throw invalid(`Incorrect payment status: ${stored.payment.status}`, 'status');
    if (body.amount) {
      if (cents(body.amount) > cents(stored.payment.amount))
        throw invalid('Amount is more than the payment', 'amount.value');
      stored.payment.amount = body.amount as Payment['amount'];
    }
    this.succeed(stored);
    return stored.payment;
  }

  cancel(id: string): Payment {
    const stored = this.find(id);
    if (stored.payment.status !== 'waiting_for_capture')
      throw invalid(`Incorrect payment status: ${stored.payment.status}`, 'status');
    return this.endUnpaid(stored, 'merchant', 'canceled_by_merchant');
  }

  refund(body: {
    payment_id: string;
    amount: Money;
    description?: string;
    receipt?: unknown;
    metadata?: Record<string, string>;
  }): Refund {
    const stored = this.payments.get(body.payment_id);
    if (!stored) throw invalid("Payment doesn't exist or access denied", 'payment_id');
    const { payment } = stored;
    if (payment.status !== 'succeeded') throw invalid('Payment is not in a status that can be refunded', 'payment_id');
    if (!/^\d{1,9}\.\d\d$/.test(body.amount.value) || cents(body.amount) <= 0)
      throw invalid('Amount must be positive and have two decimals', 'amount.value');
    const before = payment.refunded_amount ? cents(payment.refunded_amount) : 0;
    if (body.amount.currency !== payment.amount.currency)
      throw invalid('Refund has another currency', 'amount.currency');
    if (before + cents(body.amount) > cents(payment.amount))
      throw invalid('Refund is more than what is left of the payment', 'amount.value');
    checkReceipt(body.receipt, body.amount);
    const refund: Refund = {
      id: randomUUID(),
      payment_id: payment.id,
      status: 'succeeded',
      created_at: new Date().toISOString(),
      amount: body.amount as Refund['amount'],
      ...(body.description ? { description: body.description } : {}),
      ...(body.metadata ? { metadata: body.metadata } : {}),
      ...(body.receipt ? { receipt_registration: 'pending' as const } : {}),
    };
    payment.refunded_amount = {
      value: ((before + cents(body.amount)) / 100).toFixed(2),
      currency: payment.amount.currency,
    };
    payment.refundable = before + cents(body.amount) < cents(payment.amount);
    this.refunds.set(refund.id, refund);
    this.records.set(`ref:${refund.id}`, refund);
    this.save(stored);
    this.options.notify('refund.succeeded', refund);
    return refund;
  }

  saveNotification(note: PendingNotification | { id: string; done: true }): void {
    if ('done' in note) {
      this.notifications.delete(note.id);
      this.records.set(`note:${note.id}`, undefined);
    } else {
      this.notifications.set(note.id, note);
      this.records.set(`note:${note.id}`, note);
    }
  }

  close(): void {
    this.records.close();
  }

  private pendingOnly(id: string): StoredPayment {
    const stored = this.find(id);
    if (stored.payment.status !== 'pending')
      throw invalid(`Incorrect payment status: ${stored.payment.status}`, 'status');
    return stored;
  }

  private expireIfDue(stored: StoredPayment): void {
    if (stored.payment.status === 'pending' && Date.now() > stored.linkUntil)
      this.endUnpaid(stored, 'yoo_money', 'expired_on_confirmation');
  }

  private succeed(stored: StoredPayment): void {
    const { payment } = stored;
    payment.status = 'succeeded';
    payment.captured_at = new Date().toISOString();
    payment.refundable = true;
    payment.refunded_amount = { value: '0.00', currency: payment.amount.currency };
    payment.income_amount = {
      value: (Math.round(cents(payment.amount) * 0.965) / 100).toFixed(2),
      currency: payment.amount.currency,
    };
    if (stored.receipt) payment.receipt_registration = 'succeeded';
    delete payment.expires_at;
    this.settle(stored, 'payment.succeeded');
  }

  private endUnpaid(
    stored: StoredPayment,
    party: 'yoo_money' | 'payment_network' | 'merchant',
    reason: 'insufficient_funds' | 'expired_on_confirmation' | 'canceled_by_merchant',
  ): Payment {
    const { payment } = stored;
    payment.status = 'canceled';
    payment.paid = false;
    payment.cancellation_details = { party, reason };
    delete payment.expires_at;
    if (stored.receipt) payment.receipt_registration = 'canceled';
    this.settle(stored, 'payment.canceled');
    return payment;
  }

  private settle(stored: StoredPayment, event: string): void {
    delete stored.payment.confirmation;
    this.save(stored);
    this.options.notify(event, stored.payment);
  }

  private save(stored: StoredPayment): void {
    this.records.set(`pay:${stored.payment.id}`, stored);
    // Money is written at once, before anyone is told.
    this.records.flush();
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function checkReceipt(receipt: unknown, amount: Money): void {
  if (!receipt) return;
  const { customer, items } = receipt as {
    customer?: { phone?: string; email?: string };
    items: { quantity: number; amount: Money }[];
  };
  if (!customer?.phone && !customer?.email)
    throw invalid('Receipt needs the phone or the e-mail of the customer', 'receipt.customer');
  if (items.length === 0 || items.length > 80) throw invalid('Receipt must have 1 to 80 items', 'receipt.items');
  const total = items.reduce((sum, item) => sum + Math.round(item.quantity * cents(item.amount)), 0);
  if (total !== cents(amount)) throw invalid('Receipt amount is not equal to the payment amount', 'receipt.items');
}
