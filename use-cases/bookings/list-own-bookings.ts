import { bookingBadge, type BookingBadge, type BookingState } from '#domain/bookings/states.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';

export type OwnBooking = {
  bookingId: string;
  number: number;
  badge: BookingBadge;
  /** Still to come, or under way. */
  ahead: boolean;
  startsAt: Date;
  timeZone: string;
  items: { serviceName: Localized; staffName: string }[];
};

const OWN_BOOKINGS_PAGE = 6;

type Row = {
  id: string;
  number: number;
  state: BookingState;
  moved_at: Date | string | null;
  answered_at: Date | string | null;
  ahead: boolean;
  starts_at: Date | string;
  time_zone: string;
  items: OwnBooking['items'];
};

/** A contact's own visits, a page at a time from 1: those ahead, the next one first, then what is past or cancelled, newest first. */
export async function listOwnBookings(
  tx: Tx,
  input: { contactId: string; page: number },
): Promise<{ bookings: OwnBooking[]; page: number; more: boolean }> {
  const page = Math.max(1, Math.min(input.page, 500));
  const rows = await tx.sql<Row>(
    `select k.id, k.number, k.state, k.moved_at, k.answered_at, k.starts_at, k.time_zone, k.ahead,
       (select json_agg(json_build_object('serviceName', i.service_name, 'staffName', i.staff_name) order by i.position)
        from booking_item i where i.business_id = k.business_id and i.booking_id = k.id) as items
     from (select b.*, b.state in ('new', 'confirmed', 'arrived') and b.ends_at > ? as ahead
           from booking b where b.business_id = ? and b.contact_id = ?) k
     order by k.ahead desc, case when k.ahead then k.starts_at end, k.starts_at desc, k.id desc limit ? offset ?`,
    [tx.now, tx.businessId, input.contactId, OWN_BOOKINGS_PAGE + 1, (page - 1) * OWN_BOOKINGS_PAGE],
  );
  return {
    page,
    more: rows.length > OWN_BOOKINGS_PAGE,
    bookings: rows.slice(0, OWN_BOOKINGS_PAGE).map((row) => ({
      bookingId: row.id,
      number: Number(row.number),
      badge: bookingBadge({ state: row.state, movedAt: date(row.moved_at), answeredAt: date(row.answered_at) }),
      ahead: row.ahead,
      startsAt: new Date(row.starts_at),
      timeZone: row.time_zone,
      items: row.items,
    })),
  };
}

const date = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));
