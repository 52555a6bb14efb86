import type { Tx } from '#persistence/with-business.ts';

/** Whether an automation has asked this contact something and waits for the words. */
export async function isAsked(tx: Tx, contactId: string): Promise<boolean> {
  const rows = await tx.sql(
    `select 1 from run where business_id = ? and contact_id = ? and state <> 'ended'
       and position -> 'memory' ->> 'askedAt' is not null limit 1`,
    [tx.businessId, contactId],
  );
  return rows.length > 0;
}
