import { orderTransition } from '#domain/orders/states.ts';
import type { Tx } from '#persistence/with-business.ts';
import { cancelLocked } from '#use-cases/orders/move-order.ts';
import { lockOrder } from '#use-cases/orders/order-facts.ts';
import { tellOfExpiredOrder } from '#use-cases/orders/order-messages.ts';

/** The deadline has come: decides once, under the order's lock, and only from `awaiting`. Tells whether it expired. */
export async function expirePayment(tx: Tx, input: { paymentId: string; orderId: string }): Promise<boolean> {
  const rows = await lockOrder(tx, input.orderId);
  if (rows.payment.state !== 'awaiting' || rows.payment.deadlineAt > tx.now) return false;
  if (!orderTransition(rows.order.state, 'cancelled')) return false;
  rows.payment.state = 'expired';
  rows.payment.expiredAt = tx.now;
  await cancelLocked(tx, rows, 'payment_timeout');
  await tellOfExpiredOrder(tx, rows.order);
  return true;
}
