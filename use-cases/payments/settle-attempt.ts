import { BusinessError } from '#domain/errors.ts';
import { canMovePayment } from '#domain/orders/states.ts';
import type { Order, OrderLine, Payment, PaymentAttempt } from '#persistence/entities/shop.ts';
import { PaymentAttempt as PaymentAttemptEntity } from '#persistence/entities/shop.ts';
import { actorName, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { raiseAlarm } from '#use-cases/operations/raise-alarm.ts';
import { lockOrder, orderFacts } from '#use-cases/orders/order-facts.ts';
import { wakeOrder } from '#use-cases/orders/move-order.ts';
import { tellOfDecline, tellOfLateRefund, tellOfPaidOrder } from '#use-cases/orders/order-messages.ts';
import { moveOrderStock } from '#use-cases/stock/move-stock.ts';
import { dueRefund } from './due-refund.ts';

/** What the provider says of a try, fetched from it: never what a notification claims. */
export type AttemptFacts = {
  attemptId: string;
  providerPaymentId: string;
  status: 'pending' | 'waiting_for_capture' | 'succeeded' | 'canceled';
  amountMinor: number;
  currency: string;
  reason?: string | undefined;
};

export type SettleResult = 'open' | 'applied' | 'refund' | 'canceled' | 'already_settled' | 'wrong_amount';

/**
 * Decides once, under the order's lock, what becomes of a try: money that came is applied or given back, a decline
 * is told. Any number of notifications, in any order, end in the same rows.
 */
export async function settleAttempt(tx: Tx, facts: AttemptFacts): Promise<SettleResult> {
  const found = await tx.em.findOne(PaymentAttemptEntity, { id: facts.attemptId, businessId: tx.businessId });
  if (!found) throw new BusinessError('attempt_not_found', { attemptId: facts.attemptId });
  const [owner] = await tx.sql<{ order_id: string }>('select order_id from payment where business_id = ? and id = ?', [
    tx.businessId,
    found.paymentId,
  ]);
  const rows = await lockOrder(tx, String(owner?.order_id));
  const attempt = await tx.em.findOneOrFail(
    PaymentAttemptEntity,
    { id: facts.attemptId, businessId: tx.businessId },
    { refresh: true },
  );
  attempt.checkedAt = tx.now;
  attempt.providerPaymentId ??= facts.providerPaymentId;
  if (attempt.checkWantedAt && attempt.checkWantedAt <= tx.now) attempt.checkWantedAt = null;
  if (attempt.state === 'succeeded' || attempt.state === 'canceled') return 'already_settled';
  if (facts.status === 'canceled') return cancelAttempt(tx, rows, attempt, facts.reason ?? 'other');
  if (facts.status !== 'succeeded') {
    attempt.state = 'pending';
    return 'open';
  }
  if (facts.amountMinor !== rows.payment.amountMinor || facts.currency !== rows.payment.currency) {
    await raiseAlarm(tx, {
      code: 'payment_wrong_amount',
      key: `payment_wrong_amount:${attempt.id}`,
      facts: { orderId: rows.order.id, expectedMinor: rows.payment.amountMinor, gotMinor: facts.amountMinor },
    });
  }
  attempt.state = 'succeeded';
  attempt.settledAt = tx.now;
  return takeMoney(tx, rows, { attemptId: attempt.id, source: 'provider', amountMinor: facts.amountMinor });
}

/**
 * One settlement row for money that came. Applied: when the payment waits, or when it came late and every piece can
 * still be held. Else it is due back, and the client is told which.
 */
export async function takeMoney(
  tx: Tx,
  rows: { order: Order; payment: Payment; lines: OrderLine[] },
  money: { attemptId: string | null; source: 'provider' | 'hand'; amountMinor: number },
): Promise<'applied' | 'refund' | 'wrong_amount'> {
  const { order, payment, lines } = rows;
  const settlementId = newId();
  const late = payment.state === 'expired';
  const rightAmount = money.amountMinor === payment.amountMinor;
  const wanted = rightAmount && (payment.state === 'awaiting' || (late && order.cancelReason === 'payment_timeout'));
  const applied = wanted && (!late || (await holdAgain(tx, order, lines)));
  const reason = applied
    ? late
      ? 'late_accepted'
      : 'in_time'
    : !rightAmount
      ? 'wrong_amount'
      : late
        ? 'late_refused'
        : 'already_paid';
  await tx.sql(
    `insert into settlement (id, business_id, payment_id, attempt_id, source, decision, amount_minor, reason, actor, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      settlementId,
      tx.businessId,
      payment.id,
      money.attemptId,
      money.source,
      applied ? 'applied' : 'refund',
      money.amountMinor,
      reason,
      actorName(tx.actor),
      tx.now,
    ],
  );
  if (applied) {
    await applyPayment(tx, rows, late);
    return 'applied';
  }
  const wasPaid = payment.state === 'paid';
  if (!wasPaid && canMovePayment(payment.state, 'refund_due')) payment.state = 'refund_due';
  await dueRefund(tx, { order, payment, settlementId, reason });
  await tellOfLateRefund(tx, order, settlementId);
  await wakeOrder(tx, order);
  return rightAmount ? 'refund' : 'wrong_amount';
}

async function applyPayment(
  tx: Tx,
  rows: { order: Order; payment: Payment; lines: OrderLine[] },
  late: boolean,
): Promise<void> {
  const { order, payment, lines } = rows;
  const round = `r${order.revision}`;
  payment.state = 'paid';
  payment.paidAt = tx.now;
  order.state = 'paid';
  order.stockState = 'sold';
  order.paidAt = tx.now;
  order.cancelReason = null;
  order.cancelledAt = null;
  order.revision += 1;
  await moveOrderStock(tx, { kind: 'sale', orderId: order.id, round, lines });
  const [contact] = await tx.sql<{ orders_paid: number }>(
    'update contact set orders_paid = orders_paid + 1, spent_minor = spent_minor + ?, last_order_at = ? where business_id = ? and id = ? returning orders_paid',
    [order.totalMinor, tx.now, tx.businessId, order.contactId],
  );
  await tellOfPaidOrder(tx, order, late, round);
  tx.emit({
    type: 'order.paid',
    streamId: order.contactId,
    contactId: order.contactId,
    subjectId: order.id,
    data: { ...orderFacts(order, lines, contact?.orders_paid === 1), late },
  });
  await wakeOrder(tx, order);
}

/** For late money: all pieces or none. */
async function holdAgain(tx: Tx, order: Order, lines: readonly OrderLine[]): Promise<boolean> {
  try {
    await tx.sql('savepoint hold_again');
    const short = await moveOrderStock(tx, { kind: 'hold', orderId: order.id, round: `r${order.revision}`, lines });
    if (short.length === 0) {
      await tx.sql('release savepoint hold_again');
      return true;
    }
    await tx.sql('rollback to savepoint hold_again');
    return false;
  } catch (error) {
    await tx.sql('rollback to savepoint hold_again');
    throw error;
  }
}

async function cancelAttempt(
  tx: Tx,
  rows: { order: Order; payment: Payment },
  attempt: PaymentAttempt,
  reason: string,
): Promise<SettleResult> {
  attempt.state = 'canceled';
  attempt.cancelReason = reason;
  attempt.settledAt = tx.now;
  if (rows.payment.state !== 'awaiting') return 'canceled';
  tx.emit({
    type: 'payment.declined',
    streamId: rows.order.contactId,
    contactId: rows.order.contactId,
    subjectId: rows.order.id,
    data: { orderId: rows.order.id, paymentId: rows.payment.id, attemptId: attempt.id, reason },
  });
  await tellOfDecline(tx, rows.order, { id: attempt.id, reason });
  await wakeOrder(tx, rows.order);
  return 'canceled';
}
