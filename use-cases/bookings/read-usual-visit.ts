import { BusinessError } from '#domain/errors.ts';
import { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { readOffer } from './read-offer.ts';
import { sameAgain, type VisitRequest } from './visit-request.ts';

export type EarlierVisit = { booking: Booking; items: BookingItem[]; request: VisitRequest };

/**
 * The last visit of a contact that was not cancelled, when it can be booked once more as it was; with `bookingId` that
 * one, whatever became of it. Where a person is gone, the same services are offered with anyone.
 */
export async function readUsualVisit(
  tx: Tx,
  wanted: { contactId: string; bookingId?: string | undefined },
): Promise<EarlierVisit | undefined> {
  const { contactId, bookingId } = wanted;
  const [booking] = await tx.em.find(
    Booking,
    {
      businessId: tx.businessId,
      contactId,
      ...(bookingId === undefined ? { state: { $ne: 'cancelled' } } : { id: bookingId }),
    },
    { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 1, refresh: true },
  );
  if (!booking) return undefined;
  const items = await tx.em.find(
    BookingItem,
    { businessId: tx.businessId, bookingId: booking.id },
    { orderBy: { position: 'asc' }, refresh: true },
  );
  const same = sameAgain(booking, items);
  for (const request of [same, withAnyone(same)]) if (await isOffered(tx, request)) return { booking, items, request };
  return undefined;
}

const withAnyone = (request: VisitRequest): VisitRequest => ({
  ...request,
  placeId: null,
  items: request.items.map((item) => ({ ...item, staffId: null })),
});

async function isOffered(tx: Tx, request: VisitRequest): Promise<boolean> {
  try {
    await readOffer(tx, request, 'client');
    return true;
  } catch (error) {
    if (error instanceof BusinessError) return false;
    throw error;
  }
}
