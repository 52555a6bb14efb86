import { ProviderError } from '#platform/provider-error.ts';
import type { CreatedPayment, PaymentProvider, PaymentState, Receipt, RefundState } from './port.ts';
import type { components, paths } from './yookassa.generated.ts';

export type YookassaOptions = {
  shopId: string;
  secretKey: string;
  apiRoot?: string | undefined;
  timeoutMs?: number | undefined;
};

type Payment = components['schemas']['Payment'];
type Refund = components['schemas']['Refund'];
type CreateBody = paths['/payments']['post']['requestBody']['content']['application/json'];
type RefundBody = NonNullable<paths['/refunds']['post']['requestBody']>['content']['application/json'];
type ReceiptData = components['schemas']['ReceiptData'];

const linkLifeMs = 3600_000;

/** YooKassa API v3 over HTTP. Secrets stay out of every error. */
export function createYookassa({
  shopId,
  secretKey,
  apiRoot = 'https://api.yookassa.ru/v3',
  timeoutMs = 20_000,
}: YookassaOptions): PaymentProvider {
  const authorization = `Basic ${Buffer.from(`${shopId}:${secretKey}`).toString('base64')}`;

  async function call<Result>(
    name: string,
    verb: 'GET' | 'POST',
    path: string,
    body?: object,
    key?: string,
  ): Promise<Result> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${apiRoot}${path}`, {
        method: verb,
        headers: {
          authorization,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(key ? { 'Idempotence-Key': key } : {}),
        },
        body: body ? JSON.stringify(body) : null,
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await response.text();
    } catch (error) {
      throw noAnswer(name, verb, error);
    }
    if (!response.ok) throw refused(name, verb, response, text);
    // 202: the first request with this key is still being worked on.
    if (response.status === 202)
      throw problem(name, {
        status: 202,
        code: 'processing',
        message: 'still processing',
        retryable: true,
        ambiguous: verb === 'POST',
      });
    return parseJson(text) as Result;
  }

  return {
    async check() {
      await call('check', 'GET', '/payments?limit=1');
    },

    async create(payment) {
      const body: CreateBody = {
        amount: money(payment.amountMinor, payment.currency),
        capture: payment.capture ?? true,
        description: payment.description.slice(0, 128),
        confirmation: { type: 'redirect', return_url: payment.returnUrl },
        metadata: { ...payment.metadata, attemptId: payment.attemptId },
        ...(payment.receipt ? { receipt: receiptData(payment.receipt, payment.currency) } : {}),
      };
      return created(await call<Payment>('createPayment', 'POST', '/payments', body, payment.attemptId));
    },

    get: async (id) => state(await call<Payment>('getPayment', 'GET', `/payments/${encodeURIComponent(id)}`)),

    async findByAttempt(attemptId, since) {
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({
          'created_at.gte': since.toISOString(),
          limit: '100',
          ...(cursor ? { cursor } : {}),
        });
        const page = await call<{ items: Payment[]; next_cursor?: string }>(
          'listPayments',
          'GET',
          `/payments?${query}`,
        );
        const found = page.items.find((one) => one.metadata?.['attemptId'] === attemptId);
        if (found) return created(found);
        cursor = page.next_cursor;
      } while (cursor);
      return undefined;
    },

    capture: async (id, key) =>
      state(await call<Payment>('capturePayment', 'POST', `/payments/${encodeURIComponent(id)}/capture`, {}, key)),
    cancel: async (id, key) =>
      state(await call<Payment>('cancelPayment', 'POST', `/payments/${encodeURIComponent(id)}/cancel`, {}, key)),

    async refund(refund) {
      const body: RefundBody = {
        payment_id: refund.providerPaymentId,
        amount: money(refund.amountMinor, refund.currency),
        ...(refund.receipt ? { receipt: receiptData(refund.receipt, refund.currency) } : {}),
      };
      return refundState(await call<Refund>('createRefund', 'POST', '/refunds', body, refund.refundId));
    },

    getRefund: async (id) => refundState(await call<Refund>('getRefund', 'GET', `/refunds/${encodeURIComponent(id)}`)),

    parseNotification(body) {
      const notification = body as {
        type?: unknown;
        event?: unknown;
        object?: { id?: unknown; payment_id?: unknown; metadata?: Record<string, unknown> };
      } | null;
      if (notification?.type !== 'notification' || typeof notification.event !== 'string') return undefined;
      const { event, object } = notification;
      if (typeof object?.id !== 'string') return undefined;
      const attemptId = typeof object.metadata?.['attemptId'] === 'string' ? object.metadata['attemptId'] : undefined;
      if (!event.startsWith('refund.')) return { event, providerPaymentId: object.id, attemptId };
      const paymentId = typeof object.payment_id === 'string' ? object.payment_id : undefined;
      return { event, providerRefundId: object.id, providerPaymentId: paymentId, attemptId };
    },
  };
}

function state(payment: Payment): PaymentState {
  return {
    providerPaymentId: payment.id,
    status: payment.status,
    amountMinor: minor(payment.amount.value),
    currency: payment.amount.currency,
    paidAt: payment.captured_at ? new Date(payment.captured_at) : undefined,
    cancellationReason: payment.cancellation_details?.reason,
    refundedMinor: payment.refunded_amount ? minor(payment.refunded_amount.value) : 0,
    metadata: Object.fromEntries(
      Object.entries(payment.metadata ?? {}).map(([name, value]) => [name, String(value ?? '')]),
    ),
    createdAt: new Date(payment.created_at),
  };
}

function created(payment: Payment): CreatedPayment {
  const { confirmation } = payment;
  const confirmationUrl =
    confirmation && 'confirmation_url' in confirmation ? confirmation.confirmation_url : undefined;
  return { ...state(payment), confirmationUrl, expiresAt: new Date(Date.parse(payment.created_at) + linkLifeMs) };
}

const refundState = (refund: Refund): RefundState => ({
  providerRefundId: refund.id,
  providerPaymentId: refund.payment_id,
  status: refund.status,
  amountMinor: minor(refund.amount.value),
  currency: refund.amount.currency,
});

function receiptData(receipt: Receipt, currency: string): ReceiptData {
  const phone = receipt.customer.phone?.replace(/\D/g, '');
  return {
    customer: { ...(phone ? { phone } : {}), ...(receipt.customer.email ? { email: receipt.customer.email } : {}) },
    items: receipt.items.map((item) => ({
      description: item.description.slice(0, 128),
      quantity: item.quantity,
      amount: money(item.amountMinor, currency),
      vat_code: item.vatCode,
      payment_subject: item.subject,
      payment_mode: item.mode,
    })),
    ...(receipt.taxSystemCode ? { tax_system_code: receipt.taxSystemCode } : {}),
  };
}

type Money = components['schemas']['MonetaryAmount'];
function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0)
    throw new RangeError(`amountMinor: expected a positive integer, got ${amountMinor}`);
  const value = `${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`;
  return { value, currency: currency as Money['currency'] };
}

function minor(value: string): number {
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(value);
  if (!parts) throw new RangeError(`amount: expected such as 120.50, got '${value}'`);
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

const problem = (
  method: string,
  facts: {
    status?: number;
    code: string;
    message: string;
    retryable: boolean;
    ambiguous: boolean;
    retryAfterSeconds?: number | undefined;
  },
) => new ProviderError({ service: 'yookassa', method, ...facts });

/** A refused connection never reached the provider; anything else that stays unanswered may have happened. */
function noAnswer(method: string, verb: string, error: unknown): ProviderError {
  const cause = (error as { cause?: { code?: string } }).cause?.code ?? '';
  const neverSent = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
  ].includes(cause);
  const message = neverSent ? 'the service cannot be reached' : 'no answer';
  return problem(method, {
    code: neverSent ? 'unreachable' : 'no_answer',
    message,
    retryable: true,
    ambiguous: verb === 'POST' && !neverSent,
  });
}

function refused(method: string, verb: string, response: Response, text: string): ProviderError {
  const { status } = response;
  const body = (parseJson(text) ?? {}) as {
    code?: string;
    description?: string;
    parameter?: string;
    retry_after?: number;
  };
  const serverFault = status >= 500;
  const about = body.parameter ? ` (${body.parameter})` : '';
  return problem(method, {
    status,
    code: body.code ?? (serverFault ? 'server_error' : 'refused'),
    message: `${status} ${body.description ?? 'no description'}${about}`,
    retryable: serverFault || status === 429,
    ambiguous: serverFault && verb === 'POST',
    retryAfterSeconds:
      status === 429
        ? Number(response.headers.get('retry-after')) ||
          (body.retry_after ? Math.ceil(body.retry_after / 1000) : undefined)
        : undefined,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
