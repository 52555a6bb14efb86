import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { bookingFacts, lockBooking, ringBookings, wakeBooking } from './booking-rows.ts';

/**
 * The client says that they are coming; an unconfirmed booking is confirmed by it. Said twice it changes nothing.
 * @throws BusinessError `booking_not_found`, `booking_transition_refused` when the visit is over or cancelled.
 */
export async function answerComing(tx: Tx, input: { bookingId: string }): Promise<void> {
  const rows = await lockBooking(tx, input);
  const { booking } = rows;
  if (!['new', 'confirmed'].includes(booking.state) || booking.startsAt <= tx.now)
    throw new BusinessError('booking_transition_refused', {
      bookingId: booking.id,
      from: booking.state,
      to: 'confirmed',
    });
  if (booking.answeredAt !== null && booking.state === 'confirmed') return;
  const facts = await bookingFacts(tx, rows);
  const about = { streamId: booking.contactId, contactId: booking.contactId, subjectId: booking.id };
  booking.answeredAt = tx.now;
  booking.revision += 1;
  tx.emit({ type: 'booking.answered', ...about, data: facts });
  if (booking.state === 'new') {
    booking.state = 'confirmed';
    booking.confirmedAt = tx.now;
    tx.emit({ type: 'booking.confirmed', ...about, data: { ...facts, by: 'client' } });
    await wakeBooking(tx, booking);
  }
  ringBookings(tx);
}
