import type { Tx } from '#persistence/with-business.ts';

/** Leaves in the cart what can be had now: fewer pieces where there are fewer, nothing of what is no longer sold. */
export async function fitCartToStock(tx: Tx, contactId: string): Promise<void> {
  await tx.sql(
    `delete from cart_line l using variant v, product p, category c
     where l.business_id = ? and l.contact_id = ? and v.business_id = l.business_id and v.id = l.variant_id
       and p.business_id = v.business_id and p.id = v.product_id and c.business_id = p.business_id and c.id = p.category_id
       and (v.hidden or p.hidden or c.hidden or v.on_hand <= v.reserved)`,
    [tx.businessId, contactId],
  );
  await tx.sql(
    `update cart_line l set quantity = v.on_hand - v.reserved from variant v
     where l.business_id = ? and l.contact_id = ? and v.business_id = l.business_id and v.id = l.variant_id
       and l.quantity > v.on_hand - v.reserved`,
    [tx.businessId, contactId],
  );
}
