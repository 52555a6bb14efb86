import type { PaymentState } from '#domain/orders/states.ts';
import type { Tx } from '#persistence/with-business.ts';
import type { AttemptRequest } from './new-attempt.ts';

export type AttemptForProvider = {
  id: string;
  paymentId: string;
  orderId: string;
  state: string;
  paymentState: PaymentState;
  providerPaymentId: string | null;
  /** The account that makes it; null: the installation's own. */
  shopId: string | null;
  request: AttemptRequest;
  createdAt: Date;
};

/** A try as the activity needs it, read afresh before the provider is called. */
export async function readAttempt(tx: Tx, attemptId: string): Promise<AttemptForProvider | undefined> {
  const [row] = await tx.sql<{
    payment_id: string;
    order_id: string;
    state: string;
    payment_state: PaymentState;
    provider_payment_id: string | null;
    shop_id: string | null;
    request: AttemptRequest;
    created_at: Date;
  }>(
    `select a.payment_id, p.order_id, a.state, p.state as payment_state, a.provider_payment_id, a.shop_id, a.request, a.created_at
     from payment_attempt a join payment p on p.business_id = a.business_id and p.id = a.payment_id
     where a.business_id = ? and a.id = ?`,
    [tx.businessId, attemptId],
  );
  if (!row) return undefined;
  return {
    id: attemptId,
    paymentId: row.payment_id,
    orderId: row.order_id,
    state: row.state,
    paymentState: row.payment_state,
    providerPaymentId: row.provider_payment_id,
    shopId: row.shop_id,
    request: row.request,
    createdAt: row.created_at,
  };
}

/** Remembers that the provider was asked, whatever it answers, so that silence is not asked in a loop. */
export async function markTried(tx: Tx, attemptId: string): Promise<void> {
  await tx.sql('update payment_attempt set tried_at = ? where business_id = ? and id = ?', [
    tx.now,
    tx.businessId,
    attemptId,
  ]);
}

/** The provider does not know this try: it was never made there. Over when the payment no longer waits. */
export async function recordNeverMade(tx: Tx, attemptId: string): Promise<void> {
  await tx.sql(
    `update payment_attempt a set checked_at = ?, check_wanted_at = null,
       state = case when p.state = 'awaiting' and p.deadline_at > ? then a.state else 'failed' end, error = coalesce(a.error, 'never_made')
     from payment p where a.business_id = ? and a.id = ? and a.state = 'created' and p.business_id = a.business_id and p.id = a.payment_id`,
    [tx.now, tx.now, tx.businessId, attemptId],
  );
}

/** A refund as the activity needs it. */
export async function readRefund(
  tx: Tx,
  refundId: string,
): Promise<
  | {
      id: string;
      state: string;
      amountMinor: number;
      currency: string;
      providerPaymentId: string | null;
      shopId: string | null;
      request: AttemptRequest;
    }
  | undefined
> {
  const [row] = await tx.sql<{
    state: string;
    amount_minor: number;
    currency: string;
    provider_payment_id: string | null;
    shop_id: string | null;
    request: AttemptRequest;
  }>(
    `select r.state, r.amount_minor, p.currency, a.provider_payment_id, a.shop_id, a.request from refund r
     join settlement s on s.business_id = r.business_id and s.id = r.settlement_id
     join payment p on p.business_id = r.business_id and p.id = r.payment_id
     left join payment_attempt a on a.business_id = s.business_id and a.id = s.attempt_id
     where r.business_id = ? and r.id = ?`,
    [tx.businessId, refundId],
  );
  return (
    row && {
      id: refundId,
      state: row.state,
      amountMinor: row.amount_minor,
      currency: row.currency,
      providerPaymentId: row.provider_payment_id,
      shopId: row.shop_id,
      request: row.request,
    }
  );
}
