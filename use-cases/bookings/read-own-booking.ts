import { mayCancel, mayMove, type PolicyAnswer } from '#domain/bookings/policy.ts';
import { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { toldOf } from './booking-messages.ts';
import type { Told } from './booking-words.ts';

/** A visit as its client sees it, with what they may still do about it. */
export type OwnBookingCard = Told & {
  /** New or confirmed, and not begun: it can be answered, and under the policy moved and cancelled. */
  ahead: boolean;
  cancel: PolicyAnswer;
  move: PolicyAnswer;
};

/** One visit of this very contact; undefined for a visit of anybody else. */
export async function readOwnBooking(
  tx: Tx,
  wanted: { contactId: string } & ({ bookingId: string } | { bookingKey: string }),
): Promise<OwnBookingCard | undefined> {
  const { contactId, ...which } = wanted;
  const own = { businessId: tx.businessId, contactId };
  const booking = await tx.em.findOne(
    Booking,
    'bookingId' in which ? { ...own, id: which.bookingId } : { ...own, bookingKey: which.bookingKey },
    { refresh: true },
  );
  if (!booking) return undefined;
  const items = await tx.em.find(
    BookingItem,
    { businessId: tx.businessId, bookingId: booking.id },
    { orderBy: { position: 'asc' }, refresh: true },
  );
  const visit = { startsAt: booking.startsAt, now: tx.now };
  return {
    ...(await toldOf(tx, { booking, items })),
    ahead: ['new', 'confirmed'].includes(booking.state) && booking.startsAt > tx.now,
    cancel: mayCancel(booking.policy, visit),
    move: mayMove(booking.policy, { ...visit, moves: booking.moves }),
  };
}
