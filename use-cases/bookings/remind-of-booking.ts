import { planReminders, type PlannedReminder } from '#domain/bookings/reminders.ts';
import type { BookingRules } from '#domain/bookings/rules.ts';
import { remindersProcessId } from '#domain/processes.ts';
import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { closeProcess, seeProcess } from '#use-cases/processes/process.ts';
import { tellReminder } from './booking-messages.ts';

export type ReminderStep = { kind: 'wait'; until: Date; details: string } | { kind: 'closed'; outcome: string };

/** A reminder that is so late (a machine stood still) is no longer sent; nearer ones may still be. */
const LATE_MS = 60 * 60_000;

/**
 * Sends what is due of a booking's reminders and says when to look again. The plan is worked out anew each time from the
 * booking and the owner's rules, so that a moved booking is followed both ways; what became of each is written down.
 */
export async function remindOfBooking(tx: Tx, bookingId: string): Promise<ReminderStep> {
  const seen = await seeProcess(tx, remindersProcessId(bookingId));
  const row = await readVisit(tx, bookingId);
  if (!row || !seen.open) return { kind: 'closed', outcome: row ? row.state : 'row_missing' };
  const next = await sendDue(tx, bookingId, row);
  if (next) {
    const at = next.at.toISOString().slice(0, 16).replace('T', ' ');
    return { kind: 'wait', until: next.at, details: `The reminder “${next.id}” goes out at ${at} UTC` };
  }
  if (await closeProcess(tx, remindersProcessId(bookingId), seen))
    return { kind: 'closed', outcome: isAhead(row) ? 'no_more_reminders' : row.state };
  return { kind: 'wait', until: tx.now, details: 'woken while closing' };
}

/**
 * Sends what is due of a visit's reminders for another's workflow, which comes later and finds it sent. Where that
 * workflow is at it already, nothing is done.
 */
export async function remindForOther(tx: Tx, bookingId: string): Promise<void> {
  const free = await tx.sql(
    `select 1 from process where id = ? and state = 'open' and due_at <= ? for no key update skip locked`,
    [remindersProcessId(bookingId), tx.now],
  );
  const row = free.length > 0 ? await readVisit(tx, bookingId) : undefined;
  if (row) await sendDue(tx, bookingId, row);
}

type Visit = { state: string; settings: Partial<BusinessSettings>; contact_zone: string | null };

async function readVisit(tx: Tx, bookingId: string): Promise<Visit | undefined> {
  const [row] = await tx.sql<Visit>(
    `select k.state, b.settings, c.time_zone as contact_zone from booking k join business b on b.id = k.business_id
     join contact c on c.business_id = k.business_id and c.id = k.contact_id where k.business_id = ? and k.id = ?`,
    [tx.businessId, bookingId],
  );
  return row;
}

const isAhead = ({ state }: Visit): boolean => ['new', 'confirmed'].includes(state);

/** @returns what comes next. */
async function sendDue(tx: Tx, bookingId: string, visit: Visit): Promise<PlannedReminder | null> {
  const rules = settingsOf(visit).booking;
  const next =
    isAhead(visit) && rules.remindersOn
      ? await sendPlanned(tx, { bookingId, rules, ownZone: visit.contact_zone })
      : null;
  await tx.later({
    table: 'process',
    query: 'update process set due_at = ? where id = ?',
    params: [next?.at ?? null, remindersProcessId(bookingId)],
  });
  return next;
}

async function sendPlanned(
  tx: Tx,
  { bookingId, rules, ownZone }: { bookingId: string; rules: BookingRules; ownZone: string | null },
): Promise<PlannedReminder | null> {
  // The booking stays as it is while its reminders are decided: a move waits, and re-times what is left.
  await tx.sql('select id from booking where business_id = ? and id = ? for share', [tx.businessId, bookingId]);
  const booking = await tx.em.findOneOrFail(Booking, { id: bookingId, businessId: tx.businessId }, { refresh: true });
  const zone = ownZone ?? booking.timeZone;
  const plan = planReminders({ ...rules, startsAt: booking.startsAt, setAt: booking.setAt, zone });
  const decided = await tx.sql<{ reminder: string }>(
    'select reminder from booking_reminder where business_id = ? and booking_id = ? and starts_at = ?',
    [tx.businessId, bookingId, booking.startsAt],
  );
  const open = plan.filter(({ id }) => !decided.some(({ reminder }) => reminder === id));
  const due = open.filter(({ at, skipped }) => skipped !== null || at <= tx.now);
  const items =
    due.length === 0
      ? []
      : await tx.em.find(BookingItem, { bookingId, businessId: tx.businessId }, { orderBy: { position: 'asc' } });
  for (const one of due) await decide(tx, { one, booking, items, rules });
  return open.find((one) => !due.includes(one)) ?? null;
}

async function decide(
  tx: Tx,
  { one, booking, items, rules }: { one: PlannedReminder; booking: Booking; items: BookingItem[]; rules: BookingRules },
): Promise<void> {
  const reminder = rules.reminders.find(({ id }) => id === one.id);
  if (!reminder) return;
  const reason = one.skipped ?? tooLate(tx, one, booking) ?? null;
  const { toClient, toStaff } = one;
  const sent =
    reason === null ? await tellReminder(tx, { booking, items }, { ...reminder, toClient, toStaff }) : undefined;
  const reached = sent !== undefined && (sent.toClient || sent.toStaff > 0);
  await tx.sql(
    `insert into booking_reminder (business_id, booking_id, reminder, starts_at, due_at, outcome, reason, decided_at)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [
      tx.businessId,
      booking.id,
      one.id,
      booking.startsAt,
      one.at,
      reached ? 'sent' : 'skipped',
      reached ? null : (reason ?? 'nobody_to_tell'),
      tx.now,
    ],
  );
}

const tooLate = (tx: Tx, one: PlannedReminder, booking: Booking): string | undefined =>
  booking.startsAt <= tx.now || tx.now.getTime() - one.at.getTime() > LATE_MS ? 'late' : undefined;
