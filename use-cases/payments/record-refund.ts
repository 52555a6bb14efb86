import { Refund } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { BusinessError } from '#domain/errors.ts';
import { raiseAlarm } from '#use-cases/operations/raise-alarm.ts';
import { lockOrder, ringOrders } from '#use-cases/orders/order-facts.ts';
import { tellOfRefund } from '#use-cases/orders/order-messages.ts';

/** The money went back (at the provider, or by the hand of staff): once. */
export async function recordRefund(
  tx: Tx,
  facts: { refundId: string; providerRefundId: string | null },
): Promise<void> {
  const { refund, rows } = await lockRefund(tx, facts.refundId);
  if (refund.state === 'succeeded') return;
  const byHand = refund.state === 'by_hand';
  refund.state = 'succeeded';
  refund.providerRefundId = facts.providerRefundId;
  refund.settledAt = tx.now;
  await tx.em.flush();
  const open = await tx.sql(
    `select 1 from refund where business_id = ? and payment_id = ? and state <> 'succeeded' limit 1`,
    [tx.businessId, refund.paymentId],
  );
  if (open.length === 0 && rows.payment.state === 'refund_due') rows.payment.state = 'refunded';
  const [settlement] = await tx.sql<{ decision: string }>(
    'select decision from settlement where business_id = ? and id = ?',
    [tx.businessId, refund.settlementId],
  );
  if (settlement?.decision === 'applied') {
    await tx.sql(
      'update contact set spent_minor = spent_minor - ?, orders_paid = greatest(0, orders_paid - 1) where business_id = ? and id = ?',
      [refund.amountMinor, tx.businessId, rows.order.contactId],
    );
  }
  await tellOfRefund(tx, rows.order, { id: refund.id, amountMinor: refund.amountMinor, byHand });
  tx.emit({
    type: 'payment.refunded',
    streamId: rows.order.contactId,
    contactId: rows.order.contactId,
    subjectId: rows.order.id,
    data: { orderId: rows.order.id, paymentId: refund.paymentId, amountMinor: refund.amountMinor },
  });
  ringOrders(tx);
}

/** The provider refuses for good: a person must see to it, so the badge stays "Refund due". */
export async function recordRefundRefused(tx: Tx, facts: { refundId: string; error: string }): Promise<void> {
  const { refund, rows } = await lockRefund(tx, facts.refundId);
  if (refund.state !== 'due') return;
  refund.state = 'by_hand';
  refund.error = facts.error.slice(0, 500);
  await raiseAlarm(tx, {
    code: 'refund_refused',
    key: `refund_refused:${refund.id}`,
    facts: { orderId: rows.order.id, error: facts.error.slice(0, 200) },
  });
  ringOrders(tx);
}

/** Staff gave the money back themselves. @throws BusinessError `forbidden`, `refund_not_due`. */
export async function refundByHand(tx: Tx, input: { orderId: string }): Promise<void> {
  if (tx.actor.kind !== 'user' || tx.actor.role === 'master')
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
  const { payment } = await lockOrder(tx, input.orderId);
  const refunds = await tx.sql<{ id: string }>(
    `select id from refund where business_id = ? and payment_id = ? and state = 'by_hand'`,
    [tx.businessId, payment.id],
  );
  if (refunds.length === 0) throw new BusinessError('refund_not_due', { orderId: input.orderId });
  for (const refund of refunds) await recordRefund(tx, { refundId: refund.id, providerRefundId: null });
}

async function lockRefund(tx: Tx, refundId: string) {
  const [owner] = await tx.sql<{ order_id: string }>(
    `select p.order_id from refund r join payment p on p.business_id = r.business_id and p.id = r.payment_id
     where r.business_id = ? and r.id = ?`,
    [tx.businessId, refundId],
  );
  if (!owner) throw new BusinessError('refund_not_due', { refundId });
  const rows = await lockOrder(tx, owner.order_id);
  const refund = await tx.em.findOneOrFail(Refund, { id: refundId, businessId: tx.businessId }, { refresh: true });
  return { refund, rows };
}
