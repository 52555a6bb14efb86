import type { Slot, SlotRefusal } from '#domain/bookings/slot-facts.ts';
import type { BookedAddon } from '#persistence/entities/bookings.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { nearTimes, offerFor, tryTime } from './find-times.ts';
import type { Offer } from './read-offer.ts';
import { visitPrice } from './visit-price.ts';
import type { VisitRequest } from './visit-request.ts';

/** A visit that nobody has booked yet: with whom, until when, and for how much it would be. */
export type VisitPreview = {
  zone: string;
  placeId: string;
  startsAt: Date;
  endsAt: Date;
  parts: {
    serviceName: Localized;
    staffId: string;
    staffName: string;
    addons: readonly BookedAddon[];
    priceMinor: number;
    priceToMinor: number | null;
  }[];
  priceMinor: number;
  /** Null where the price is one. */
  priceToMinor: number | null;
};

/**
 * What a client would get at a time, by the function that books; or why it cannot be had, with the nearest free times.
 * `offeredTo` staff: hidden services and people as well.
 * @throws BusinessError those of `readOffer`.
 */
export async function previewVisit(
  tx: Tx,
  request: VisitRequest,
  at: { startsAt: Date; except?: string | undefined; offeredTo?: 'client' | 'staff' },
): Promise<{ visit: VisitPreview } | { refusal: SlotRefusal; near: Date[] }> {
  const offer = await offerFor(tx, request, { by: at.offeredTo, except: at.except });
  const answer = await tryTime(tx, offer, { startsAt: at.startsAt, except: at.except, by: 'client' });
  if ('slot' in answer) return { visit: visitOf(offer, answer.slot) };
  const near = await nearTimes(tx, offer, { wanted: at.startsAt, except: at.except });
  return { refusal: answer.refusal, near: near.map(({ startsAt }) => startsAt) };
}

function visitOf(offer: Offer, slot: Slot): VisitPreview {
  const parts = slot.items.map(({ staffId }, position) => {
    const item = offer.items[position];
    const staff = item?.staff.find(({ id }) => id === staffId);
    if (!item || !staff) throw new Error('a slot names a person who does not give the service');
    return {
      serviceName: item.serviceName,
      staffId,
      staffName: staff.name,
      addons: item.addons,
      priceMinor: staff.priceMinor,
      priceToMinor: staff.priceToMinor,
    };
  });
  return {
    zone: offer.place.timeZone,
    placeId: offer.place.id,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    parts,
    ...visitPrice(parts),
  };
}
