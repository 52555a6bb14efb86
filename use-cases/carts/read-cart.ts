import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';

export type CartLineView = {
  variantId: string;
  productId: string;
  productName: Localized;
  variantName: Localized;
  quantity: number;
  priceMinor: number;
  seenPriceMinor: number;
  /** Pieces that can be had now; 0 when the product was hidden. */
  left: number;
  gone: boolean;
};

export type Cart = { lines: CartLineView[]; pieces: number; totalMinor: number };

type Row = {
  variant_id: string;
  product_id: string;
  product_name: Localized;
  variant_name: Localized;
  quantity: number;
  price_minor: number;
  seen_price_minor: number;
  left: number;
  gone: boolean;
};

/** The cart at today's prices, with what stands in its way. Lines no longer sold do not count. */
export async function readCart(tx: Tx, contactId: string): Promise<Cart> {
  const rows = await tx.sql<Row>(
    `select l.variant_id, p.id as product_id, p.name as product_name, v.name as variant_name, l.quantity, v.price_minor,
       l.seen_price_minor, greatest(v.on_hand - v.reserved, 0) as left, (v.hidden or p.hidden or c.hidden) as gone
     from cart_line l
     join variant v on v.business_id = l.business_id and v.id = l.variant_id
     join product p on p.business_id = v.business_id and p.id = v.product_id
     join category c on c.business_id = p.business_id and c.id = p.category_id
     where l.business_id = ? and l.contact_id = ? order by l.added_at, l.variant_id`,
    [tx.businessId, contactId],
  );
  const lines = rows.map((row) => ({
    variantId: row.variant_id,
    productId: row.product_id,
    productName: row.product_name,
    variantName: row.variant_name,
    quantity: row.quantity,
    priceMinor: Number(row.price_minor),
    seenPriceMinor: Number(row.seen_price_minor),
    left: row.gone ? 0 : Number(row.left),
    gone: row.gone,
  }));
  const counted = lines.filter((line) => !line.gone);
  return {
    lines,
    pieces: counted.reduce((sum, line) => sum + line.quantity, 0),
    totalMinor: counted.reduce((sum, line) => sum + line.quantity * line.priceMinor, 0),
  };
}
