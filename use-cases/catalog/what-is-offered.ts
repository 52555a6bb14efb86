import type { Tx } from '#persistence/with-business.ts';

/** Whether a client finds goods to buy and services to book: what the bot's keyboard is made of. */
export async function whatIsOffered(tx: Tx): Promise<{ goods: boolean; services: boolean }> {
  const [row] = await tx.sql<{ goods: boolean; services: boolean }>(
    `select exists (select 1 from product where business_id = ? and not hidden) as goods,
       exists (select 1 from service s
         join staff_service x on x.business_id = s.business_id and x.service_id = s.id
         join staff w on w.business_id = x.business_id and w.id = x.staff_id and not w.hidden and w.removed_at is null
         join place l on l.business_id = w.business_id and l.id = w.place_id and l.removed_at is null
         where s.business_id = ? and not s.hidden and s.removed_at is null) as services`,
    [tx.businessId, tx.businessId],
  );
  return { goods: row?.goods === true, services: row?.services === true };
}
