import { BusinessError } from '#domain/errors.ts';
import {
  orderBadge,
  transitionsFor,
  type OrderBadge,
  type OrderState,
  type PaymentState,
} from '#domain/orders/states.ts';
import { orderProcessId, paymentProcessId } from '#domain/processes.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso, isoOrNull } from '#use-cases/page.ts';
import { readOrderStory, type StoryItem } from './read-order-story.ts';

export type OrderAction = {
  to: OrderState;
  direction: 'forward' | 'back' | 'cancel';
  byHand: boolean;
  effects: string[];
};

export type OrderCard = {
  id: string;
  number: number;
  revision: number;
  state: OrderState;
  paymentState: PaymentState;
  badge: OrderBadge;
  createdAt: string;
  currency: string;
  itemsMinor: number;
  deliveryMinor: number;
  totalMinor: number;
  customerName: string;
  customerPhone: string;
  deliveryKind: 'pickup' | 'courier';
  deliveryAddress: string | null;
  deliverySlot: { date: string; fromHour: number; toHour: number } | null;
  comment: string | null;
  cancelReason: string | null;
  payment: { deadlineAt: string; startedAt: string; link: string | null };
  /** Money that a person must give back; `error`: what the provider said when it refused to. */
  handRefund: { amountMinor: number; error: string | null } | null;
  contact: { id: string; name: string; ordersPaid: number; spentMinor: number; since: string; reachable: boolean };
  lines: {
    id: string;
    product: Localized;
    variant: Localized;
    quantity: number;
    priceMinor: number;
    photoId: string | null;
  }[];
  actions: OrderAction[];
  story: StoryItem[];
  /** Ids of the workflows behind it, for whoever may look into Temporal. */
  workflows: { order: string; payment: string };
};

type Row = Record<string, never> & {
  id: string;
  number: number;
  revision: number;
  state: OrderState;
  payment_id: string;
  payment_state: PaymentState;
  delivery_kind: 'pickup' | 'courier';
  delivery_address: string | null;
  delivery_slot: OrderCard['deliverySlot'];
  created_at: Date;
  currency: string;
  items_minor: number;
  delivery_minor: number;
  total_minor: number;
  customer_name: string;
  customer_phone: string;
  comment: string | null;
  cancel_reason: string | null;
  deadline_at: Date;
  payment_created_at: Date;
  link: string | null;
  contact_id: string;
  contact_name: string;
  orders_paid: number;
  spent_minor: number;
  contact_since: Date;
  unreachable_at: Date | null;
  paid_by_hand: boolean;
  hand_refund_minor: number | null;
  hand_refund_error: string | null;
};

/** Everything that the card of an order shows. @throws BusinessError `order_not_found`. */
export async function readOrder(tx: Tx, input: { orderId: string }): Promise<OrderCard> {
  const [row] = await tx.sql<Row>(
    `select o.*, p.id as payment_id, p.state as payment_state, p.deadline_at, p.created_at as payment_created_at, c.name as contact_name,
       c.orders_paid, c.spent_minor, c.created_at as contact_since, c.unreachable_at,
       (select a.confirmation_url from payment_attempt a where a.business_id = o.business_id and a.payment_id = p.id
          and a.state in ('created', 'pending') order by a.number desc limit 1) as link,
       exists (select 1 from settlement s where s.business_id = o.business_id and s.payment_id = p.id
          and s.decision = 'applied' and s.source = 'hand') as paid_by_hand,
       hand.amount_minor as hand_refund_minor, hand.error as hand_refund_error
     from "order" o join payment p on p.business_id = o.business_id and p.order_id = o.id
     join contact c on c.business_id = o.business_id and c.id = o.contact_id
     left join lateral (select sum(r.amount_minor) as amount_minor, max(r.error) as error from refund r
       where r.business_id = p.business_id and r.payment_id = p.id and r.state = 'by_hand') hand on true
     where o.business_id = ? and o.id = ?`,
    [tx.businessId, input.orderId],
  );
  if (!row) throw new BusinessError('order_not_found', { orderId: input.orderId });
  const lines = await tx.sql<{
    id: string;
    product: Localized;
    variant: Localized;
    quantity: number;
    price_minor: number;
    photo_id: string | null;
  }>(
    `select l.id, l.product_name as product, l.variant_name as variant, l.quantity, l.price_minor, pr.photo_id from order_line l
     join variant v on v.business_id = l.business_id and v.id = l.variant_id
     join product pr on pr.business_id = l.business_id and pr.id = v.product_id
     where l.business_id = ? and l.order_id = ? order by l.position`,
    [tx.businessId, input.orderId],
  );
  return {
    id: row.id,
    number: Number(row.number),
    revision: row.revision,
    state: row.state,
    paymentState: row.payment_state,
    badge: orderBadge({ state: row.state, paymentState: row.payment_state, deliveryKind: row.delivery_kind }),
    createdAt: iso(row.created_at),
    currency: row.currency,
    itemsMinor: Number(row.items_minor),
    deliveryMinor: Number(row.delivery_minor),
    totalMinor: Number(row.total_minor),
    customerName: row.customer_name,
    customerPhone: row.customer_phone,
    deliveryKind: row.delivery_kind,
    deliveryAddress: row.delivery_address,
    deliverySlot: row.delivery_slot,
    comment: row.comment,
    cancelReason: row.cancel_reason,
    payment: {
      deadlineAt: iso(row.deadline_at),
      startedAt: iso(row.payment_created_at),
      link: row.payment_state === 'awaiting' ? row.link : null,
    },
    handRefund:
      row.hand_refund_minor === null
        ? null
        : { amountMinor: Number(row.hand_refund_minor), error: row.hand_refund_error },
    contact: {
      id: row.contact_id,
      name: row.contact_name,
      ordersPaid: row.orders_paid,
      spentMinor: Number(row.spent_minor),
      since: iso(row.contact_since),
      reachable: isoOrNull(row.unreachable_at) === null,
    },
    lines: lines.map((line) => ({
      id: line.id,
      product: line.product,
      variant: line.variant,
      quantity: line.quantity,
      priceMinor: Number(line.price_minor),
      photoId: line.photo_id,
    })),
    actions: actionsOf(tx, row),
    story: await readOrderStory(tx, input),
    workflows: { order: orderProcessId(row.id), payment: paymentProcessId(row.payment_id) },
  };
}

/** What this person can do with it now. "Paid" of a new order is the hand's way: it needs a payment that still waits. */
function actionsOf(tx: Tx, row: Row): OrderAction[] {
  if (tx.actor.kind !== 'user') return [];
  return transitionsFor(row.state, tx.actor.role)
    .map((one) => ({
      to: one.to,
      direction: one.direction,
      byHand: one.from === 'new' && one.to === 'paid',
      effects: one.effects.map((effect) => (effect === 'refund_money' && row.paid_by_hand ? 'refund_by_hand' : effect)),
    }))
    .filter((action) => !action.byHand || row.payment_state === 'awaiting');
}
