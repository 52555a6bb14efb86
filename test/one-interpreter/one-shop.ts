import type { DomainEvent } from '#domain/events.ts';
import type { Story } from '#automation/simulate/story.ts';
import { wallClockOf } from '#domain/time.ts';
import { newId } from '#platform/ids.ts';
import { aBusiness, type TestDatabase } from '#test/support/database.ts';
import type { Case } from './random-case.ts';

/** One case as rows: its business, its one client, their order. */
export type Shop = {
  case: Case;
  businessId: string;
  contactId: string;
  orderId: string | null;
  answered: Map<number, number>;
};

type StoryEvent = Pick<Story['events'][number], 'type' | 'data'> &
  Partial<Pick<Story['events'][number], 'order' | 'contact'>>;

export async function openShop(database: TestDatabase, one: Case): Promise<Shop> {
  const { contact, business, order } = one.story;
  const { businessId, botId } = await aBusiness(database, { messageCaps: capSettings(business.caps) });
  await database.owner.query('update business set name = $2, currency = $3, time_zone = $4 where id = $1', [
    businessId,
    business.name,
    business.currency,
    business.timeZone,
  ]);
  await database.owner.query(
    `insert into contact (id, business_id, name, language, orders_paid, spent_minor, time_zone, marketing_consent, created_at, fields)
     values ($1, $2, '', 'en', 0, 0, null, null, $3, '{}')`,
    [contact.id, businessId, contact.since],
  );
  await database.owner.query(
    `insert into contact_identity (id, business_id, contact_id, bot_id, kind, external_id, created_at) values ($1, $2, $3, $4, 'telegram', 1, $5)`,
    [newId(), businessId, contact.id, botId, contact.since],
  );
  const shop: Shop = {
    case: one,
    businessId,
    contactId: contact.id,
    orderId: order ? newId() : null,
    answered: new Map(),
  };
  await writeContact(database, shop, contact);
  if (order) {
    await database.owner.query(
      `insert into "order" (id, business_id, number, contact_id, checkout_key, state, stock_state, currency, items_minor, delivery_minor,
         total_minor, customer_name, customer_phone, delivery_kind, created_at)
       values ($1, $2, $3, $4, 'key', 'new', 'held', $5, $6, 0, $6, '', '', $7, $8)`,
      [
        shop.orderId,
        businessId,
        order.number,
        contact.id,
        business.currency,
        order.totalMinor,
        order.deliveryKind,
        order.placedAt,
      ],
    );
    await writeOrder(database, shop, order);
  }
  return shop;
}

/** What an event of the story changes, and then the event itself. */
export async function happen(database: TestDatabase, shop: Shop, event: StoryEvent): Promise<void> {
  if (event.order && shop.orderId) await writeOrder(database, shop, event.order);
  if (event.contact) await writeContact(database, shop, event.contact);
  const addressed = event.type === 'automation.started' ? { automationId: shop.case.automationId } : {};
  const ofOrder = /^(order|payment)\./.test(event.type) && shop.orderId;
  const named = { 'chat.button': event.data['messageId'], 'task.done': event.data['taskId'] }[event.type as string];
  const subjectId = named === undefined ? ofOrder || undefined : String(named);
  await database.withBusiness(shop.businessId, { kind: 'system', name: 'story' }, async (tx) => {
    const stopped = { 'contact.stopped': tx.now, 'contact.resumed': null }[event.type as string];
    if (stopped !== undefined)
      await tx.sql('update contact set stopped_at = ? where id = ?', [stopped, shop.contactId]);
    tx.emit({
      type: event.type,
      streamId: shop.contactId,
      contactId: shop.contactId,
      ...(subjectId ? { subjectId } : {}),
      data: { ...event.data, ...addressed },
    } as DomainEvent);
  });
}

const columns: Readonly<Record<string, string>> = {
  name: 'name',
  language: 'language',
  phone: 'phone',
  email: 'email',
  ordersPaid: 'orders_paid',
  spentMinor: 'spent_minor',
  timeZone: 'time_zone',
  birthday: 'birthday',
  note: 'note',
  consent: 'marketing_consent',
  since: 'created_at',
  lastOrderAt: 'last_order_at',
  fields: 'fields',
};

async function writeContact(
  database: TestDatabase,
  shop: Shop,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [field, value] of Object.entries(changes)) {
    const column = columns[field];
    if (column) await database.owner.query(`update contact set ${column} = $2 where id = $1`, [shop.contactId, value]);
  }
  if (!Array.isArray(changes['tags'])) return;
  await database.owner.query('delete from contact_tag where contact_id = $1', [shop.contactId]);
  for (const tag of changes['tags'] as string[])
    await database.owner.query(
      'insert into contact_tag (business_id, contact_id, tag, added_at) values ($1, $2, $3, now())',
      [shop.businessId, shop.contactId, tag],
    );
}

async function writeOrder(
  database: TestDatabase,
  shop: Shop,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const values: Record<string, unknown> = {};
  if ('state' in changes) values['state'] = changes['state'];
  if ('paidAt' in changes) values['paid_at'] = changes['paidAt'];
  if ('deliveredAt' in changes) values['delivered_at'] = changes['deliveredAt'];
  if ('pickupAt' in changes) values['delivery_slot'] = slotAt(changes['pickupAt'], shop.case.story.business.timeZone);
  for (const [column, value] of Object.entries(values))
    await database.owner.query(`update "order" set ${column} = $2 where id = $1`, [shop.orderId, value]);
}

/** A slot is a day and a whole hour of the business's wall clock. */
function slotAt(moment: unknown, zone: string): string | null {
  if (typeof moment !== 'string') return null;
  const { date, hour } = wallClockOf(new Date(moment), zone);
  return JSON.stringify({ date, fromHour: hour, toHour: hour + 1 });
}

function capSettings(
  caps: Story['business']['caps'],
): Record<string, { perDay: number | null; perWeek: number | null }> {
  const most = (kind: string, hours: number) =>
    caps.find((cap) => cap.class === kind && cap.hours === hours)?.most ?? null;
  return Object.fromEntries(
    ['service', 'marketing'].map((kind) => [kind, { perDay: most(kind, 24), perWeek: most(kind, 168) }]),
  );
}
