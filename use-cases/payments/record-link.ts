import { paymentProcessId } from '#domain/processes.ts';
import { Order, Payment, PaymentAttempt } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { raiseAlarm } from '#use-cases/operations/raise-alarm.ts';
import { ringOrders } from '#use-cases/orders/order-facts.ts';
import { tellOfLinkTrouble, tellOfPaymentLink } from '#use-cases/orders/order-messages.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';

/** The provider made the link: keeps it, and sends it to the client unless the payment no longer waits. */
export async function recordLink(
  tx: Tx,
  link: { attemptId: string; providerPaymentId: string; url: string },
): Promise<void> {
  const rows = await rowsOf(tx, link.attemptId);
  if (!rows || rows.attempt.state !== 'created') return;
  rows.attempt.state = 'pending';
  rows.attempt.providerPaymentId = link.providerPaymentId;
  rows.attempt.confirmationUrl = link.url;
  if (rows.payment.state === 'awaiting') {
    await tellOfPaymentLink(tx, rows.order, {
      attemptId: link.attemptId,
      url: link.url,
      deadlineAt: rows.payment.deadlineAt,
    });
    tx.emit({
      type: 'payment.link_ready',
      streamId: rows.order.contactId,
      contactId: rows.order.contactId,
      subjectId: rows.order.id,
      data: { orderId: rows.order.id, paymentId: rows.payment.id, attemptId: link.attemptId },
    });
  }
  await wakeProcess(tx, {
    id: paymentProcessId(rows.payment.id),
    type: 'payment-timeout',
    subjectId: rows.payment.id,
    contactId: rows.order.contactId,
  });
  ringOrders(tx);
}

/** The provider refused to make a link, for good: the client is told and staff gets an alarm. */
export async function recordLinkRefused(tx: Tx, facts: { attemptId: string; error: string }): Promise<void> {
  const rows = await rowsOf(tx, facts.attemptId);
  if (!rows || rows.attempt.state !== 'created') return;
  rows.attempt.state = 'failed';
  rows.attempt.error = facts.error.slice(0, 500);
  rows.attempt.settledAt = tx.now;
  await tellOfLinkTrouble(tx, rows.order, facts.attemptId);
  await raiseAlarm(tx, {
    code: 'payment_link_refused',
    key: `payment_link_refused:${facts.attemptId}`,
    facts: { orderId: rows.order.id, error: facts.error.slice(0, 200) },
  });
  ringOrders(tx);
}

async function rowsOf(
  tx: Tx,
  attemptId: string,
): Promise<{ attempt: PaymentAttempt; payment: Payment; order: Order } | undefined> {
  const found = await tx.em.findOne(PaymentAttempt, { id: attemptId, businessId: tx.businessId });
  if (!found) return undefined;
  const payment = await tx.em.findOneOrFail(Payment, { id: found.paymentId, businessId: tx.businessId });
  const order = await tx.em.findOneOrFail(Order, { id: payment.orderId, businessId: tx.businessId });
  await tx.sql('select id from contact where business_id = ? and id = ? for no key update', [
    tx.businessId,
    order.contactId,
  ]);
  await tx.sql('select id from "order" where business_id = ? and id = ? for update', [tx.businessId, order.id]);
  await tx.em.refresh(payment);
  await tx.em.refresh(found);
  return { attempt: found, payment, order };
}
