import { orderBadge, type OrderBadge, type OrderState, type PaymentState } from '#domain/orders/states.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { listContacts } from '#use-cases/contacts/list-contacts.ts';
import { iso, likePattern } from '#use-cases/page.ts';
import { viewerOf } from './viewer.ts';

export type Found = {
  contacts: { id: string; name: string; username: string | null; phone: string | null }[];
  orders: {
    id: string;
    number: number;
    customerName: string;
    badge: OrderBadge;
    totalMinor: number | null;
    currency: string;
    createdAt: string;
  }[];
  automations: { id: string; name: string; state: 'draft' | 'active' | 'paused' | 'archived' }[];
  products: { id: string; name: Localized; hidden: boolean }[];
};

const MOST = 5;

/** Looks for a text everywhere in the business, at most five of a kind. */
export async function searchAll(tx: Tx, input: { q: string }): Promise<Found> {
  const q = input.q.trim();
  if (q === '') return { contacts: [], orders: [], automations: [], products: [] };
  const { money, shop } = viewerOf(tx);
  const { contacts } = await listContacts(tx, { search: q, limit: MOST });
  return {
    contacts: contacts.map(({ id, name, username, phone }) => ({ id, name, username, phone })),
    orders: (await findOrders(tx, q)).map((one) => ({ ...one, totalMinor: money ? one.totalMinor : null })),
    automations: shop ? await findAutomations(tx, q) : [],
    products: await findProducts(tx, q),
  };
}

type OrderRow = {
  id: string;
  number: number;
  customer_name: string;
  state: OrderState;
  payment_state: PaymentState;
  delivery_kind: 'pickup' | 'courier';
  total_minor: number;
  currency: string;
  created_at: Date;
};

/** A number finds its order; the rest is a name or a part of a phone. */
async function findOrders(tx: Tx, q: string) {
  const number = /^[#№]?\s*(\d{1,15})$/.exec(q)?.[1];
  const digits = q.replaceAll(/\D/g, '');
  const looks = ['o.customer_name ilike ?'];
  const params: unknown[] = [likePattern(q)];
  if (digits.length >= 4) {
    looks.push(`regexp_replace(o.customer_phone, '\\D', '', 'g') like ?`);
    params.push(`%${digits}%`);
  }
  if (number) {
    looks.push('o.number = ?::bigint');
    params.push(number);
  }
  const rows = await tx.sql<OrderRow>(
    `select o.id, o.number, o.customer_name, o.state, p.state as payment_state, o.delivery_kind, o.total_minor, o.currency, o.created_at
     from "order" o join payment p on p.business_id = o.business_id and p.order_id = o.id
     where o.business_id = ? and (${looks.join(' or ')}) order by o.created_at desc, o.id desc limit ?`,
    [tx.businessId, ...params, MOST],
  );
  return rows.map((row) => ({
    id: row.id,
    number: Number(row.number),
    customerName: row.customer_name,
    badge: orderBadge({ state: row.state, paymentState: row.payment_state, deliveryKind: row.delivery_kind }),
    totalMinor: Number(row.total_minor),
    currency: row.currency,
    createdAt: iso(row.created_at),
  }));
}

async function findAutomations(tx: Tx, q: string): Promise<Found['automations']> {
  return tx.sql<Found['automations'][number]>(
    `select id, name, state from automation where business_id = ? and name ilike ?
     order by state = 'archived', created_at desc, id limit ?`,
    [tx.businessId, likePattern(q), MOST],
  );
}

async function findProducts(tx: Tx, q: string): Promise<Found['products']> {
  return tx.sql<Found['products'][number]>(
    `select id, name, hidden from product where business_id = ? and (name ->> 'ru' ilike ? or name ->> 'en' ilike ?)
     order by hidden, position, id limit ?`,
    [tx.businessId, likePattern(q), likePattern(q), MOST],
  );
}
