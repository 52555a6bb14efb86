import type { Localized, StockEntry } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { staffName } from '#use-cases/orders/read-order-story.ts';
import { iso } from '#use-cases/page.ts';

export type StockEntryInList = {
  id: string;
  at: string;
  variantId: string;
  variant: Localized;
  kind: StockEntry['kind'];
  onHandChange: number;
  reservedChange: number;
  onHandAfter: number;
  reservedAfter: number;
  reason: string | null;
  orderId: string | null;
  orderNumber: number | null;
  by: string | null;
};

type Row = {
  id: string;
  created_at: Date;
  variant_id: string;
  variant: Localized;
  kind: StockEntry['kind'];
  on_hand_change: number;
  reserved_change: number;
  on_hand_after: number;
  reserved_after: number;
  reason: string | null;
  order_id: string | null;
  order_number: number | null;
  actor: string;
};

/** The last changes of a product's stock, newest first. */
export async function listStockEntries(
  tx: Tx,
  input: { productId: string; limit: number },
): Promise<StockEntryInList[]> {
  const rows = await tx.sql<Row>(
    `select e.*, v.name as variant, o.number as order_number from variant v
     cross join lateral (select * from stock_entry s where s.business_id = v.business_id and s.variant_id = v.id
       order by s.created_at desc, s.id desc limit ?) e
     left join "order" o on o.business_id = e.business_id and o.id = e.order_id
     where v.business_id = ? and v.product_id = ? order by e.created_at desc, e.id desc limit ?`,
    [input.limit, tx.businessId, input.productId, input.limit],
  );
  return rows.map((row) => ({
    id: row.id,
    at: iso(row.created_at),
    variantId: row.variant_id,
    variant: row.variant,
    kind: row.kind,
    onHandChange: row.on_hand_change,
    reservedChange: row.reserved_change,
    onHandAfter: row.on_hand_after,
    reservedAfter: row.reserved_after,
    reason: row.reason,
    orderId: row.order_id,
    orderNumber: row.order_number === null ? null : Number(row.order_number),
    by: staffName(row.actor),
  }));
}
