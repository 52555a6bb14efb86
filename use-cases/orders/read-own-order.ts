import type { DeliverySlot } from '#domain/orders/delivery.ts';
import { orderBadge, type OrderBadge, type OrderState, type PaymentState } from '#domain/orders/states.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';

export type OwnOrderCard = {
  id: string;
  number: number;
  badge: OrderBadge;
  currency: string;
  deliveryMinor: number;
  totalMinor: number;
  delivery: { kind: 'pickup'; slot: DeliverySlot | null } | { kind: 'courier'; address: string };
  comment: string | null;
  cancelReason: string | null;
  createdAt: Date;
  lines: { productName: Localized; variantName: Localized; quantity: number; priceMinor: number }[];
  /** What the client can do about the money: nothing, follow a link, wait for one, or try again. */
  payment:
    | { state: 'closed' }
    | { state: 'link'; url: string; deadlineAt: Date }
    | { state: 'link_soon' | 'retry'; deadlineAt: Date };
};

type Row = {
  id: string;
  number: number;
  state: OrderState;
  payment_state: PaymentState;
  delivery_kind: 'pickup' | 'courier';
  currency: string;
  delivery_minor: number;
  total_minor: number;
  delivery_address: string | null;
  delivery_slot: DeliverySlot | null;
  comment: string | null;
  cancel_reason: string | null;
  created_at: Date | string;
  deadline_at: Date | string;
  attempt_state: string | null;
  url: string | null;
};

/** One order of this very contact; undefined for an order of anybody else. */
export async function readOwnOrder(
  tx: Tx,
  wanted: { contactId: string } & ({ orderId: string } | { checkoutKey: string }),
): Promise<OwnOrderCard | undefined> {
  const [column, value] = 'orderId' in wanted ? ['id', wanted.orderId] : ['checkout_key', wanted.checkoutKey];
  const [row] = await tx.sql<Row>(
    `select o.id, o.number, o.state, y.state as payment_state, o.delivery_kind, o.currency, o.delivery_minor, o.total_minor,
       o.delivery_address, o.delivery_slot, o.comment, o.cancel_reason, o.created_at, y.deadline_at,
       a.state as attempt_state, a.confirmation_url as url
     from "order" o join payment y on y.business_id = o.business_id and y.order_id = o.id
     left join lateral (select state, confirmation_url from payment_attempt
       where business_id = y.business_id and payment_id = y.id order by number desc limit 1) a on true
     where o.business_id = ? and o.${column} = ? and o.contact_id = ?`,
    [tx.businessId, value, wanted.contactId],
  );
  if (!row) return undefined;
  const lines = await tx.sql<{
    product_name: Localized;
    variant_name: Localized;
    quantity: number;
    price_minor: number;
  }>(
    'select product_name, variant_name, quantity, price_minor from order_line where business_id = ? and order_id = ? order by position',
    [tx.businessId, row.id],
  );
  return {
    id: row.id,
    number: Number(row.number),
    badge: orderBadge({ state: row.state, paymentState: row.payment_state, deliveryKind: row.delivery_kind }),
    currency: row.currency,
    deliveryMinor: Number(row.delivery_minor),
    totalMinor: Number(row.total_minor),
    delivery:
      row.delivery_kind === 'pickup'
        ? { kind: 'pickup', slot: row.delivery_slot }
        : { kind: 'courier', address: row.delivery_address ?? '' },
    comment: row.comment,
    cancelReason: row.cancel_reason,
    createdAt: new Date(row.created_at),
    lines: lines.map((line) => ({
      productName: line.product_name,
      variantName: line.variant_name,
      quantity: line.quantity,
      priceMinor: Number(line.price_minor),
    })),
    payment: paymentOf(row),
  };
}

function paymentOf(row: Row): OwnOrderCard['payment'] {
  if (row.payment_state !== 'awaiting') return { state: 'closed' };
  const deadlineAt = new Date(row.deadline_at);
  const open = row.attempt_state === 'created' || row.attempt_state === 'pending';
  if (open && row.url) return { state: 'link', url: row.url, deadlineAt };
  return { state: open ? 'link_soon' : 'retry', deadlineAt };
}
