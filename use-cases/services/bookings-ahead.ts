import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { needOwnTime } from '#use-cases/bookings/who-acts.ts';
import { iso } from '#use-cases/page.ts';

export type BookingAhead = {
  bookingId: string;
  number: number;
  startsAt: string;
  timeZone: string;
  contact: string;
  service: Localized;
};
export type BookingsAhead = { count: number; from: string | null; until: string | null; bookings: BookingAhead[] };

/** What a person has booked from now on: how much, from when, and the next 20. @throws BusinessError `forbidden`. */
export async function bookingsAhead(tx: Tx, input: { staffId: string }): Promise<BookingsAhead> {
  await needOwnTime(tx, input.staffId);
  const [sum] = await tx.sql<{ count: number; from: Date | null; until: Date | null }>(
    `select count(distinct booking_id) as count, min(starts_at) as "from", max(starts_at) as until from booking_item
     where business_id = ? and staff_id = ? and held and starts_at > ?`,
    [tx.businessId, input.staffId, tx.now],
  );
  const rows = await tx.sql<Omit<BookingAhead, 'startsAt'> & { starts_at: Date }>(
    `select b.id as "bookingId", b.number, i.starts_at, b.time_zone as "timeZone", b.contact_name as contact, i.service_name as service
     from booking_item i join booking b on b.business_id = i.business_id and b.id = i.booking_id
     where i.business_id = ? and i.staff_id = ? and i.held and i.starts_at > ? order by i.starts_at, i.id limit 20`,
    [tx.businessId, input.staffId, tx.now],
  );
  return {
    count: sum?.count ?? 0,
    from: sum?.from ? iso(sum.from) : null,
    until: sum?.until ? iso(sum.until) : null,
    bookings: rows.map(({ starts_at, ...one }) => ({ ...one, startsAt: iso(starts_at) })),
  };
}

/** How many visits of a person, or of a place, begin in days of the place's calendar, both inclusive. */
export async function visitsInDays(
  tx: Tx,
  of: { staffId: string | null; placeId: string | null; from: string; to: string },
): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `select count(distinct i.booking_id) as count from booking_item i
     join booking b on b.business_id = i.business_id and b.id = i.booking_id
     where i.business_id = ? and i.held and i.starts_at > ? and (?::uuid is null or i.staff_id = ?)
       and (?::uuid is null or b.place_id = ?)
       and i.starts_at >= (?::date)::timestamp at time zone b.time_zone
       and i.starts_at < (?::date + 1)::timestamp at time zone b.time_zone`,
    [tx.businessId, tx.now, of.staffId, of.staffId, of.placeId, of.placeId, of.from, of.to],
  );
  return row?.count ?? 0;
}
