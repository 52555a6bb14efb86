import { planReminders } from '#domain/bookings/reminders.ts';
import { BusinessError } from '#domain/errors.ts';
import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';
import { staffName } from '#use-cases/orders/read-order-story.ts';
import { bookingColumns, readerOf, toView, type BookingInList, type BookingRow } from './booking-views.ts';

export type BookingCard = BookingInList & {
  story: { id: string; at: string; code: string; facts: Record<string, unknown>; by: string | null }[];
  /** What was sent or left out, and what is still to come. */
  reminders: { reminder: string; at: string; outcome: 'sent' | 'skipped' | 'ahead'; reason: string | null }[];
  policy: { cancelHours: number; moveHours: number; maxMoves: number };
  moves: number;
  answeredAt: string | null;
  place: { name: { ru: string; en: string }; address: { ru: string; en: string } };
  /** How the client has kept their visits. */
  client: {
    visits: number;
    noShows: number;
    cancelled: number;
    lastVisitAt: string | null;
    hasChat: boolean;
    unreachable: boolean;
  };
};

/** A booking with its story, newest first. @throws BusinessError `booking_not_found`, `forbidden`. */
export async function readBooking(tx: Tx, bookingId: string): Promise<BookingCard> {
  const reader = await readerOf(tx);
  const [row] = await tx.sql<CardRow>(
    `select ${bookingColumns}, k.policy, k.moves, k.set_at, p.name as place_name, p.address as place_address, b.settings, c.time_zone as contact_zone,
       c.unreachable_at is not null as unreachable,
       exists (select 1 from contact_identity ci where ci.business_id = k.business_id and ci.contact_id = k.contact_id) as has_chat,
       h.visits, h.no_shows, h.cancelled, h.last_visit_at
     from booking k join place p on p.business_id = k.business_id and p.id = k.place_id join business b on b.id = k.business_id
     join contact c on c.business_id = k.business_id and c.id = k.contact_id
     cross join lateral (select count(*) filter (where o.state = 'done')::int as visits, count(*) filter (where o.state = 'no_show')::int as no_shows,
         count(*) filter (where o.state = 'cancelled' and o.cancelled_by = 'client')::int as cancelled,
         max(o.starts_at) filter (where o.state = 'done') as last_visit_at
       from booking o where o.business_id = k.business_id and o.contact_id = k.contact_id and o.id <> k.id) h
     where k.business_id = ? and k.id = ?`,
    [tx.businessId, bookingId],
  );
  if (!row) throw new BusinessError('booking_not_found', { bookingId });
  if (reader.role === 'master' && !row.items.some(({ staffId }) => staffId === reader.staffId))
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
  return {
    ...toView(row, reader),
    story: await readStory(tx, bookingId),
    reminders: await readReminders(tx, bookingId, row),
    policy: row.policy,
    moves: row.moves,
    answeredAt: row.answered_at ? iso(row.answered_at) : null,
    place: { name: row.place_name, address: row.place_address },
    client: {
      visits: row.visits,
      noShows: row.no_shows,
      cancelled: row.cancelled,
      lastVisitAt: row.last_visit_at ? iso(row.last_visit_at) : null,
      hasChat: row.has_chat,
      unreachable: row.unreachable,
    },
  };
}

async function readStory(tx: Tx, bookingId: string): Promise<BookingCard['story']> {
  const rows = await tx.sql<{ id: string; type: string; data: Record<string, unknown>; actor: string; at: Date }>(
    `select id, type, data, actor, at from (
       select id, type, data, actor, occurred_at as at from event where business_id = ? and subject_id = ?
       union all
       select id, 'message.' || state, jsonb_build_object('text', split_part(body, E'\\n', 1), 'error', error), '', coalesce(sent_at, created_at)
       from message where business_id = ? and booking_id = ? and class <> 'staff') story
     order by at desc, id desc limit 200`,
    [tx.businessId, bookingId, tx.businessId, bookingId],
  );
  return rows.map((row) => ({
    id: row.id,
    at: iso(row.at),
    code: row.type,
    facts: row.data,
    by: staffName(row.actor),
  }));
}

async function readReminders(tx: Tx, bookingId: string, row: CardRow): Promise<BookingCard['reminders']> {
  const decided = await tx.sql<{
    reminder: string;
    due_at: Date;
    starts_at: Date;
    outcome: 'sent' | 'skipped';
    reason: string | null;
  }>(
    `select reminder, due_at, starts_at, outcome, reason from booking_reminder where business_id = ? and booking_id = ? order by due_at limit 100`,
    [tx.businessId, bookingId],
  );
  const rules = settingsOf(row).booking;
  const isAhead = ['new', 'confirmed'].includes(row.state) && rules.remindersOn;
  const plan = isAhead
    ? planReminders({ ...rules, startsAt: row.starts_at, setAt: row.set_at, zone: row.contact_zone ?? row.time_zone })
    : [];
  const done = new Set(
    decided.filter((one) => one.starts_at.getTime() === row.starts_at.getTime()).map(({ reminder }) => reminder),
  );
  return [
    ...decided.map(({ reminder, due_at, outcome, reason }) => ({ reminder, at: iso(due_at), outcome, reason })),
    ...plan
      .filter(({ id, skipped }) => skipped === null && !done.has(id))
      .map(({ id, at }) => ({ reminder: id, at: iso(at), outcome: 'ahead' as const, reason: null })),
  ];
}

type CardRow = BookingRow & {
  policy: BookingCard['policy'];
  moves: number;
  set_at: Date;
  place_name: { ru: string; en: string };
  place_address: { ru: string; en: string };
  settings: Partial<BusinessSettings>;
  contact_zone: string | null;
  unreachable: boolean;
  has_chat: boolean;
  visits: number;
  no_shows: number;
  cancelled: number;
  last_visit_at: Date | null;
};
