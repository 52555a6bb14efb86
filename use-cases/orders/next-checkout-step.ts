import { orderProcessId } from '#domain/processes.ts';
import type { OrderState, PaymentState } from '#domain/orders/states.ts';
import type { Tx } from '#persistence/with-business.ts';
import { closeProcess, seeProcess } from '#use-cases/processes/process.ts';

export type CheckoutStep =
  | { kind: 'make_link'; attemptId: string }
  | { kind: 'complete' }
  | { kind: 'wait'; until: Date | null; details: string }
  | { kind: 'closed'; outcome: string };

/** A delivered order completes by itself after three days, unless staff does it first. */
const COMPLETES_AFTER_MS = 3 * 24 * 3_600_000;

/** What the order's workflow does next, read from its rows. */
export async function nextCheckoutStep(tx: Tx, orderId: string): Promise<CheckoutStep> {
  const seen = await seeProcess(tx, orderProcessId(orderId));
  const [order] = await tx.sql<{
    state: OrderState;
    number: number;
    payment_state: PaymentState;
    deadline_at: Date;
    delivered_at: Date | null;
    total_minor: number;
    currency: string;
  }>(
    `select o.state, o.number, p.state as payment_state, p.deadline_at, o.delivered_at, o.total_minor, o.currency from "order" o
     join payment p on p.business_id = o.business_id and p.order_id = o.id where o.business_id = ? and o.id = ?`,
    [tx.businessId, orderId],
  );
  if (!order || !seen.open) return { kind: 'closed', outcome: order ? order.state : 'row_missing' };
  if (order.payment_state === 'awaiting') {
    const [attempt] = await tx.sql<{ id: string }>(
      `select a.id from payment_attempt a join payment p on p.business_id = a.business_id and p.id = a.payment_id
       where a.business_id = ? and p.order_id = ? and a.state = 'created' order by a.number limit 1`,
      [tx.businessId, orderId],
    );
    if (attempt) return { kind: 'make_link', attemptId: attempt.id };
  }
  if (order.state === 'completed' || order.state === 'cancelled') {
    if (await closeProcess(tx, orderProcessId(orderId), seen)) return { kind: 'closed', outcome: order.state };
    return { kind: 'wait', until: tx.now, details: 'woken while closing' };
  }
  const completesAt =
    order.state === 'delivered' && order.delivered_at
      ? new Date(order.delivered_at.getTime() + COMPLETES_AFTER_MS)
      : null;
  if (completesAt !== null && completesAt <= tx.now) return { kind: 'complete' };
  return { kind: 'wait', until: completesAt, details: details(order) };
}

function details(order: {
  state: OrderState;
  number: number;
  deadline_at: Date;
  total_minor: number;
  currency: string;
}): string {
  const what: Record<OrderState, string> = {
    new: `waiting for payment of ${new Intl.NumberFormat('en').format(order.total_minor / 100)} ${order.currency} until ${order.deadline_at.toISOString().slice(11, 16)} UTC`,
    paid: 'paid; waiting for staff to pack it',
    processing: 'being packed; waiting to be handed over',
    shipped: 'on its way; waiting to be delivered',
    delivered: 'delivered; completes by itself in three days',
    completed: 'completed',
    cancelled: 'cancelled',
  };
  return `Order ${order.number}: ${what[order.state]}`;
}
