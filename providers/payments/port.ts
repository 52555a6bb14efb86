import type { ProviderError } from '#platform/provider-error.ts';

/** Receipt data of 54-FZ. `amountMinor` is the price of one piece; `vatCode` 1-12 as the tax service numbers them. */
export type ReceiptItem = {
  description: string;
  quantity: number;
  amountMinor: number;
  vatCode: number;
  subject: 'commodity' | 'service' | 'payment' | 'another';
  mode: 'full_prepayment' | 'partial_prepayment' | 'advance' | 'full_payment' | 'partial_payment' | 'credit';
};
export type Receipt = {
  customer: { phone?: string | undefined; email?: string | undefined };
  items: ReceiptItem[];
  taxSystemCode?: number | undefined;
};

export type CreatePayment = {
  /** Row id of the attempt: idempotency key and `metadata.attemptId`. A technical retry keeps it, a new try has a new one. */
  attemptId: string;
  amountMinor: number;
  currency: string;
  description: string;
  returnUrl: string;
  receipt?: Receipt | undefined;
  metadata?: Record<string, string> | undefined;
  /** false = hold the money until `capture`. */
  capture?: boolean | undefined;
};
export type PaymentState = {
  providerPaymentId: string;
  status: 'pending' | 'waiting_for_capture' | 'succeeded' | 'canceled';
  amountMinor: number;
  currency: string;
  paidAt?: Date | undefined;
  cancellationReason?: string | undefined;
  refundedMinor: number;
  metadata: Record<string, string>;
  createdAt: Date;
};
/** `expiresAt`: the moment after which the link cannot be paid any more. */
export type CreatedPayment = PaymentState & { confirmationUrl?: string | undefined; expiresAt?: Date | undefined };

export type CreateRefund = {
  /** Row id of the refund: its idempotency key. */
  refundId: string;
  providerPaymentId: string;
  amountMinor: number;
  currency: string;
  receipt?: Receipt | undefined;
};
export type RefundState = {
  providerRefundId: string;
  providerPaymentId: string;
  status: 'pending' | 'succeeded' | 'canceled';
  amountMinor: number;
  currency: string;
};

/** A hint and nothing more: fetch the state before anything changes. */
export type PaymentNotification = {
  event: string;
  providerPaymentId?: string | undefined;
  providerRefundId?: string | undefined;
  attemptId?: string | undefined;
};

/** Every call throws `ProviderError`; `ambiguous` = the provider may have done it, so ask before acting again. */
export interface PaymentProvider {
  /** Whether the keys open the account: resolves, or throws with the provider's status. */
  check(): Promise<void>;
  create(payment: CreatePayment): Promise<CreatedPayment>;
  get(providerPaymentId: string): Promise<PaymentState>;
  /** For a create that stayed unanswered beyond the provider's key retention (24 h): search, never post again. */
  findByAttempt(attemptId: string, since: Date): Promise<CreatedPayment | undefined>;
  capture(providerPaymentId: string, idempotencyKey: string): Promise<PaymentState>;
  cancel(providerPaymentId: string, idempotencyKey: string): Promise<PaymentState>;
  refund(refund: CreateRefund): Promise<RefundState>;
  getRefund(providerRefundId: string): Promise<RefundState>;
  /** `undefined` for a body that is no notification of this provider. */
  parseNotification(body: unknown): PaymentNotification | undefined;
}
export type { ProviderError };
