import {
  orderBadge,
  transitionsFor,
  type OrderBadge,
  type OrderState,
  type PaymentState,
  type Role,
} from '#domain/orders/states.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso, isoOrNull, likePattern, readCursor, writeCursor } from '#use-cases/page.ts';
import { orderViewNames, orderViews, type OrderView } from './order-views.ts';

export type ListOrders = {
  view: OrderView;
  search?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

type Row = {
  id: string;
  number: number;
  contact_id: string;
  customer_name: string;
  state: OrderState;
  payment_state: PaymentState;
  delivery_kind: 'pickup' | 'courier';
  delivery_slot: { date: string; fromHour: number; toHour: number } | null;
  total_minor: number;
  currency: string;
  cancel_reason: string | null;
  deadline_at: Date;
  created_at: Date;
  revision: number;
  lines: { product: Localized; variant: Localized; quantity: number }[];
};

export type OrderInList = {
  id: string;
  number: number;
  contactId: string;
  customerName: string;
  state: OrderState;
  paymentState: PaymentState;
  badge: OrderBadge;
  deliveryKind: 'pickup' | 'courier';
  deliverySlot: { date: string; fromHour: number; toHour: number } | null;
  totalMinor: number;
  currency: string;
  cancelReason: string | null;
  deadlineAt: string | null;
  createdAt: string;
  revision: number;
  lines: { product: Localized; variant: Localized; quantity: number }[];
  /** The one thing that one would do next, for cards on a phone. */
  next: { to: OrderState; effects: string[] } | null;
};

/** A page of orders, newest first, and how many there are in every view of the same period and search. */
export async function listOrders(
  tx: Tx,
  input: ListOrders,
): Promise<{ orders: OrderInList[]; counts: Record<OrderView, number>; nextCursor: string | null }> {
  const { where, params } = conditions(tx, input);
  const after = readCursor(input.cursor, 2);
  const rows = await tx.sql<Row>(
    `select o.id, o.number, o.contact_id, o.customer_name, o.state, p.state as payment_state, o.delivery_kind, o.delivery_slot,
       o.total_minor, o.currency, o.cancel_reason, p.deadline_at, o.created_at, o.revision,
       (select coalesce(jsonb_agg(jsonb_build_object('product', l.product_name, 'variant', l.variant_name, 'quantity', l.quantity) order by l.position), '[]')
        from order_line l where l.business_id = o.business_id and l.order_id = o.id) as lines
     from "order" o join payment p on p.business_id = o.business_id and p.order_id = o.id
     where ${where} and ${orderViews[input.view]} ${after ? 'and (o.created_at, o.id) < (?::timestamptz, ?::uuid)' : ''}
     order by o.created_at desc, o.id desc limit ?`,
    [...params, ...(after ?? []), input.limit + 1],
  );
  const [counts] = await tx.sql<Record<OrderView, number>>(
    `select ${orderViewNames.map((view) => `count(*) filter (where ${orderViews[view]})::int as "${view}"`).join(', ')}
     from "order" o join payment p on p.business_id = o.business_id and p.order_id = o.id where ${where}`,
    params,
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const role = tx.actor.kind === 'user' ? tx.actor.role : undefined;
  return {
    orders: page.map((row) => inList(row, role)),
    counts: counts ?? (Object.fromEntries(orderViewNames.map((view) => [view, 0])) as Record<OrderView, number>),
    nextCursor: rows.length > input.limit && last ? writeCursor([iso(last.created_at), last.id]) : null,
  };
}

function conditions(tx: Tx, input: ListOrders): { where: string; params: unknown[] } {
  const parts = ['o.business_id = ?'];
  const params: unknown[] = [tx.businessId];
  if (input.from) {
    parts.push('o.created_at >= ?::timestamptz');
    params.push(input.from);
  }
  if (input.to) {
    parts.push('o.created_at < ?::timestamptz');
    params.push(input.to);
  }
  const search = input.search?.trim();
  if (search) {
    const digits = search.replaceAll(/\D/g, '');
    const looks = ['o.customer_name ilike ?'];
    params.push(likePattern(search));
    if (digits.length >= 1 && digits.length <= 15) {
      looks.push('o.number = ?::bigint');
      params.push(digits);
    }
    if (digits.length >= 4) {
      looks.push(`regexp_replace(o.customer_phone, '\\D', '', 'g') like ?`);
      params.push(`%${digits}%`);
    }
    parts.push(`(${looks.join(' or ')})`);
  }
  return { where: parts.join(' and '), params };
}

function inList(row: Row, role: Role | undefined): OrderInList {
  const next = role
    ? transitionsFor(row.state, role).find((one) => one.direction === 'forward' && one.to !== 'paid')
    : undefined;
  return {
    id: row.id,
    number: Number(row.number),
    contactId: row.contact_id,
    customerName: row.customer_name,
    state: row.state,
    paymentState: row.payment_state,
    badge: orderBadge({ state: row.state, paymentState: row.payment_state, deliveryKind: row.delivery_kind }),
    deliveryKind: row.delivery_kind,
    deliverySlot: row.delivery_slot,
    totalMinor: Number(row.total_minor),
    currency: row.currency,
    cancelReason: row.cancel_reason,
    deadlineAt: row.payment_state === 'awaiting' ? isoOrNull(row.deadline_at) : null,
    createdAt: iso(row.created_at),
    revision: row.revision,
    lines: row.lines,
    next: next ? { to: next.to, effects: [...next.effects] } : null,
  };
}
