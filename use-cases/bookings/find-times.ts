import { freeSlots, nearestSlots, slotAt } from '#domain/bookings/slots.ts';
import type { Day, Slot, SlotRefusal } from '#domain/bookings/slot-facts.ts';
import { addDays, wallClockOf } from '#domain/time.ts';
import { atWallClock } from '#domain/time-rules.ts';
import type { Tx } from '#persistence/with-business.ts';
import { BookingItem } from '#persistence/entities/bookings.ts';
import { keepAgreed } from './agreed-offer.ts';
import { readOffer, type Offer } from './read-offer.ts';
import { readSlotFacts } from './read-slot-facts.ts';
import type { VisitRequest } from './visit-request.ts';

/** How far one looks for a time near to a wanted one. */
const NEAR_DAYS = 14;
const NEAR = 3;

export type FreeTimes = { zone: string; placeId: string; days: { day: Day; slots: Slot[] }[] };

/** The free times of some days, day by day, days without any too. At most 62 days at once. */
export async function findTimes(
  tx: Tx,
  request: VisitRequest,
  days: { from: Day; count: number },
  how: { by?: 'client' | 'staff'; except?: string | undefined } = {},
): Promise<FreeTimes> {
  const offer = await offerFor(tx, request, how);
  const zone = offer.place.timeZone;
  const count = Math.min(days.count, 62);
  const facts = await readSlotFacts(tx, offer, spanOf({ ...days, count }, zone), how.except);
  const byDay = new Map<Day, Slot[]>();
  for (let at = 0; at < count; at += 1) byDay.set(addDays(days.from, at), []);
  for (const slot of freeSlots(facts, { from: days.from, count }))
    byDay.get(wallClockOf(slot.startsAt, zone).date)?.push(slot);
  return { zone, placeId: offer.place.id, days: [...byDay].map(([day, slots]) => ({ day, slots })) };
}

/** A visit that is to be moved is looked for as it was agreed, by the same rule as it is moved. */
export async function offerFor(
  tx: Tx,
  request: VisitRequest,
  how: { by?: 'client' | 'staff' | undefined; except?: string | undefined },
): Promise<Offer> {
  const offer = await readOffer(tx, request, how.except === undefined ? (how.by ?? 'client') : 'staff');
  if (how.except === undefined) return offer;
  const items = await tx.em.find(
    BookingItem,
    { bookingId: how.except, businessId: tx.businessId },
    { orderBy: { position: 'asc' } },
  );
  return keepAgreed(offer, items);
}

/** The three free times nearest to a moment. */
export async function nearTimes(
  tx: Tx,
  offer: Offer,
  { wanted, except }: { wanted: Date; except?: string | undefined },
): Promise<Slot[]> {
  const middle = new Date(Math.max(wanted.getTime(), tx.now.getTime()));
  const reach = NEAR_DAYS * DAY_MS;
  const near = { from: new Date(middle.getTime() - reach), to: new Date(middle.getTime() + reach) };
  return nearestSlots(await readSlotFacts(tx, offer, near, except), middle, NEAR, NEAR_DAYS);
}

/** Whether one time can be had, by the same function that lists. */
export async function tryTime(
  tx: Tx,
  offer: Offer,
  at: { startsAt: Date; by: 'client' | 'staff'; except?: string | undefined },
): Promise<{ slot: Slot } | { refusal: SlotRefusal }> {
  const around = { from: new Date(at.startsAt.getTime() - DAY_MS), to: new Date(at.startsAt.getTime() + 2 * DAY_MS) };
  return slotAt(await readSlotFacts(tx, offer, around, at.except), at.startsAt, at.by);
}

const DAY_MS = 24 * 3_600_000;

/** From the beginning of the first day to the end of the last. */
function spanOf(days: { from: Day; count: number }, zone: string): { from: Date; to: Date } {
  return {
    from: atWallClock(days.from, '00:00', zone),
    to: atWallClock(addDays(days.from, days.count), '00:00', zone),
  };
}

/** The first free times from a moment on, within six weeks. */
export async function firstTimes(
  tx: Tx,
  request: VisitRequest,
  wanted: { after: Date; count: number; except?: string | undefined },
): Promise<{ zone: string; times: Date[] }> {
  const offer = await offerFor(tx, request, { except: wanted.except });
  const zone = offer.place.timeZone;
  const from = wallClockOf(wanted.after, zone).date;
  const times: Date[] = [];
  for (let week = 0; week < 6 && times.length < wanted.count; week += 1) {
    const days = { from: addDays(from, week * 7), count: 7 };
    const facts = await readSlotFacts(tx, offer, spanOf(days, zone), wanted.except);
    for (const { startsAt } of freeSlots(facts, days))
      if (startsAt >= wanted.after && times.length < wanted.count) times.push(startsAt);
  }
  return { zone, times };
}
