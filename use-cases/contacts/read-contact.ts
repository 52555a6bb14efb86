import { BusinessError } from '#domain/errors.ts';
import { orderBadge, type OrderBadge, type OrderState, type PaymentState } from '#domain/orders/states.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso, isoOrNull } from '#use-cases/page.ts';

export type ContactCard = {
  id: string;
  name: string;
  language: 'ru' | 'en';
  phone: string | null;
  email: string | null;
  marketingConsent: boolean | null;
  stoppedAt: string | null;
  unreachableAt: string | null;
  sourcePayload: string | null;
  ordersPaid: number;
  spentMinor: number;
  unread: number;
  createdAt: string;
  identities: { kind: string; externalId: number; username: string | null; bot: string }[];
  tags: string[];
  orders: { id: string; number: number; badge: OrderBadge; totalMinor: number; currency: string; createdAt: string }[];
  runs: { id: string; automation: string; state: string; outcome: string | null; startedAt: string }[];
};

type Row = {
  id: string;
  name: string;
  language: 'ru' | 'en';
  phone: string | null;
  email: string | null;
  marketing_consent: boolean | null;
  stopped_at: Date | null;
  unreachable_at: Date | null;
  source_payload: string | null;
  orders_paid: number;
  spent_minor: number;
  unread: number;
  created_at: Date;
};

/** Everything that the card of a client shows, the last 20 orders and runs. @throws BusinessError `contact_not_found`. */
export async function readContact(tx: Tx, input: { contactId: string }): Promise<ContactCard> {
  const who = [tx.businessId, input.contactId];
  const [row] = await tx.sql<Row>('select * from contact where business_id = ? and id = ?', who);
  if (!row) throw new BusinessError('contact_not_found', { contactId: input.contactId });
  const identities = await tx.sql<{ kind: string; external_id: number; username: string | null; bot: string }>(
    `select i.kind, i.external_id, i.username, b.username as bot from contact_identity i
     join bot b on b.business_id = i.business_id and b.id = i.bot_id where i.business_id = ? and i.contact_id = ? order by i.created_at`,
    who,
  );
  const tags = await tx.sql<{ tag: string }>(
    'select tag from contact_tag where business_id = ? and contact_id = ? order by added_at',
    who,
  );
  const orders = await tx.sql<{
    id: string;
    number: number;
    state: OrderState;
    payment_state: PaymentState;
    delivery_kind: 'pickup' | 'courier';
    total_minor: number;
    currency: string;
    created_at: Date;
  }>(
    `select o.id, o.number, o.state, p.state as payment_state, o.delivery_kind, o.total_minor, o.currency, o.created_at
     from "order" o join payment p on p.business_id = o.business_id and p.order_id = o.id
     where o.business_id = ? and o.contact_id = ? order by o.created_at desc, o.id desc limit 20`,
    who,
  );
  const runs = await tx.sql<{
    id: string;
    automation: string;
    state: string;
    outcome: string | null;
    started_at: Date;
  }>(
    `select r.id, a.name as automation, r.state, r.outcome, r.started_at from run r
     join automation a on a.business_id = r.business_id and a.id = r.automation_id
     where r.business_id = ? and r.contact_id = ? order by r.started_at desc, r.id desc limit 20`,
    who,
  );
  return {
    id: row.id,
    name: row.name,
    language: row.language,
    phone: row.phone,
    email: row.email,
    marketingConsent: row.marketing_consent,
    stoppedAt: isoOrNull(row.stopped_at),
    unreachableAt: isoOrNull(row.unreachable_at),
    sourcePayload: row.source_payload,
    ordersPaid: row.orders_paid,
    spentMinor: Number(row.spent_minor),
    unread: row.unread,
    createdAt: iso(row.created_at),
    identities: identities.map((one) => ({
      kind: one.kind,
      externalId: Number(one.external_id),
      username: one.username,
      bot: one.bot,
    })),
    tags: tags.map((one) => one.tag),
    orders: orders.map((order) => ({
      id: order.id,
      number: Number(order.number),
      badge: orderBadge({ state: order.state, paymentState: order.payment_state, deliveryKind: order.delivery_kind }),
      totalMinor: Number(order.total_minor),
      currency: order.currency,
      createdAt: iso(order.created_at),
    })),
    runs: runs.map((run) => ({
      id: run.id,
      automation: run.automation,
      state: run.state,
      outcome: run.outcome,
      startedAt: iso(run.started_at),
    })),
  };
}
