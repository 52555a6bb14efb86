import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';

export type VariantInList = {
  id: string;
  name: Localized;
  priceMinor: number;
  onHand: number;
  reserved: number;
  hidden: boolean;
};
export type ProductInList = {
  id: string;
  categoryId: string;
  name: Localized;
  description: Localized;
  photoId: string | null;
  hidden: boolean;
  revision: number;
  variants: VariantInList[];
};
export type CategoryInList = { id: string; name: Localized; hidden: boolean; products: ProductInList[] };

type Row = {
  id: string;
  category_id: string;
  name: Localized;
  description: Localized;
  photo_id: string | null;
  hidden: boolean;
  revision: number;
  variants: { id: string; name: Localized; price_minor: number; on_hand: number; reserved: number; hidden: boolean }[];
};

/** The whole catalogue of a small shop by category, stock included. At most 1,000 products. */
export async function listProducts(tx: Tx): Promise<CategoryInList[]> {
  const categories = await tx.sql<{ id: string; name: Localized; hidden: boolean }>(
    'select id, name, hidden from category where business_id = ? order by position, id',
    [tx.businessId],
  );
  const rows = await tx.sql<Row>(
    `select p.id, p.category_id, p.name, p.description, p.photo_id, p.hidden, p.revision,
       (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'price_minor', v.price_minor, 'on_hand', v.on_hand,
          'reserved', v.reserved, 'hidden', v.hidden) order by v.position, v.id), '[]')
        from variant v where v.business_id = p.business_id and v.product_id = p.id) as variants
     from product p where p.business_id = ? order by p.category_id, p.position, p.id limit 1000`,
    [tx.businessId],
  );
  const products = rows.map(product);
  return categories.map((category) => ({
    ...category,
    products: products.filter((one) => one.categoryId === category.id),
  }));
}

function product(row: Row): ProductInList {
  return {
    id: row.id,
    categoryId: row.category_id,
    name: row.name,
    description: row.description,
    photoId: row.photo_id,
    hidden: row.hidden,
    revision: row.revision,
    variants: row.variants.map((variant) => ({
      id: variant.id,
      name: variant.name,
      priceMinor: Number(variant.price_minor),
      onHand: variant.on_hand,
      reserved: variant.reserved,
      hidden: variant.hidden,
    })),
  };
}
