import { BusinessError } from '#domain/errors.ts';
import { addDays } from '#domain/time.ts';
import { atWallClock } from '#domain/time-rules.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { refusingOverlaps } from '#use-cases/services/save-exception.ts';
import { bookingColumns, readerOf, toView, type BookingInList, type BookingRow } from './booking-views.ts';
import { ringBookings } from './booking-rows.ts';
import { cancelBooking } from './cancel-booking.ts';
import { nearTimes, offerFor } from './find-times.ts';
import { moveBooking } from './move-booking.ts';
import { needOwnTime } from './who-acts.ts';

export type CallOffPlan = {
  bookings: (BookingInList & {
    /** The nearest times at which another person could take over. */
    near: { startsAt: string; staffId: string; staffName: string }[];
  })[];
};

/** As many as can be decided at once; of a day with more, all would have to be moved first. */
const MOST = 100;

/** What stands in the way of a free day: each booking with where it could go. */
export async function planCallOff(tx: Tx, input: { staffId: string; day: string }): Promise<CallOffPlan> {
  const rows = await bookingsOf(tx, input);
  const reader = await readerOf(tx);
  const names = await staffNames(tx);
  const bookings: CallOffPlan['bookings'] = [];
  for (const row of rows.slice(0, MOST))
    bookings.push({ ...toView(row, reader), near: await placesToGo(tx, row, { away: input.staffId, names }) });
  return { bookings };
}

async function bookingsOf(tx: Tx, input: { staffId: string; day: string }): Promise<BookingRow[]> {
  await needOwnTime(tx, input.staffId);
  const { from, to } = await dayOf(tx, input);
  return tx.sql<BookingRow>(
    `select ${bookingColumns} from booking k where k.business_id = ? and k.state in ('new', 'confirmed') and k.starts_at >= ? and k.starts_at < ?
       and exists (select 1 from booking_item i where i.business_id = k.business_id and i.booking_id = k.id and i.staff_id = ?)
     order by k.starts_at, k.id limit ${MOST + 1}`,
    [tx.businessId, from, to, input.staffId],
  );
}

/** Only what the one who is away would have done is given to somebody else. */
async function placesToGo(
  tx: Tx,
  row: BookingRow,
  { away, names }: { away: string; names: ReadonlyMap<string, string> },
): Promise<CallOffPlan['bookings'][number]['near']> {
  const request = {
    format: row.format,
    placeId: null,
    items: row.items.map(({ serviceId, staffId, addons }) => ({
      serviceId,
      staffId: staffId === away ? null : staffId,
      addonIds: addons.map(({ id }) => id),
    })),
  };
  const theirs = row.items.findIndex(({ staffId }) => staffId === away);
  try {
    const offer = await offerFor(tx, request, { except: row.id });
    const items = offer.items.map((item) => ({ ...item, staff: item.staff.filter(({ id }) => id !== away) }));
    const slots = await nearTimes(tx, { ...offer, items }, { wanted: row.starts_at, except: row.id });
    return slots.map((slot) => {
      const staffId = slot.items[theirs]?.staffId ?? '';
      return { startsAt: slot.startsAt.toISOString(), staffId, staffName: names.get(staffId) ?? '' };
    });
  } catch (error) {
    if (error instanceof BusinessError) return [];
    throw error;
  }
}

async function staffNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.sql<{ id: string; name: string }>(
    'select id, name from staff where business_id = ? limit 500',
    [tx.businessId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type CallOff = {
  staffId: string;
  day: string;
  note: string;
  decisions: readonly (
    | { bookingId: string; do: 'move'; startsAt: Date; staffId: string }
    /** Cancelled by the business; the client gets the nearest free times as buttons. */
    | { bookingId: string; do: 'release' }
    /** Stays: they come in for this one. */
    | { bookingId: string; do: 'keep' }
  )[];
};

/**
 * A day on which somebody does not work after all: the day off is written, and each booking goes where it was decided,
 * all or nothing. @throws BusinessError `day_has_bookings` {left} when one is not decided, and those of moving and cancelling.
 */
export async function callOffDay(tx: Tx, input: CallOff): Promise<{ moved: number; released: number; kept: number }> {
  const bookings = await bookingsOf(tx, input);
  const open = bookings.filter(({ id }) => !input.decisions.some((one) => one.bookingId === id));
  if (open.length > 0)
    throw new BusinessError('day_has_bookings', {
      left: open.length,
      bookingIds: open.map(({ id }) => id),
    });
  await writeDayOff(tx, input);
  const done = { moved: 0, released: 0, kept: 0 };
  for (const decision of input.decisions) {
    const booking = bookings.find(({ id }) => id === decision.bookingId);
    if (!booking) continue;
    if (decision.do === 'keep') done.kept += 1;
    if (decision.do === 'release') {
      await cancelBooking(tx, { bookingId: decision.bookingId, reason: input.note || null, offerTimes: true });
      done.released += 1;
    }
    if (decision.do === 'move') {
      const theirs = booking.items.filter(({ staffId }) => staffId === input.staffId);
      const staff = Object.fromEntries(theirs.map(({ position }) => [position, decision.staffId]));
      await moveBooking(tx, { bookingId: decision.bookingId, startsAt: decision.startsAt, staff });
      done.moved += 1;
    }
  }
  ringBookings(tx);
  return done;
}

async function writeDayOff(tx: Tx, input: CallOff): Promise<void> {
  const [known] = await tx.sql<{ id: string; from_day: string; to_day: string }>(
    `select id, from_day::text, to_day::text from schedule_exception
     where business_id = ? and staff_id = ? and from_day <= ?::date and to_day >= ?::date for update`,
    [tx.businessId, input.staffId, input.day, input.day],
  );
  if (known && known.from_day === known.to_day) {
    await tx.sql('update schedule_exception set plan = ?::jsonb, note = ? where business_id = ? and id = ?', [
      JSON.stringify({ hours: [], breaks: [] }),
      input.note.slice(0, 200),
      tx.businessId,
      known.id,
    ]);
    return;
  }
  if (known) throw new BusinessError('exception_overlaps', { path: 'day', from: known.from_day, to: known.to_day });
  await refusingOverlaps(tx, () =>
    tx.sql(
      `insert into schedule_exception (id, business_id, staff_id, from_day, to_day, plan, note, created_at) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)`,
      [
        newId(),
        tx.businessId,
        input.staffId,
        input.day,
        input.day,
        JSON.stringify({ hours: [], breaks: [] }),
        input.note.slice(0, 200),
        tx.now,
      ],
    ),
  );
}

async function dayOf(tx: Tx, input: { staffId: string; day: string }): Promise<{ from: Date; to: Date }> {
  const [row] = await tx.sql<{ time_zone: string }>(
    `select p.time_zone from staff f join place p on p.business_id = f.business_id and p.id = f.place_id where f.business_id = ? and f.id = ?`,
    [tx.businessId, input.staffId],
  );
  if (!row) throw new BusinessError('staff_not_found', { staffId: input.staffId });
  return {
    from: atWallClock(input.day, '00:00', row.time_zone),
    to: atWallClock(addDays(input.day, 1), '00:00', row.time_zone),
  };
}
