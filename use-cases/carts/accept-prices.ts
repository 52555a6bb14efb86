import type { Tx } from '#persistence/with-business.ts';

/** The contact saw today's prices and agreed to them. */
export async function acceptPrices(tx: Tx, contactId: string): Promise<void> {
  await tx.sql(
    `update cart_line l set seen_price_minor = v.price_minor from variant v
     where l.business_id = ? and l.contact_id = ? and v.business_id = l.business_id and v.id = l.variant_id
       and l.seen_price_minor <> v.price_minor`,
    [tx.businessId, contactId],
  );
}
