import { LockMode } from '@mikro-orm/core';
import { planReminders } from '#domain/bookings/reminders.ts';
import { BusinessError } from '#domain/errors.ts';
import type { BookingFacts } from '#domain/events.ts';
import { bookingProcessId, remindersProcessId } from '#domain/processes.ts';
import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import { Business, type Language } from '#persistence/entities/business.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';

export type BookingRows = { booking: Booking; items: BookingItem[] };

/** A booking and its services, locked after its contact. @throws BusinessError `booking_not_found`, `booking_changed`. */
export async function lockBooking(
  tx: Tx,
  input: { bookingId: string; revision?: number | undefined },
): Promise<BookingRows> {
  const { bookingId } = input;
  const found = await tx.em.findOne(Booking, { id: bookingId, businessId: tx.businessId });
  if (!found) throw new BusinessError('booking_not_found', { bookingId });
  // Lock order everywhere: contact, run, entities, streams.
  await tx.sql('select id from contact where business_id = ? and id = ? for no key update', [
    tx.businessId,
    found.contactId,
  ]);
  const booking = await tx.em.findOneOrFail(
    Booking,
    { id: bookingId, businessId: tx.businessId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  refuseStrangers(tx, booking);
  if (input.revision !== undefined && input.revision !== booking.revision)
    throw new BusinessError('booking_changed', { bookingId, state: booking.state, revision: booking.revision });
  const items = await tx.em.find(
    BookingItem,
    { bookingId, businessId: tx.businessId },
    { orderBy: { position: 'asc' }, refresh: true },
  );
  await refuseOtherMasters(tx, items);
  return { booking, items };
}

/** A client sees and changes their own bookings alone; of others nothing is said. */
function refuseStrangers(tx: Tx, booking: Booking): void {
  if (tx.actor.kind === 'contact' && tx.actor.contactId !== booking.contactId)
    throw new BusinessError('booking_not_found', { bookingId: booking.id });
}

/** A master works on the visits that they take part in. */
async function refuseOtherMasters(tx: Tx, items: readonly BookingItem[]): Promise<void> {
  if (tx.actor.kind !== 'user' || tx.actor.role !== 'master') return;
  const mine = await ownStaffId(tx, tx.actor.userId);
  if (!items.some(({ staffId }) => staffId === mine))
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
}

/** As whom somebody signs in who works with clients; undefined for others. */
export async function ownStaffId(tx: Tx, userId: string): Promise<string | undefined> {
  const [row] = await tx.sql<{ id: string }>(
    `select s.id from staff s join membership m on m.business_id = s.business_id and m.id = s.membership_id
     where s.business_id = ? and m.user_id = ? and s.removed_at is null`,
    [tx.businessId, userId],
  );
  return row?.id;
}

/** What events about a booking carry. */
export async function bookingFacts(tx: Tx, { booking, items }: BookingRows): Promise<BookingFacts> {
  const [business] = await tx.sql<{ language: Language; before: boolean }>(
    `select language, exists (select 1 from booking where business_id = b.id and contact_id = ? and created_at < ? and id <> ?) as before
     from business b where id = ?`,
    [booking.contactId, booking.createdAt, booking.id, tx.businessId],
  );
  return {
    bookingId: booking.id,
    number: booking.number,
    serviceId: items[0]?.serviceId ?? '',
    staffId: items[0]?.staffId ?? '',
    service: serviceNames(items, business?.language ?? 'ru'),
    staff: staffNames(items),
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    priceMinor: booking.priceMinor,
    currency: booking.currency,
    source: booking.source,
    first: business?.before !== true,
  };
}

const inLanguage = (name: Localized, language: Language): string => name[language] || name.ru || name.en;

/** The services of a visit in one language, with commas. */
export const serviceNames = (items: readonly { serviceName: Localized }[], language: Language): string =>
  items.map(({ serviceName }) => inLanguage(serviceName, language)).join(', ');

export const staffNames = (items: readonly { staffName: string }[]): string =>
  [...new Set(items.map(({ staffName }) => staffName))].join(', ');

/** Wakes what follows a booking, and every page that shows it. */
export async function wakeBooking(tx: Tx, booking: Booking): Promise<void> {
  const about = { subjectId: booking.id, contactId: booking.contactId };
  await wakeProcess(tx, { id: bookingProcessId(booking.id), type: 'booking', ...about });
  await wakeProcess(tx, {
    id: remindersProcessId(booking.id),
    type: 'booking-reminders',
    ...about,
    dueAt: await nextReminderAt(tx, booking),
  });
  ringBookings(tx);
}

/** Written with the change itself: its reminder is on time even when its workflow learns of the change late. */
async function nextReminderAt(tx: Tx, { contactId, startsAt, setAt, timeZone }: Booking): Promise<Date | null> {
  const [row] = await tx.sql<{ settings: Partial<BusinessSettings>; own_zone: string | null }>(
    'select b.settings, c.time_zone as own_zone from business b join contact c on c.business_id = b.id where b.id = ? and c.id = ?',
    [tx.businessId, contactId],
  );
  if (!row) return null;
  const rules = settingsOf(row).booking;
  const plan = rules.remindersOn ? planReminders({ ...rules, startsAt, setAt, zone: row.own_zone ?? timeZone }) : [];
  return plan.find(({ at, skipped }) => skipped === null && at > tx.now)?.at ?? null;
}

export function ringBookings(tx: Tx): void {
  tx.ring(`live:${tx.businessId}:bookings`);
}

export const businessOf = (tx: Tx): Promise<Business> => tx.em.findOneOrFail(Business, tx.businessId);
