import type { VisitRequest } from '#domain/bookings/visit-request.ts';
import type { BookingItem } from '#persistence/entities/bookings.ts';

export type { VisitRequest };

/** The same again: the services, people and add-ons of a booking. */
export function sameAgain(
  booking: { format: 'online' | 'place'; placeId: string },
  items: readonly Pick<BookingItem, 'serviceId' | 'staffId' | 'addons'>[],
): VisitRequest {
  return {
    format: booking.format,
    placeId: booking.placeId,
    items: items.map(({ serviceId, staffId, addons }) => ({
      serviceId,
      staffId,
      addonIds: addons.map(({ id }) => id),
    })),
  };
}
