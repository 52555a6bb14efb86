import type { Tx } from '#persistence/with-business.ts';

/** Asks the payment's workflow to look at its open tries once more: a link can be paid after our own decision. */
export async function wantChecks(tx: Tx, paymentId: string): Promise<void> {
  await tx.sql(
    `update payment_attempt set check_wanted_at = ? where business_id = ? and payment_id = ? and state in ('created', 'pending')`,
    [tx.now, tx.businessId, paymentId],
  );
}
