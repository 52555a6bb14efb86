import { BusinessError } from '#domain/errors.ts';
import { orderProcessId, paymentProcessId } from '#domain/processes.ts';
import { orderTransition, type OrderState } from '#domain/orders/states.ts';
import type { Order, OrderLine, Payment } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { wantChecks } from '#use-cases/payments/want-checks.ts';
import { dueRefund } from '#use-cases/payments/due-refund.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';
import { moveOrderStock } from '#use-cases/stock/move-stock.ts';
import { lockOrder, orderFacts, ringOrders } from './order-facts.ts';
import { tellOfCancelledOrder, tellOfMove } from './order-messages.ts';

/**
 * Moves an order along the table of domain/orders/states.ts, forward or back, with the effects stated there.
 * `paid` is reached by money or by `markPaidByHand`, `cancelled` by `cancelOrder`: not here.
 * @throws BusinessError `order_not_found`, `order_changed`, `transition_refused`, `forbidden`.
 */
export async function moveOrder(
  tx: Tx,
  input: { orderId: string; to: OrderState; revision?: number | undefined },
): Promise<void> {
  const { order, payment, lines } = await lockOrder(tx, input.orderId);
  if (order.state === input.to) return;
  refuseStale(order, input.revision);
  if (input.to === 'cancelled' || (input.to === 'paid' && order.state !== 'processing')) {
    throw new BusinessError('transition_refused', { from: order.state, to: input.to });
  }
  mayMove(tx, order, input.to);
  const from = order.state;
  order.state = input.to;
  order.revision += 1;
  stamp(tx, order);
  if (orderTransition(from, input.to)?.effects.includes('tell_client')) await tellOfMove(tx, order);
  tx.emit({
    type: 'order.moved',
    streamId: order.contactId,
    contactId: order.contactId,
    subjectId: order.id,
    data: { ...orderFacts(order, lines, false), from, to: input.to },
  });
  await wakeOrder(tx, order);
  void payment;
}

/**
 * Cancels an order with a reason. Unpaid: the hold is released. Paid: the pieces return to the shelf and the money
 * is due back; the payment's workflow sends it.
 */
export async function cancelOrder(
  tx: Tx,
  input: { orderId: string; reason: string; revision?: number | undefined },
): Promise<void> {
  const reason = input.reason.trim();
  if (reason === '') throw new BusinessError('reason_missing', {});
  const { order, payment, lines } = await lockOrder(tx, input.orderId);
  if (order.state === 'cancelled') return;
  refuseStale(order, input.revision);
  mayMove(tx, order, 'cancelled');
  const wasPaid = payment.state === 'paid';
  await cancelLocked(tx, { order, payment, lines }, reason);
  const refund = wasPaid ? await dueRefund(tx, { order, payment, reason: 'order_cancelled' }) : 'none';
  if (!wasPaid) {
    payment.state = 'expired';
    payment.expiredAt = tx.now;
    await wantChecks(tx, payment.id);
  }
  await tellOfCancelledOrder(tx, order, { reason, refund, round: String(order.revision) });
  await wakeProcess(tx, {
    id: paymentProcessId(payment.id),
    type: 'payment-timeout',
    subjectId: payment.id,
    contactId: order.contactId,
  });
}

/** The part that every cancellation shares: state, stock, event, wake-up. The order must be locked. */
export async function cancelLocked(
  tx: Tx,
  rows: { order: Order; payment: Payment; lines: readonly OrderLine[] },
  reason: string,
): Promise<void> {
  const { order, lines } = rows;
  await moveOrderStock(tx, {
    kind: order.stockState === 'held' ? 'release' : 'return',
    orderId: order.id,
    round: `r${order.revision}`,
    lines,
  });
  order.stockState = 'released';
  order.state = 'cancelled';
  order.cancelReason = reason;
  order.cancelledAt = tx.now;
  order.revision += 1;
  tx.emit({
    type: 'order.cancelled',
    streamId: order.contactId,
    contactId: order.contactId,
    subjectId: order.id,
    data: { ...orderFacts(order, lines, false), reason },
  });
  await wakeOrder(tx, order);
}

export async function wakeOrder(tx: Tx, order: Order): Promise<void> {
  await wakeProcess(tx, {
    id: orderProcessId(order.id),
    type: 'checkout',
    subjectId: order.id,
    contactId: order.contactId,
  });
  ringOrders(tx);
}

function mayMove(tx: Tx, order: Order, to: OrderState): void {
  const transition = orderTransition(order.state, to);
  if (!transition) throw new BusinessError('transition_refused', { from: order.state, to });
  const who = tx.actor.kind === 'user' ? tx.actor.role : tx.actor.kind === 'contact' ? 'contact' : 'process';
  if (!(transition.who as readonly string[]).includes(who))
    throw new BusinessError('forbidden', { from: order.state, to, needs: transition.who });
}

function refuseStale(order: Order, revision: number | undefined): void {
  if (revision !== undefined && revision !== order.revision) {
    throw new BusinessError('order_changed', { orderId: order.id, state: order.state, revision: order.revision });
  }
}

function stamp(tx: Tx, order: Order): void {
  if (order.state === 'shipped') order.shippedAt = tx.now;
  if (order.state === 'delivered') order.deliveredAt = tx.now;
  if (order.state === 'completed') order.completedAt = tx.now;
}
