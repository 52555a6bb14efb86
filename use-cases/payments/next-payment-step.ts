import { paymentProcessId } from '#domain/processes.ts';
import type { PaymentState } from '#domain/orders/states.ts';
import type { Tx } from '#persistence/with-business.ts';
import { closeProcess, seeProcess } from '#use-cases/processes/process.ts';

/** What the payment's workflow does next. Rows decide; the workflow only drives. */
export type PaymentStep =
  | { kind: 'check'; attemptIds: string[] }
  | { kind: 'refund'; refundIds: string[] }
  | { kind: 'expire'; orderId: string }
  | { kind: 'wait'; until: Date | null; details: string }
  | { kind: 'closed'; outcome: string };

const SECOND = 1_000;
/** After a check that got no answer. */
const TRY_AGAIN_MS = 15 * SECOND;
/** A lost notification is made up for by asking now and then. */
const POLL_MS = 3 * 60 * SECOND;
/** A provider that stays silent this long after the deadline does not hold the stock; the late path covers it. */
const SILENCE_MS = 5 * 60 * SECOND;

type Attempt = {
  id: string;
  state: string;
  created_at: Date;
  checked_at: Date | null;
  tried_at: Date | null;
  check_wanted_at: Date | null;
};

export async function nextPaymentStep(tx: Tx, paymentId: string): Promise<PaymentStep> {
  const seen = await seeProcess(tx, paymentProcessId(paymentId));
  const [payment] = await tx.sql<{
    state: PaymentState;
    deadline_at: Date;
    order_id: string;
    amount_minor: number;
    currency: string;
  }>('select state, deadline_at, order_id, amount_minor, currency from payment where business_id = ? and id = ?', [
    tx.businessId,
    paymentId,
  ]);
  if (!payment || !seen.open) return { kind: 'closed', outcome: payment ? payment.state : 'row_missing' };
  const refunds = await tx.sql<{ id: string }>(
    `select id from refund where business_id = ? and payment_id = ? and state = 'due' order by created_at`,
    [tx.businessId, paymentId],
  );
  if (refunds.length > 0) return { kind: 'refund', refundIds: refunds.map((refund) => refund.id) };
  const attempts = await tx.sql<Attempt>(
    `select id, state, created_at, checked_at, tried_at, check_wanted_at from payment_attempt
     where business_id = ? and payment_id = ? and state in ('created', 'pending') order by number`,
    [tx.businessId, paymentId],
  );
  const times = attempts.map((attempt) => checkTime(attempt, payment));
  const due = attempts.filter((_, index) => (times[index] ?? tx.now) <= tx.now);
  if (due.length > 0) return { kind: 'check', attemptIds: due.map((attempt) => attempt.id) };
  if (payment.state === 'awaiting') return awaiting(tx, payment, attempts, times);
  if (attempts.length > 0) {
    return {
      kind: 'wait',
      until: earliest(times),
      details: `payment is ${payment.state}; its link can still be paid, so it is watched until it closes`,
    };
  }
  if (await closeProcess(tx, paymentProcessId(paymentId), seen)) return { kind: 'closed', outcome: payment.state };
  return { kind: 'wait', until: tx.now, details: 'woken while closing' };
}

function awaiting(
  tx: Tx,
  payment: { deadline_at: Date; order_id: string; amount_minor: number; currency: string },
  attempts: readonly Attempt[],
  times: readonly Date[],
): PaymentStep {
  if (tx.now >= payment.deadline_at) {
    const asked = attempts.every((attempt) => attempt.checked_at !== null && attempt.checked_at >= payment.deadline_at);
    const silent = tx.now.getTime() >= payment.deadline_at.getTime() + SILENCE_MS;
    if (asked || silent) return { kind: 'expire', orderId: payment.order_id };
    return {
      kind: 'wait',
      until: earliest(times),
      details: 'the deadline has come; the provider has not answered yet',
    };
  }
  const until = earliest([...times, payment.deadline_at]);
  const amount = new Intl.NumberFormat('en', {
    minimumFractionDigits: payment.amount_minor % 100 === 0 ? 0 : 2,
  }).format(payment.amount_minor / 100);
  return {
    kind: 'wait',
    until,
    details: `waiting for payment of ${amount} ${payment.currency} until ${payment.deadline_at.toISOString().slice(11, 16)} UTC`,
  };
}

/** When a try is asked about next: at once when a notification hinted, at the deadline, else now and then. */
function checkTime(attempt: Attempt, payment: { state: PaymentState; deadline_at: Date }): Date {
  const last = attempt.checked_at ?? attempt.created_at;
  const hinted = attempt.check_wanted_at;
  const times = [last.getTime() + POLL_MS];
  if (hinted !== null) times.push(hinted.getTime());
  if (payment.state === 'awaiting' && last < payment.deadline_at) times.push(payment.deadline_at.getTime());
  const soonest = Math.min(...times);
  const notBefore =
    attempt.tried_at !== null && (attempt.checked_at === null || attempt.tried_at > attempt.checked_at)
      ? attempt.tried_at.getTime() + TRY_AGAIN_MS
      : 0;
  return new Date(Math.max(soonest, notBefore));
}

function earliest(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
}
