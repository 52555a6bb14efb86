import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { paymentProcessId } from '#domain/processes.ts';
import { lockOrder } from '#use-cases/orders/order-facts.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';
import { takeMoney } from './settle-attempt.ts';
import { wantChecks } from './want-checks.ts';

/**
 * Staff took the money themselves. It competes with a payment in flight under the order's lock: whoever is first is
 * applied, and a provider's payment that comes second is refunded.
 * @throws BusinessError `forbidden`, `payment_not_awaiting`.
 */
export async function markPaidByHand(tx: Tx, input: { orderId: string; revision?: number | undefined }): Promise<void> {
  if (tx.actor.kind !== 'user' || tx.actor.role === 'master')
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
  const rows = await lockOrder(tx, input.orderId);
  if (rows.payment.state !== 'awaiting') throw new BusinessError('payment_not_awaiting', { state: rows.payment.state });
  if (input.revision !== undefined && input.revision !== rows.order.revision) {
    throw new BusinessError('order_changed', {
      orderId: rows.order.id,
      state: rows.order.state,
      revision: rows.order.revision,
    });
  }
  await takeMoney(tx, rows, { attemptId: null, source: 'hand', amountMinor: rows.payment.amountMinor });
  await wantChecks(tx, rows.payment.id);
  await wakeProcess(tx, {
    id: paymentProcessId(rows.payment.id),
    type: 'payment-timeout',
    subjectId: rows.payment.id,
    contactId: rows.order.contactId,
  });
}
