import { BusinessError } from '#domain/errors.ts';
import type { DayPlan, PlanException, WeekPlan } from '#domain/bookings/slot-facts.ts';
import { workingSpans } from '#domain/bookings/working-time.ts';
import { addDays, wallClockOf } from '#domain/time.ts';
import { atWallClock } from '#domain/time-rules.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';
import { LONGEST_BLOCK_MS } from './block-time.ts';
import { bookingColumns, readerOf, toView, type BookingInList, type BookingRow } from './booking-views.ts';
import { NOBODY } from './sql-values.ts';

export type Calendar = {
  zone: string;
  staff: {
    staffId: string;
    name: string;
    photoId: string | null;
    placeId: string;
    /** When they work, by day of the place. */
    working: { day: string; spans: { from: string; to: string }[] }[];
    workingMinutes: number;
    bookedMinutes: number;
  }[];
  resources: { resourceId: string; name: string; kind: 'room' | 'equipment'; placeId: string }[];
  places: { placeId: string; name: Localized; timeZone: string }[];
  bookings: BookingInList[];
  blocks: { blockId: string; resourceId: string; from: string; to: string; note: string }[];
  /** More than the page carries: one should look at fewer days. */
  cutOff: boolean;
};

const MOST = 3_000;
const MOST_DAYS = 42;

/** Everything that the calendar draws between two days of a place. A master sees their own column. */
export async function readCalendar(
  tx: Tx,
  input: { from: string; days: number; placeId?: string | undefined },
): Promise<Calendar> {
  const reader = await readerOf(tx);
  const days = Math.min(input.days, MOST_DAYS);
  const places = await tx.sql<{ id: string; name: Localized; time_zone: string }>(
    'select id, name, time_zone from place where business_id = ? and removed_at is null order by position, id limit 200',
    [tx.businessId],
  );
  const place = input.placeId ? places.find(({ id }) => id === input.placeId) : places[0];
  if (!place) {
    if (input.placeId) throw new BusinessError('place_not_found', { placeId: input.placeId });
    return { zone: 'UTC', staff: [], resources: [], places: [], bookings: [], blocks: [], cutOff: false };
  }
  const zone = place.time_zone;
  const from = atWallClock(input.from, '00:00', zone);
  const to = atWallClock(addDays(input.from, days), '00:00', zone);
  const staff = await readStaff(tx, {
    placeId: place.id,
    from: input.from,
    to: addDays(input.from, days),
    only: reader,
  });
  const rows = await tx.sql<BookingRow>(
    `select ${bookingColumns} from booking k
     where k.business_id = ? and k.place_id = ? and k.state <> 'cancelled' and k.starts_at < ? and k.ends_at > ?
       and k.starts_at > ?::timestamptz - interval '2 days'
     order by k.starts_at, k.id limit ?`,
    [tx.businessId, place.id, to, from, from, MOST + 1],
  );
  const shown = rows
    .slice(0, MOST)
    .filter(
      (row) => row.items.some(({ staffId }) => staff.some(({ id }) => id === staffId)) || reader.role !== 'master',
    );
  const resources = await tx.sql<{ id: string; name: string; kind: 'room' | 'equipment'; place_id: string }>(
    'select id, name, kind, place_id from resource where business_id = ? and place_id = ? and removed_at is null order by position, id limit 300',
    [tx.businessId, place.id],
  );
  const blocks = await tx.sql<{ id: string; resource_id: string; from_at: Date; to_at: Date; note: string }>(
    `select id, resource_id, from_at, to_at, note from time_block
     where business_id = ? and from_at > ? and from_at < ? and to_at > ? order by from_at limit 1000`,
    [tx.businessId, new Date(from.getTime() - LONGEST_BLOCK_MS), to, from],
  );
  const dayList = Array.from({ length: days }, (_, at) => addDays(input.from, at));
  return {
    zone,
    staff: staff.map((person) => {
      const working = dayList.map((day) => ({ day, spans: workingSpans(person, person.holidays, day, zone) }));
      const workingMinutes = working
        .flatMap(({ spans }) => spans)
        .reduce((sum, span) => sum + (span.to - span.from) / 60_000, 0);
      return {
        staffId: person.id,
        name: person.name,
        photoId: person.photo_id,
        placeId: place.id,
        working: working.map(({ day, spans }) => ({
          day,
          spans: spans.map((span) => ({
            from: new Date(span.from).toISOString(),
            to: new Date(span.to).toISOString(),
          })),
        })),
        workingMinutes: Math.round(workingMinutes),
        bookedMinutes: bookedMinutes(person.id, shown),
      };
    }),
    resources: resources.map(({ id, name, kind, place_id }) => ({ resourceId: id, name, kind, placeId: place_id })),
    places: places.map(({ id, name, time_zone }) => ({ placeId: id, name, timeZone: time_zone })),
    bookings: shown.map((row) => toView(row, reader)),
    blocks: blocks
      .filter(({ resource_id }) => reader.role !== 'master' || resource_id === reader.staffId)
      .map((block) => ({
        blockId: block.id,
        resourceId: block.resource_id,
        from: iso(block.from_at),
        to: iso(block.to_at),
        note: block.note,
      })),
    cutOff: rows.length > MOST,
  };
}

/** A group counts once, however many come. */
function bookedMinutes(staffId: string, rows: readonly BookingRow[]): number {
  const spans = new Map<string, number>();
  for (const row of rows)
    for (const item of row.items)
      if (item.staffId === staffId)
        spans.set(
          `${row.session_id ?? row.id}:${item.position}`,
          (Date.parse(item.endsAt) - Date.parse(item.startsAt)) / 60_000,
        );
  return Math.round([...spans.values()].reduce((sum, minutes) => sum + minutes, 0));
}

type StaffRow = {
  id: string;
  name: string;
  photo_id: string | null;
  week: WeekPlan;
  exceptions: (PlanException & { plan: DayPlan })[];
  holidays: (PlanException & { plan: DayPlan })[];
};

async function readStaff(
  tx: Tx,
  input: { placeId: string; from: string; to: string; only: { role: string; staffId: string | null } },
): Promise<StaffRow[]> {
  const exceptions = (
    column: string,
  ) => `coalesce((select json_agg(json_build_object('from', e.from_day::text, 'to', e.to_day::text, 'plan', e.plan))
    from schedule_exception e where e.business_id = f.business_id and e.${column} and e.to_day >= ?::date - 1 and e.from_day <= ?::date + 1), '[]')`;
  return tx.sql<StaffRow>(
    `select f.id, f.name, f.photo_id, f.week, ${exceptions('staff_id = f.id')} as exceptions, ${exceptions('place_id = f.place_id')} as holidays
     from staff f where f.business_id = ? and f.place_id = ? and (?::uuid is null or f.id = ?::uuid)
       and (f.removed_at is null or exists (select 1 from booking_item i where i.business_id = f.business_id and i.staff_id = f.id and i.held
         and i.starts_at >= ?::date - 1 and i.starts_at < ?::date + 1))
     order by f.position, f.id limit 200`,
    [
      input.from,
      input.to,
      input.from,
      input.to,
      tx.businessId,
      input.placeId,
      ...only(input.only),
      ...only(input.only),
      input.from,
      input.to,
    ],
  );
}

const only = ({ role, staffId }: { role: string; staffId: string | null }): (string | null)[] => [
  role === 'master' ? (staffId ?? NOBODY) : null,
];

/** Today by the clock of the first place, for a page that has no day yet. */
export async function todayAt(tx: Tx): Promise<string> {
  const [place] = await tx.sql<{ time_zone: string }>(
    'select time_zone from place where business_id = ? and removed_at is null order by position, id limit 1',
    [tx.businessId],
  );
  return wallClockOf(tx.now, place?.time_zone ?? 'UTC').date;
}
