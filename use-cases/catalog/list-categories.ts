import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';

export type CatalogCategory = { id: string; name: Localized };

/** The sections that a client sees: those with something on sale in them, even if sold out for now. */
export async function listCategories(tx: Tx): Promise<CatalogCategory[]> {
  return tx.sql<CatalogCategory>(
    `select c.id, c.name from category c
     where c.business_id = ? and not c.hidden and exists (
       select 1 from product p join variant v on v.business_id = p.business_id and v.product_id = p.id
       where p.business_id = c.business_id and p.category_id = c.id and not p.hidden and not v.hidden)
     order by c.position, c.id limit 60`,
    [tx.businessId],
  );
}
