import { paymentProcessId } from '#domain/processes.ts';
import { sql, type Database } from '#persistence/database.ts';
import type { BusinessDoor } from '#persistence/with-business.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';

export type PaymentHint = { attemptId?: string | undefined; providerPaymentId?: string | undefined };

/**
 * A payment notification is a hint: it asks the payment's workflow to look at the provider, and changes nothing else.
 * An unknown payment is answered with `unknown` and leaves no trace, so that nobody can fill tables from outside.
 */
export async function receiveNotification(
  doors: { database: Database; withBusiness: BusinessDoor },
  hint: PaymentHint,
): Promise<'taken' | 'unknown'> {
  if (!hint.attemptId || !/^[0-9a-f-]{36}$/.test(hint.attemptId)) return 'unknown';
  const [found] = await sql<{ business_id: string | null }>(
    doors.database.system.em.fork(),
    'select find_attempt_business(?) as business_id',
    [hint.attemptId],
  );
  const businessId = found?.business_id;
  if (!businessId) return 'unknown';
  await doors.withBusiness(businessId, { kind: 'system', name: 'payment-notification' }, async (tx) => {
    const [attempt] = await tx.sql<{ payment_id: string; contact_id: string }>(
      `update payment_attempt a set check_wanted_at = ? from payment p join "order" o on o.business_id = p.business_id and o.id = p.order_id
       where a.business_id = ? and a.id = ? and p.business_id = a.business_id and p.id = a.payment_id
       returning a.payment_id, o.contact_id`,
      [tx.now, tx.businessId, hint.attemptId],
    );
    if (!attempt) return;
    await wakeProcess(tx, {
      id: paymentProcessId(attempt.payment_id),
      type: 'payment-timeout',
      subjectId: attempt.payment_id,
      contactId: attempt.contact_id,
    });
  });
  return 'taken';
}
