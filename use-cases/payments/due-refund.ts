import { paymentProcessId } from '#domain/processes.ts';
import type { Order, Payment } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';

/**
 * Writes that the money of a settlement is to be given back: of the applied one when none is named. One refund a
 * settlement, whoever asks how often. Money marked as paid by hand is given back by hand.
 * @returns who gives it back.
 */
export async function dueRefund(
  tx: Tx,
  facts: { order: Order; payment: Payment; settlementId?: string | undefined; reason: string },
): Promise<'none' | 'provider' | 'by_hand'> {
  const [settlement] = await tx.sql<{ id: string; amount_minor: number; source: string }>(
    facts.settlementId
      ? 'select id, amount_minor, source from settlement where business_id = ? and id = ?'
      : `select id, amount_minor, source from settlement where business_id = ? and payment_id = ? and decision = 'applied'`,
    [tx.businessId, facts.settlementId ?? facts.payment.id],
  );
  if (!settlement) return 'none';
  await tx.sql(
    `insert into refund (id, business_id, payment_id, settlement_id, amount_minor, state, created_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (business_id, settlement_id) do nothing`,
    [
      newId(),
      tx.businessId,
      facts.payment.id,
      settlement.id,
      settlement.amount_minor,
      settlement.source === 'hand' ? 'by_hand' : 'due',
      tx.now,
    ],
  );
  // Money that came beside the applied one is given back while the payment stays what it is.
  if (facts.settlementId === undefined) facts.payment.state = 'refund_due';
  tx.emit({
    type: 'payment.refund_due',
    streamId: facts.order.contactId,
    contactId: facts.order.contactId,
    subjectId: facts.order.id,
    data: {
      orderId: facts.order.id,
      paymentId: facts.payment.id,
      amountMinor: settlement.amount_minor,
      reason: facts.reason,
    },
  });
  await wakeProcess(tx, {
    id: paymentProcessId(facts.payment.id),
    type: 'payment-timeout',
    subjectId: facts.payment.id,
    contactId: facts.order.contactId,
  });
  return settlement.source === 'hand' ? 'by_hand' : 'provider';
}
