import type { Cap, CappedClass, Facts } from '#automation/facts.ts';
import type { DeliverySlot } from '#domain/orders/delivery.ts';
import type { MessageCaps } from '#domain/settings.ts';
import { wallClockInstant } from '#domain/time.ts';
import { rowStatement } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';

/** What a chain may know of a contact and of what started it, in one query. */
export async function readFacts(
  tx: Tx,
  about: { contactId: string; trigger: Record<string, unknown>; subjectId: string | null },
): Promise<Facts> {
  const [row] = await tx.ask(factsOf, {
    at: tx.now,
    business_id: tx.businessId,
    contact_id: about.contactId,
    subject_id: about.subjectId,
  });
  if (!row) throw new Error(`contact ${about.contactId} is not there`);
  return toFacts(row, about.trigger);
}

const factsOf = rowStatement<
  { at: Date; business_id: string; contact_id: string; subject_id: string | null },
  FactsRow
>(
  { at: 'timestamptz', business_id: 'uuid', contact_id: 'uuid', subject_id: 'uuid' },
  (given) => `
    select given.n, f.* from ${given} cross join lateral (
    select c.id, c.name, c.language, c.phone, c.email, c.birthday::text as birthday, c.note, c.time_zone as own_zone,
       c.marketing_consent, c.created_at as since, c.last_order_at, c.fields, c.orders_paid, c.spent_minor,
       b.name as business_name, b.currency, b.time_zone, b.settings -> 'messageCaps' as caps,
       array(select tag from contact_tag t where t.business_id = c.business_id and t.contact_id = c.id order by tag) as tags,
       o.number as order_number, o.total_minor as order_total, o.state as order_state, o.delivery_kind as order_delivery,
       k.number as booking_number, k.state as booking_state, k.starts_at as booking_starts, k.ends_at as booking_ends,
       k.created_at as booking_made, k.price_minor as booking_price, k.final_price_minor as booking_final, k.format as booking_format,
       k.answered_at as booking_answered, p.name as booking_place, (
         select json_build_object('service', string_agg(coalesce(nullif(i.service_name ->> c.language, ''), i.service_name ->> 'ru'), ', ' order by i.position),
           'staff', string_agg(distinct i.staff_name, ', '))
         from booking_item i where i.business_id = k.business_id and i.booking_id = k.id) as booking_items,
       o.delivery_slot as order_slot, o.created_at as order_placed, o.paid_at as order_paid, o.delivered_at as order_delivered,
       case when b.settings -> 'messageCaps' is null then null else (
         select jsonb_agg(jsonb_build_object('class', m.class, 'at', m.created_at) order by m.seq) from (
           select class, created_at, seq from message
           where business_id = c.business_id and contact_id = c.id and run_id is not null and class in ('service', 'marketing')
             and state not in ('withdrawn', 'expired', 'failed') and created_at > given.at - interval '7 days'
           order by seq desc limit 200) m) end as sent
     from contact c join business b on b.id = c.business_id
     left join "order" o on o.business_id = c.business_id and o.id = given.subject_id
     left join booking k on k.business_id = c.business_id and k.id = given.subject_id
     left join place p on p.business_id = k.business_id and p.id = k.place_id
     where c.business_id = given.business_id and c.id = given.contact_id) f`,
);

function toFacts(row: FactsRow, trigger: Record<string, unknown>): Facts {
  return {
    contact: {
      id: row.id,
      name: row.name,
      firstName: row.name.split(' ')[0] ?? row.name,
      language: row.language,
      phone: row.phone,
      email: row.email,
      tags: row.tags,
      ordersPaid: row.orders_paid,
      spentMinor: row.spent_minor,
      timeZone: row.own_zone ?? row.time_zone,
      birthday: row.birthday,
      note: row.note,
      consent: row.marketing_consent === true,
      since: moment(row.since) ?? '',
      lastOrderAt: moment(row.last_order_at),
      fields: row.fields,
    },
    business: { name: row.business_name, currency: row.currency, timeZone: row.time_zone },
    trigger,
    order:
      row.order_number === null || row.order_total === null
        ? null
        : {
            number: row.order_number,
            totalMinor: row.order_total,
            state: row.order_state ?? '',
            deliveryKind: row.order_delivery ?? '',
            pickupAt: row.order_slot ? slotBegins(row.order_slot, row.time_zone) : null,
            placedAt: moment(row.order_placed) ?? '',
            paidAt: moment(row.order_paid),
            deliveredAt: moment(row.order_delivered),
          },
    booking: bookingOf(row),
    limits: {
      caps: row.caps ? capsOf(row.caps) : [],
      sent: (row.sent ?? []).map((one) => ({ class: one.class, at: new Date(one.at).toISOString() })),
    },
  };
}

function bookingOf(row: FactsRow): Facts['booking'] {
  if (row.booking_number === null || row.booking_starts === null || row.booking_ends === null) return null;
  const place = row.booking_place;
  return {
    number: Number(row.booking_number),
    service: row.booking_items?.service ?? '',
    staff: row.booking_items?.staff ?? '',
    place: place ? place[row.language] || place.ru || place.en : '',
    state: row.booking_state ?? '',
    startsAt: moment(row.booking_starts) ?? '',
    endsAt: moment(row.booking_ends) ?? '',
    madeAt: moment(row.booking_made) ?? '',
    priceMinor: Number(row.booking_price ?? 0),
    finalMinor: row.booking_final === null ? null : Number(row.booking_final),
    format: row.booking_format ?? '',
    answered: row.booking_answered !== null,
  };
}

const slotBegins = (slot: DeliverySlot, zone: string): string =>
  wallClockInstant({ date: slot.date, hour: slot.fromHour, zone }).toISOString();

const moment = (value: Date | string | null): string | null => (value === null ? null : new Date(value).toISOString());

export function capsOf(caps: MessageCaps): Cap[] {
  return (['service', 'marketing'] as const).flatMap((kind) => [
    ...(caps[kind]?.perDay ? [{ class: kind, most: caps[kind].perDay, hours: 24 }] : []),
    ...(caps[kind]?.perWeek ? [{ class: kind, most: caps[kind].perWeek, hours: 168 }] : []),
  ]);
}

type FactsRow = {
  id: string;
  name: string;
  language: 'ru' | 'en';
  phone: string | null;
  email: string | null;
  birthday: string | null;
  note: string | null;
  own_zone: string | null;
  marketing_consent: boolean | null;
  since: Date;
  last_order_at: Date | null;
  fields: Record<string, unknown>;
  orders_paid: number;
  spent_minor: number;
  business_name: string;
  currency: string;
  time_zone: string;
  caps: MessageCaps | null;
  tags: string[];
  order_number: number | null;
  order_total: number | null;
  order_state: string | null;
  order_delivery: string | null;
  order_slot: DeliverySlot | null;
  order_placed: Date | null;
  order_paid: Date | null;
  order_delivered: Date | null;
  booking_number: number | null;
  booking_state: string | null;
  booking_starts: Date | null;
  booking_ends: Date | null;
  booking_made: Date | null;
  booking_price: number | null;
  booking_final: number | null;
  booking_format: string | null;
  booking_answered: Date | null;
  booking_place: { ru: string; en: string } | null;
  booking_items: { service: string | null; staff: string | null } | null;
  sent: { class: CappedClass; at: string }[] | null;
};
