import { orderBadge, type OrderBadge, type OrderState, type PaymentState } from '#domain/orders/states.ts';
import type { Tx } from '#persistence/with-business.ts';

export type OwnOrder = {
  id: string;
  number: number;
  totalMinor: number;
  currency: string;
  badge: OrderBadge;
  createdAt: Date;
};

export const OWN_PAGE_SIZE = 6;

type Row = {
  id: string;
  number: number;
  total_minor: number;
  currency: string;
  state: OrderState;
  payment_state: PaymentState;
  delivery_kind: 'pickup' | 'courier';
  created_at: Date | string;
};

/** A contact's own orders, newest first, a page at a time from 1; `more` when there is another page. */
export async function listOwnOrders(
  tx: Tx,
  input: { contactId: string; page: number },
): Promise<{ orders: OwnOrder[]; page: number; more: boolean }> {
  const page = Math.max(1, Math.min(input.page, 500));
  const rows = await tx.sql<Row>(
    `select o.id, o.number, o.total_minor, o.currency, o.state, y.state as payment_state, o.delivery_kind, o.created_at
     from "order" o join payment y on y.business_id = o.business_id and y.order_id = o.id
     where o.business_id = ? and o.contact_id = ? order by o.created_at desc, o.id desc limit ? offset ?`,
    [tx.businessId, input.contactId, OWN_PAGE_SIZE + 1, (page - 1) * OWN_PAGE_SIZE],
  );
  return {
    page,
    more: rows.length > OWN_PAGE_SIZE,
    orders: rows.slice(0, OWN_PAGE_SIZE).map((row) => ({
      id: row.id,
      number: Number(row.number),
      totalMinor: Number(row.total_minor),
      currency: row.currency,
      badge: orderBadge({ state: row.state, paymentState: row.payment_state, deliveryKind: row.delivery_kind }),
      createdAt: new Date(row.created_at),
    })),
  };
}
