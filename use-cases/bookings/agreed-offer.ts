import type { BookingItem } from '#persistence/entities/bookings.ts';
import type { Offer, OfferedStaff } from './read-offer.ts';

/**
 * An offer for a visit that is booked already: whoever keeps their service keeps the time and the price that were agreed,
 * whatever is offered today. `duration`: the service at this position is stretched or shortened.
 */
export function keepAgreed(
  offer: Offer,
  items: readonly Pick<BookingItem, 'serviceId' | 'staffId' | 'time' | 'priceMinor' | 'priceToMinor'>[],
  duration?: { position: number; minutes: number } | undefined,
): Offer {
  return {
    ...offer,
    items: offer.items.map((item, position) => {
      const agreed = items[position];
      const minutes = duration?.position === position ? duration.minutes : undefined;
      return {
        ...item,
        staff: item.staff.map((one) => {
          const isKept = agreed && one.id === agreed.staffId && item.serviceId === agreed.serviceId;
          const kept: OfferedStaff = isKept
            ? { ...one, time: agreed.time, priceMinor: agreed.priceMinor, priceToMinor: agreed.priceToMinor ?? null }
            : one;
          return minutes === undefined ? kept : stretched(kept, minutes);
        }),
      };
    }),
  };
}

/** A gap that no longer fits is worked through. */
function stretched(one: OfferedStaff, minutes: number): OfferedStaff {
  const { gap } = one.time;
  return {
    ...one,
    time: { ...one.time, duration: minutes, gap: gap && gap.from + gap.minutes < minutes ? gap : null },
  };
}
