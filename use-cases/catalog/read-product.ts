import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';

export type ProductCard = {
  id: string;
  name: Localized;
  description: Localized;
  photoId: string | null;
  category: { id: string; name: Localized };
  variants: { id: string; name: Localized; priceMinor: number; left: number }[];
};

type Row = {
  id: string;
  name: Localized;
  description: Localized;
  photo_id: string | null;
  category_id: string;
  category_name: Localized;
  variant_id: string;
  variant_name: Localized;
  price_minor: number;
  left: number;
};

/** A product as a client sees it; undefined when it, its section or all its variants are hidden. */
export async function readProduct(
  tx: Tx,
  wanted: { productId: string } | { variantId: string },
): Promise<ProductCard | undefined> {
  const byProduct = 'productId' in wanted;
  const rows = await tx.sql<Row>(
    `select p.id, p.name, p.description, p.photo_id, c.id as category_id, c.name as category_name,
       v.id as variant_id, v.name as variant_name, v.price_minor, greatest(v.on_hand - v.reserved, 0) as left
     from product p
     join category c on c.business_id = p.business_id and c.id = p.category_id and not c.hidden
     join variant v on v.business_id = p.business_id and v.product_id = p.id and not v.hidden
     where p.business_id = ? and p.id = ${byProduct ? '?' : '(select product_id from variant where business_id = p.business_id and id = ?)'}
       and not p.hidden
     order by v.position, v.id limit 40`,
    [tx.businessId, byProduct ? wanted.productId : wanted.variantId],
  );
  const first = rows[0];
  if (!first) return undefined;
  return {
    id: first.id,
    name: first.name,
    description: first.description,
    photoId: first.photo_id,
    category: { id: first.category_id, name: first.category_name },
    variants: rows.map((row) => ({
      id: row.variant_id,
      name: row.variant_name,
      priceMinor: Number(row.price_minor),
      left: Number(row.left),
    })),
  };
}
