import {
  bookingBadge,
  transitionsFor,
  type BookingBadge,
  type BookingState,
  type BookingTransition,
} from '#domain/bookings/states.ts';
import type { BookedAddon, CancelledBy } from '#persistence/entities/bookings.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso, isoOrNull } from '#use-cases/page.ts';
import { ownStaffId } from './booking-rows.ts';

/** A booking as the pages show it. */
export type BookingInList = {
  bookingId: string;
  number: number;
  revision: number;
  state: BookingState;
  badge: BookingBadge;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  movedFrom: string | null;
  format: 'online' | 'place';
  source: 'bot' | 'staff' | 'automation';
  contact: { contactId: string; name: string; phone: string | null };
  comment: string | null;
  priceMinor: number;
  priceToMinor: number | null;
  finalPriceMinor: number | null;
  currency: string;
  cancelledBy: CancelledBy | null;
  cancelReason: string | null;
  sessionId: string | null;
  items: {
    position: number;
    serviceId: string;
    serviceName: Localized;
    staffId: string;
    staffName: string;
    resourceIds: string[];
    addons: BookedAddon[];
    startsAt: string;
    endsAt: string;
    priceMinor: number;
  }[];
  /** What the reader may do with it, forward first. */
  next: { to: BookingState; direction: BookingTransition['direction'] }[];
  mayMove: boolean;
};

/** The columns of a booking `k`, for `toView`. */
export const bookingColumns = `k.id, k.number, k.revision, k.state, k.starts_at, k.ends_at, k.time_zone, k.moved_from, k.moved_at,
  k.answered_at, k.format, k.source, k.contact_id, k.contact_name, k.contact_phone, k.comment, k.price_minor, k.price_to_minor,
  k.final_price_minor, k.currency, k.cancelled_by, k.cancel_reason, k.session_id,
  (select json_agg(json_build_object('position', i.position, 'serviceId', i.service_id, 'serviceName', i.service_name,
     'staffId', i.staff_id, 'staffName', i.staff_name, 'resourceIds', i.resource_ids, 'addons', i.addons, 'startsAt', i.starts_at,
     'endsAt', i.ends_at, 'priceMinor', i.price_minor) order by i.position)
   from booking_item i where i.business_id = k.business_id and i.booking_id = k.id) as items`;

export type BookingRow = {
  id: string;
  number: number;
  revision: number;
  state: BookingState;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  moved_from: Date | null;
  moved_at: Date | null;
  answered_at: Date | null;
  format: 'online' | 'place';
  source: BookingInList['source'];
  contact_id: string;
  contact_name: string;
  contact_phone: string | null;
  comment: string | null;
  price_minor: number;
  price_to_minor: number | null;
  final_price_minor: number | null;
  currency: string;
  cancelled_by: CancelledBy | null;
  cancel_reason: string | null;
  session_id: string | null;
  items: BookingInList['items'];
};

/** Who reads: a master may act on their own visits alone. */
export type BookingReader = { role: 'owner' | 'manager' | 'master'; staffId: string | null };

export async function readerOf(tx: Tx): Promise<BookingReader> {
  if (tx.actor.kind !== 'user') return { role: 'manager', staffId: null };
  const { role, userId } = tx.actor;
  return { role, staffId: role === 'master' ? ((await ownStaffId(tx, userId)) ?? null) : null };
}

export function toView(row: BookingRow, reader: BookingReader): BookingInList {
  const mine = reader.role !== 'master' || row.items.some(({ staffId }) => staffId === reader.staffId);
  return {
    bookingId: row.id,
    number: Number(row.number),
    revision: row.revision,
    state: row.state,
    badge: bookingBadge({ state: row.state, movedAt: row.moved_at, answeredAt: row.answered_at }),
    startsAt: iso(row.starts_at),
    endsAt: iso(row.ends_at),
    timeZone: row.time_zone,
    movedFrom: isoOrNull(row.moved_from),
    format: row.format,
    source: row.source,
    contact: { contactId: row.contact_id, name: row.contact_name, phone: row.contact_phone },
    comment: row.comment,
    priceMinor: row.price_minor,
    priceToMinor: row.price_to_minor,
    finalPriceMinor: row.final_price_minor,
    currency: row.currency,
    cancelledBy: row.cancelled_by,
    cancelReason: row.cancel_reason,
    sessionId: row.session_id,
    items: row.items.map((item) => ({ ...item, startsAt: iso(item.startsAt), endsAt: iso(item.endsAt) })),
    next: mine ? transitionsFor(row.state, reader.role).map(({ to, direction }) => ({ to, direction })) : [],
    mayMove: mine && (row.state === 'new' || row.state === 'confirmed'),
  };
}
