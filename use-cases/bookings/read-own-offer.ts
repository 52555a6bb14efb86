import type { VisitRequest } from '#domain/bookings/visit-request.ts';
import type { Tx } from '#persistence/with-business.ts';

/** What an automation offered times for to this very contact: a new visit, or another time of one that is there. */
export async function readOwnOffer(
  tx: Tx,
  wanted: { offerId: string; contactId: string },
): Promise<{ request: VisitRequest; bookingId: string | null } | undefined> {
  const [offer] = await tx.sql<{ request: VisitRequest; booking_id: string | null }>(
    'select request, booking_id from booking_offer where business_id = ? and id = ? and contact_id = ?',
    [tx.businessId, wanted.offerId, wanted.contactId],
  );
  return offer && { request: offer.request, bookingId: offer.booking_id };
}
