import type { Tx } from '#persistence/with-business.ts';
import { orderViews } from './order-views.ts';

/** The numbers on the navigation: orders that need a person, and clients' messages that nobody has read. */
export async function readNavCounts(tx: Tx): Promise<{ orders: number; unread: number }> {
  const [row] = await tx.sql<{ orders: number; unread: number }>(
    `select
       (select count(*)::int from "order" o join payment p on p.business_id = o.business_id and p.order_id = o.id
        where o.business_id = ? and ${orderViews.action}) as orders,
       (select coalesce(sum(unread), 0)::int from contact where business_id = ? and unread > 0) as unread`,
    [tx.businessId, tx.businessId],
  );
  return { orders: row?.orders ?? 0, unread: row?.unread ?? 0 };
}
