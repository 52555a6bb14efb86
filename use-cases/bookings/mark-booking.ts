import type { BookingState } from '#domain/bookings/states.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Booking } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { tellOfConfirmed, withdrawReminders } from './booking-messages.ts';
import { bookingFacts, lockBooking, wakeBooking, type BookingRows } from './booking-rows.ts';
import { needTransition, sideOf } from './who-acts.ts';

export type MarkBooking = {
  bookingId: string;
  to: 'confirmed' | 'arrived' | 'done' | 'no_show';
  revision?: number | undefined;
  /** Of `done`: what was really paid, minor units; the agreed price when left out. */
  finalPriceMinor?: number | undefined;
};

/**
 * Confirms a visit, marks it arrived, done or not come to, or takes such a mark back, along the table of
 * domain/bookings/states.ts. Cancelling is `cancelBooking`.
 * @throws BusinessError `booking_not_found`, `booking_changed`, `booking_transition_refused`, `forbidden`, `final_price_invalid`.
 */
export async function markBooking(tx: Tx, input: MarkBooking): Promise<void> {
  const { finalPriceMinor } = input;
  if (finalPriceMinor !== undefined && (!Number.isSafeInteger(finalPriceMinor) || finalPriceMinor < 0))
    throw new BusinessError('final_price_invalid', { path: 'finalPriceMinor' });
  const rows = await lockBooking(tx, input);
  const { booking } = rows;
  if (booking.state === input.to) return;
  const from = booking.state;
  needTransition(tx, booking, input.to);
  booking.state = input.to;
  booking.revision += 1;
  stamp(tx, booking, input);
  if (input.to !== 'confirmed') await withdrawReminders(tx, booking.id, `visit_${input.to}`);
  await tellEvent(tx, rows, from);
  await wakeBooking(tx, booking);
}

/** Nobody is told that a mark was taken back; chains hear of what happens, not of its correction. */
async function tellEvent(tx: Tx, rows: BookingRows, from: BookingState): Promise<void> {
  const { booking } = rows;
  const facts = await bookingFacts(tx, rows);
  const about = { streamId: booking.contactId, contactId: booking.contactId, subjectId: booking.id };
  if (booking.state === 'confirmed' && from === 'new') {
    if (sideOf(tx) !== 'client') await tellOfConfirmed(tx, rows);
    tx.emit({ type: 'booking.confirmed', ...about, data: { ...facts, by: sideOf(tx) } });
  }
  if (booking.state === 'arrived' && from !== 'done') tx.emit({ type: 'booking.arrived', ...about, data: facts });
  if (booking.state === 'no_show') tx.emit({ type: 'booking.no_show', ...about, data: facts });
  if (booking.state === 'done')
    tx.emit({
      type: 'booking.done',
      ...about,
      data: { ...facts, finalMinor: booking.finalPriceMinor ?? booking.priceMinor },
    });
}

function stamp(tx: Tx, booking: Booking, input: MarkBooking): void {
  const { to } = input;
  if (to === 'confirmed') booking.confirmedAt ??= tx.now;
  booking.arrivedAt = to === 'arrived' || to === 'done' ? (booking.arrivedAt ?? tx.now) : null;
  booking.doneAt = to === 'done' ? tx.now : null;
  booking.noShowAt = to === 'no_show' ? tx.now : null;
  booking.finalPriceMinor = to === 'done' ? (input.finalPriceMinor ?? booking.priceMinor) : null;
}
