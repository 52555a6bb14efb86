import type { Facts } from '#automation/facts.ts';
import type { Tx } from '#persistence/with-business.ts';

/** What a chain may know of a contact and of what started it, in one query. */
export async function readFacts(
  tx: Tx,
  about: { contactId: string; trigger: Record<string, unknown>; subjectId: string | null },
): Promise<Facts> {
  const [row] = await tx.sql<FactsRow>(
    `select c.id, c.name, c.language, c.phone, c.orders_paid, c.spent_minor, b.name as business_name, b.currency, b.time_zone,
       array(select tag from contact_tag t where t.business_id = c.business_id and t.contact_id = c.id order by tag) as tags,
       o.number as order_number, o.total_minor as order_total, o.state as order_state, o.delivery_kind as order_delivery
     from contact c join business b on b.id = c.business_id
     left join "order" o on o.business_id = c.business_id and o.id = ?::uuid
     where c.business_id = ? and c.id = ?`,
    [about.subjectId, tx.businessId, about.contactId],
  );
  if (!row) throw new Error(`contact ${about.contactId} is not there`);
  return {
    contact: {
      id: row.id,
      name: row.name,
      firstName: row.name.split(' ')[0] ?? row.name,
      language: row.language,
      phone: row.phone,
      tags: row.tags,
      ordersPaid: row.orders_paid,
      spentMinor: row.spent_minor,
    },
    business: { name: row.business_name, currency: row.currency, timeZone: row.time_zone },
    trigger: about.trigger,
    order:
      row.order_number === null || row.order_total === null
        ? null
        : {
            number: row.order_number,
            totalMinor: row.order_total,
            state: row.order_state ?? '',
            deliveryKind: row.order_delivery ?? '',
          },
  };
}

type FactsRow = {
  id: string;
  name: string;
  language: 'ru' | 'en';
  phone: string | null;
  orders_paid: number;
  spent_minor: number;
  business_name: string;
  currency: string;
  time_zone: string;
  tags: string[];
  order_number: number | null;
  order_total: number | null;
  order_state: string | null;
  order_delivery: string | null;
};
