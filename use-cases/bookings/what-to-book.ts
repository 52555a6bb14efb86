import { BusinessError } from '#domain/errors.ts';
import type { VisitRequest } from '#domain/bookings/visit-request.ts';
import { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { NOBODY } from './sql-values.ts';
import { sameAgain } from './visit-request.ts';

/**
 * What a chain books where it names no service: as in the booking that it is about, else as last time.
 * @throws BusinessError `nothing_to_book` for one who has never booked.
 */
export async function whatToBook(
  tx: Tx,
  about: { contactId: string; subjectId: string | null; serviceId: string | null; staffId: string | null },
): Promise<VisitRequest> {
  const last = await lastBooking(tx, about);
  if (about.serviceId !== null) {
    const [service] = await tx.sql<{ format: 'online' | 'place' | 'both' }>(
      'select format from service where business_id = ? and id = ?',
      [tx.businessId, about.serviceId],
    );
    return {
      items: [{ serviceId: about.serviceId, staffId: about.staffId, addonIds: [] }],
      format: service?.format === 'online' ? 'online' : 'place',
      placeId: await placeOf(tx, about.serviceId, last?.booking.placeId),
    };
  }
  if (!last) throw new BusinessError('nothing_to_book', {});
  const request = sameAgain(last.booking, last.items);
  return { ...request, items: request.items.map((item) => ({ ...item, staffId: about.staffId })) };
}

/** Where one was last time, if the service is given there; else the only place that there is. */
async function placeOf(tx: Tx, serviceId: string, last: string | undefined): Promise<string | null> {
  const rows = await tx.sql<{ place_id: string }>(
    `select distinct f.place_id from staff_service g join staff f on f.business_id = g.business_id and f.id = g.staff_id
     where g.business_id = ? and g.service_id = ? and f.removed_at is null and not f.hidden limit 20`,
    [tx.businessId, serviceId],
  );
  return rows.find(({ place_id }) => place_id === last)?.place_id ?? rows[0]?.place_id ?? null;
}

async function lastBooking(tx: Tx, about: { contactId: string; subjectId: string | null }) {
  const [found] = await tx.sql<{ id: string }>(
    `select id from booking where business_id = ? and contact_id = ? and (id = ?::uuid or state <> 'cancelled')
     order by id = ?::uuid desc, starts_at desc, id desc limit 1`,
    [tx.businessId, about.contactId, about.subjectId ?? NOBODY, about.subjectId ?? NOBODY],
  );
  if (!found) return undefined;
  const booking = await tx.em.findOneOrFail(Booking, { id: found.id, businessId: tx.businessId });
  const items = await tx.em.find(
    BookingItem,
    { bookingId: found.id, businessId: tx.businessId },
    { orderBy: { position: 'asc' } },
  );
  return { booking, items };
}
