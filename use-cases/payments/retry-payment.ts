import { BusinessError } from '#domain/errors.ts';
import { paymentProcessId } from '#domain/processes.ts';
import { settingsOf } from '#domain/settings.ts';
import { Business } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import { wakeOrder } from '#use-cases/orders/move-order.ts';
import { lockOrder } from '#use-cases/orders/order-facts.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';
import { newAttempt } from './new-attempt.ts';

/**
 * A deliberate new try after a decline: a new row, whose id is the new key.
 * @throws BusinessError `order_not_found` (also for an order of somebody else), `payment_not_awaiting`, `attempt_still_open`.
 */
export async function retryPayment(tx: Tx, input: { orderId: string; contactId: string }): Promise<void> {
  const rows = await lockOrder(tx, input.orderId);
  if (rows.order.contactId !== input.contactId) throw new BusinessError('order_not_found', { orderId: input.orderId });
  if (rows.payment.state !== 'awaiting') throw new BusinessError('payment_not_awaiting', { state: rows.payment.state });
  const [open] = await tx.sql<{ confirmation_url: string | null }>(
    `select confirmation_url from payment_attempt where business_id = ? and payment_id = ? and state in ('created', 'pending')
     order by number desc limit 1`,
    [tx.businessId, rows.payment.id],
  );
  if (open) throw new BusinessError('attempt_still_open', { url: open.confirmation_url });
  const { taxSystemCode } = settingsOf(await tx.em.findOneOrFail(Business, tx.businessId));
  await newAttempt(tx, { ...rows, taxSystemCode });
  await wakeOrder(tx, rows.order);
  await wakeProcess(tx, {
    id: paymentProcessId(rows.payment.id),
    type: 'payment-timeout',
    subjectId: rows.payment.id,
    contactId: rows.order.contactId,
  });
}
