import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import type { CatalogCategory } from './list-categories.ts';

export type CatalogProduct = {
  id: string;
  name: Localized;
  fromMinor: number;
  severalPrices: boolean;
  available: boolean;
};
export type CatalogPage = { category: CatalogCategory; products: CatalogProduct[]; page: number; pages: number };

export const PAGE_SIZE = 8;

type Row = { id: string; name: Localized; from_minor: number; to_minor: number; available: boolean; total: number };

/** One page of a section, counted from 1; undefined when the section is gone. A page beyond the last is the first. */
export async function listProducts(
  tx: Tx,
  input: { categoryId: string; page: number },
): Promise<CatalogPage | undefined> {
  const [category] = await tx.sql<CatalogCategory>(
    'select id, name from category where business_id = ? and id = ? and not hidden',
    [tx.businessId, input.categoryId],
  );
  if (!category) return undefined;
  const read = (page: number) =>
    tx.sql<Row>(
      `select p.id, p.name, min(v.price_minor) as from_minor, max(v.price_minor) as to_minor,
         bool_or(v.on_hand > v.reserved) as available, count(*) over () as total
       from product p join variant v on v.business_id = p.business_id and v.product_id = p.id and not v.hidden
       where p.business_id = ? and p.category_id = ? and not p.hidden
       group by p.id, p.name, p.position order by p.position, p.id limit ? offset ?`,
      [tx.businessId, input.categoryId, PAGE_SIZE, (page - 1) * PAGE_SIZE],
    );
  let page = Math.max(1, Math.min(input.page, 1000));
  let rows = await read(page);
  if (rows.length === 0 && page > 1) rows = await read((page = 1));
  return {
    category,
    products: rows.map((row) => ({
      id: row.id,
      name: row.name,
      fromMinor: Number(row.from_minor),
      severalPrices: Number(row.from_minor) !== Number(row.to_minor),
      available: row.available,
    })),
    page,
    pages: Math.max(1, Math.ceil(Number(rows[0]?.total ?? 0) / PAGE_SIZE)),
  };
}
