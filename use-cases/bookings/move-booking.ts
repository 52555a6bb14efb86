import { mayMove } from '#domain/bookings/policy.ts';
import type { Slot } from '#domain/bookings/slot-facts.ts';
import { bookingBadge } from '#domain/bookings/states.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Booking } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { tellOfMove, withdrawReminders } from './booking-messages.ts';
import { bookingFacts, lockBooking, wakeBooking, type BookingRows } from './booking-rows.ts';
import { slotOrRefuse, slotTaken } from './book-visit.ts';
import { holdTime, releaseTime } from './hold-time.ts';
import { keepAgreed } from './agreed-offer.ts';
import { readOffer, type Offer } from './read-offer.ts';
import { leaveSeat, takeSeat } from './take-seat.ts';
import { sameAgain } from './visit-request.ts';
import { visitPrice } from './visit-price.ts';
import { needPolicy, sideOf } from './who-acts.ts';

export type MoveBooking = {
  bookingId: string;
  startsAt: Date;
  /** By the position of the service in the visit: another person; null: anyone. */
  staff?: Readonly<Record<number, string | null>> | undefined;
  /** Stretched or shortened: of the service at this position, in minutes. */
  duration?: { position: number; minutes: number } | undefined;
  revision?: number | undefined;
  /** The business itself offered this time: the policy does not stand against it. */
  offered?: boolean | undefined;
};

/**
 * Moves a visit to another time, person or length, under the rules by which it is booked. Who stays keeps the price and
 * the time that were agreed. A client may as often and as late as the policy on the booking allows.
 * @throws BusinessError `booking_not_found`, `booking_changed`, `booking_transition_refused`, `policy_refused`,
 * `slot_taken` {refusal, near}, `duration_invalid`, `nobody_gives_it`.
 */
export async function moveBooking(tx: Tx, input: MoveBooking): Promise<void> {
  const rows = await lockBooking(tx, input);
  const { booking } = rows;
  const side = sideOf(tx);
  if (!['new', 'confirmed'].includes(booking.state))
    throw new BusinessError('booking_transition_refused', { bookingId: booking.id, from: booking.state, to: 'moved' });
  if (!input.offered)
    needPolicy(tx, booking, mayMove(booking.policy, { startsAt: booking.startsAt, moves: booking.moves, now: tx.now }));
  const offer = await offerOf(tx, rows, input);
  const by = side === 'staff' ? 'staff' : 'client';
  const wanted = { startsAt: input.startsAt, by, except: booking.id } as const;
  if (isSame(rows, input, offer)) return;
  const slot = await slotOrRefuse(tx, offer, wanted);
  const from = booking.startsAt;
  const known = movedSinceKnown(booking, slot.startsAt, tx.now);
  await takeNewTime(tx, rows, { offer, slot, wanted });
  booking.startsAt = slot.startsAt;
  booking.endsAt = slot.endsAt;
  booking.placeId = offer.place.id;
  booking.timeZone = offer.place.timeZone;
  Object.assign(booking, known);
  booking.setAt = tx.now;
  booking.answeredAt = null;
  if (side === 'client' && !input.offered) booking.moves += 1;
  booking.revision += 1;
  writeItems(rows, offer, slot);
  await tx.em.flush();
  await withdrawReminders(tx, booking.id, 'visit_moved');
  await tellOfMove(tx, rows, from, side);
  tx.emit({
    type: 'booking.moved',
    streamId: booking.contactId,
    contactId: booking.contactId,
    subjectId: booking.id,
    data: { ...(await bookingFacts(tx, rows)), from: from.toISOString(), by: side },
  });
  await wakeBooking(tx, booking);
}

/** From the time that the client knows of, however often it moved since; back at that time it has not moved. */
function movedSinceKnown(booking: Booking, to: Date, now: Date): Pick<Booking, 'movedFrom' | 'movedAt'> {
  const before = booking.startsAt;
  const { state, movedAt = null, answeredAt = null } = booking;
  const movedFrom = bookingBadge({ state, movedAt, answeredAt }) === 'moved' ? booking.movedFrom : before;
  const isBack = movedFrom?.getTime() === to.getTime() && movedFrom.getTime() !== before.getTime();
  return isBack ? { movedFrom: null, movedAt: null } : { movedFrom, movedAt: now };
}

/** The same services; whoever keeps theirs keeps what was agreed, even what is no longer offered. */
async function offerOf(tx: Tx, { booking, items }: BookingRows, input: MoveBooking): Promise<Offer> {
  const { duration } = input;
  if (duration && (!Number.isInteger(duration.minutes) || duration.minutes < 5 || duration.minutes > 1_440))
    throw new BusinessError('duration_invalid', { path: 'duration.minutes' });
  const request = sameAgain(booking, items);
  const wanted = request.items.map((item, position) => {
    const staffId = input.staff?.[position];
    return staffId === undefined ? item : { ...item, staffId };
  });
  const offer = await readOffer(
    tx,
    { ...request, items: wanted, placeId: input.staff ? null : booking.placeId },
    'staff',
  );
  return keepAgreed(offer, items, duration);
}

/** Dropped where it was: nothing happens and nobody is told. */
function isSame({ booking, items }: BookingRows, input: MoveBooking, offer: Offer): boolean {
  if (input.startsAt.getTime() !== booking.startsAt.getTime()) return false;
  return items.every((item, position) => {
    const staff = offer.items[position]?.staff ?? [];
    return staff.length === 1 && staff[0]?.id === item.staffId && staff[0].time.duration === item.time.duration;
  });
}

async function takeNewTime(
  tx: Tx,
  { booking }: BookingRows,
  {
    offer,
    slot,
    wanted,
  }: { offer: Offer; slot: Slot; wanted: { startsAt: Date; by: 'client' | 'staff'; except: string } },
): Promise<void> {
  try {
    if (offer.isGroup) {
      const left = booking.sessionId;
      booking.sessionId = await takeSeat(tx, offer, slot);
      await tx.em.flush();
      if (left) await leaveSeat(tx, left);
    } else {
      await holdTime(tx, { bookingId: booking.id, slot, items: offer.items }, () => releaseTime(tx, booking.id));
    }
  } catch (error) {
    if (!(error instanceof BusinessError) || error.code !== 'slot_taken') throw error;
    throw await slotTaken(tx, offer, { ...wanted, refusal: error.facts['refusal'] });
  }
}

function writeItems({ booking, items }: BookingRows, offer: Offer, slot: Slot): void {
  slot.items.forEach((part, position) => {
    const item = items[position];
    const staff = offer.items[position]?.staff.find(({ id }) => id === part.staffId);
    if (!item || !staff) return;
    item.staffId = staff.id;
    item.staffName = staff.name;
    item.resourceIds = [...part.resourceIds];
    item.time = staff.time;
    item.priceMinor = staff.priceMinor;
    item.priceToMinor = staff.priceToMinor;
    item.startsAt = part.startsAt;
    item.endsAt = part.endsAt;
  });
  const price = visitPrice(items);
  booking.priceMinor = price.priceMinor;
  booking.priceToMinor = price.priceToMinor;
}
