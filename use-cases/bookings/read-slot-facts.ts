import type { DayPlan, GroupSession, PlanException, SlotFacts, Span, StaffFacts } from '#domain/bookings/slot-facts.ts';
import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { LONGEST_BLOCK_MS } from './block-time.ts';
import type { Offer, OfferedStaff } from './read-offer.ts';
import { uuidArray } from './sql-values.ts';

/**
 * Limits count the week around a day, visits begin a day before it, and a night shift ends after it. Only a block may be
 * longer: those that began before are read besides.
 */
const AROUND_MS = 8 * 24 * 3_600_000;

/**
 * Everything that decides which times of an offer are free between two moments, in one query. `except`: a booking
 * that is about to be moved refuses nothing.
 */
export async function readSlotFacts(
  tx: Tx,
  offer: Offer,
  between: { from: Date; to: Date },
  except?: string,
): Promise<SlotFacts> {
  const people = [...new Map(offer.items.flatMap((item) => item.staff).map((one) => [one.id, one])).values()];
  const resourceIds = [...new Set(offer.items.flatMap(({ needs }) => needs.flat()))];
  const from = new Date(between.from.getTime() - AROUND_MS);
  const to = new Date(between.to.getTime() + AROUND_MS);
  const takenIds = uuidArray([...people.map(({ id }) => id), ...resourceIds]);
  const serviceId = offer.items[0]?.serviceId ?? '';
  const [row] = await tx.sql<Row>(
    `select b.settings,
       (select json_object_agg(resource_id, spans) from (
          select resource_id, json_agg(json_build_array((extract(epoch from from_at) * 1000)::bigint, (extract(epoch from to_at) * 1000)::bigint)) as spans
          from (select resource_id, from_at, to_at from occupation where business_id = b.id and resource_id = any(?::uuid[])
              and from_at > ? and from_at < ? and (?::uuid is null or booking_id is distinct from ?::uuid)
            union all
            select resource_id, from_at, to_at from time_block where business_id = b.id and resource_id = any(?::uuid[])
              and from_at > ? and from_at <= ? and to_at > ?) taken
          group by resource_id) o) as busy,
       (select json_object_agg(staff_id, starts) from (
          select i.staff_id, json_agg(distinct (extract(epoch from k.starts_at) * 1000)::bigint) as starts from booking_item i
          join booking k on k.business_id = i.business_id and k.id = i.booking_id
          where i.business_id = b.id and i.staff_id = any(?::uuid[]) and i.held and i.starts_at > ? and i.starts_at < ?
            and i.booking_id is distinct from ? group by i.staff_id) s) as visits,
       (select json_agg(json_build_object('staffId', staff_id, 'from', from_day::text, 'to', to_day::text, 'plan', plan) order by from_day)
          from schedule_exception where business_id = b.id and (staff_id = any(?::uuid[]) or place_id = ?)
            and to_day >= (?::timestamptz)::date - 2 and from_day <= (?::timestamptz)::date + 2) as exceptions,
       case when ?::boolean then (select coalesce(json_agg(json_build_object('id', id, 'staffId', staff_id,
            'from', (extract(epoch from starts_at) * 1000)::bigint, 'to', (extract(epoch from ends_at) * 1000)::bigint,
            'seatsLeft', capacity - taken) order by starts_at), '[]')
          from group_session where business_id = b.id and service_id = ? and starts_at > ? and starts_at < ?) end as sessions
     from business b where b.id = ?`,
    [
      takenIds,
      from,
      to,
      except ?? null,
      except ?? null,
      takenIds,
      new Date(from.getTime() - LONGEST_BLOCK_MS),
      from,
      from,
      uuidArray(people.map(({ id }) => id)),
      from,
      to,
      except ?? null,
      uuidArray(people.map(({ id }) => id)),
      offer.place.id,
      between.from,
      between.to,
      offer.isGroup,
      serviceId,
      from,
      to,
      tx.businessId,
    ],
  );
  if (!row) throw new Error('the business is not there');
  const { stepMinutes, noticeMinutes, horizonDays } = settingsOf(row).booking;
  const busy = (id: string): Span[] => (row.busy?.[id] ?? []).map(([start, end]) => ({ from: start, to: end }));
  const exceptions = row.exceptions ?? [];
  return {
    now: tx.now,
    zone: offer.place.timeZone,
    rules: { stepMinutes, noticeMinutes, horizonDays },
    staff: people.map((person) => staffFacts(person, exceptions, { busy, visits: row.visits?.[person.id] ?? [] })),
    resources: resourceIds.map((id) => ({ id, busy: busy(id) })),
    holidays: exceptions.filter(({ staffId }) => staffId === null),
    items: offer.items,
    sessions: offer.isGroup ? (row.sessions ?? []) : null,
  };
}

function staffFacts(
  person: OfferedStaff,
  exceptions: readonly OwnException[],
  taken: { busy: (id: string) => Span[]; visits: readonly number[] },
): StaffFacts {
  return {
    id: person.id,
    week: person.week,
    exceptions: exceptions.filter(({ staffId }) => staffId === person.id),
    busy: taken.busy(person.id),
    visits: taken.visits,
    maxPerDay: person.maxPerDay,
    maxPerWeek: person.maxPerWeek,
  };
}

type OwnException = PlanException & { staffId: string | null; plan: DayPlan };

type Row = {
  settings: Partial<BusinessSettings>;
  busy: Record<string, [number, number][]> | null;
  visits: Record<string, number[]> | null;
  exceptions: OwnException[] | null;
  sessions: GroupSession[] | null;
};
