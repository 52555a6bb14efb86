import type { ProviderError } from '#platform/provider-error.ts';
import type { CreatedPayment, CreateRefund, PaymentProvider, PaymentState } from '#providers/payments/port.ts';

/** A payment provider that says what a test prepared, and fails loudly when asked for what it did not. */
export class PreparedProvider implements PaymentProvider {
  private readonly nowMs: () => number;
  readonly states = new Map<string, PaymentState>();
  readonly calls: string[] = [];
  broken: ProviderError | undefined;

  constructor(nowMs: () => number) {
    this.nowMs = nowMs;
  }

  async check() {
    this.call('check');
  }

  async create(request: { attemptId: string; amountMinor: number; currency: string }): Promise<CreatedPayment> {
    this.call(`create ${request.attemptId}`);
    const id = `p-${request.attemptId}`;
    const known = this.states.get(id);
    const state: PaymentState = known ?? {
      providerPaymentId: id,
      status: 'pending',
      amountMinor: request.amountMinor,
      currency: request.currency,
      refundedMinor: 0,
      metadata: { attemptId: request.attemptId },
      createdAt: new Date(this.nowMs()),
    };
    this.states.set(id, state);
    return { ...state, confirmationUrl: `https://pay/${id}` };
  }

  async get(id: string) {
    this.call(`get ${id}`);
    return this.states.get(id)!;
  }

  async findByAttempt(attemptId: string) {
    this.call(`find ${attemptId}`);
    return this.states.get(`p-${attemptId}`);
  }

  async refund(request: CreateRefund) {
    this.call(`refund ${request.refundId}`);
    return { ...request, providerRefundId: `r-${request.refundId}`, status: 'succeeded' as const };
  }

  says(attemptId: string, change: Partial<PaymentState>) {
    const id = `p-${attemptId}`;
    this.states.set(id, { ...this.states.get(id)!, ...change });
  }

  private call(what: string) {
    if (this.broken) throw this.broken;
    this.calls.push(what);
  }

  capture(): never {
    throw new Error('not prepared');
  }
  cancel(): never {
    throw new Error('not prepared');
  }
  getRefund(): never {
    throw new Error('not prepared');
  }
  parseNotification(): never {
    throw new Error('not prepared');
  }
}
