import { mayCancel } from '#domain/bookings/policy.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { tellOfCancelled, withdrawReminders } from './booking-messages.ts';
import { bookingFacts, lockBooking, wakeBooking, type BookingRows } from './booking-rows.ts';
import { nearTimes } from './find-times.ts';
import { releaseTime } from './hold-time.ts';
import { readOffer } from './read-offer.ts';
import { leaveSeat } from './take-seat.ts';
import { sameAgain } from './visit-request.ts';
import { needPolicy, needTransition, sideOf } from './who-acts.ts';

export type CancelBooking = {
  bookingId: string;
  reason: string | null;
  revision?: number | undefined;
  /** Staff's side alone: the client gets the nearest free times as buttons. */
  offerTimes?: boolean | undefined;
};

/**
 * Cancels a visit and gives its time back. A client may as long as the policy on the booking allows.
 * @throws BusinessError `booking_not_found`, `booking_changed`, `booking_transition_refused`, `policy_refused`, `forbidden`.
 */
export async function cancelBooking(tx: Tx, input: CancelBooking): Promise<void> {
  const rows = await lockBooking(tx, input);
  const { booking, items } = rows;
  if (booking.state === 'cancelled') return;
  needTransition(tx, booking, 'cancelled');
  needPolicy(tx, booking, mayCancel(booking.policy, { startsAt: booking.startsAt, now: tx.now }));
  if (!booking.sessionId) await releaseTime(tx, booking.id);
  for (const item of items) item.held = false;
  booking.state = 'cancelled';
  booking.cancelledBy = sideOf(tx);
  booking.cancelReason = input.reason?.trim().slice(0, 500) || null;
  booking.cancelledAt = tx.now;
  booking.revision += 1;
  await tx.em.flush();
  if (booking.sessionId) await leaveSeat(tx, booking.sessionId);
  await withdrawReminders(tx, booking.id, 'visit_cancelled');
  const near = input.offerTimes && booking.cancelledBy !== 'client' ? await timesInstead(tx, rows) : [];
  await tellOfCancelled(tx, rows, near);
  tx.emit({
    type: 'booking.cancelled',
    streamId: booking.contactId,
    contactId: booking.contactId,
    subjectId: booking.id,
    data: { ...(await bookingFacts(tx, rows)), by: booking.cancelledBy, reason: booking.cancelReason ?? '' },
  });
  await wakeBooking(tx, booking);
}

/** Nothing to offer is no reason not to cancel. */
async function timesInstead(tx: Tx, { booking, items }: BookingRows): Promise<Date[]> {
  try {
    const offer = await readOffer(tx, anybody(sameAgain(booking, items)), 'client');
    const slots = await nearTimes(tx, offer, { wanted: booking.startsAt });
    return slots.map(({ startsAt }) => startsAt);
  } catch (error) {
    if (error instanceof BusinessError) return [];
    throw error;
  }
}

const anybody = (request: ReturnType<typeof sameAgain>): ReturnType<typeof sameAgain> => ({
  ...request,
  items: request.items.map((item) => ({ ...item, staffId: null })),
});
