import { bookingTransition, type BookingRole, type BookingState } from '#domain/bookings/states.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Booking, CancelledBy } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';

export function roleOf(tx: Tx): BookingRole {
  if (tx.actor.kind === 'user') return tx.actor.role;
  return tx.actor.kind === 'contact' ? 'contact' : 'process';
}

/** In the words of the record: who moved or cancelled. */
export function sideOf(tx: Tx): CancelledBy {
  if (tx.actor.kind === 'user') return 'staff';
  return tx.actor.kind === 'contact' ? 'client' : 'rule';
}

/** @throws BusinessError `booking_transition_refused`, `forbidden`. */
export function needTransition(tx: Tx, booking: Booking, to: BookingState): void {
  const transition = bookingTransition(booking.state, to);
  if (!transition)
    throw new BusinessError('booking_transition_refused', { bookingId: booking.id, from: booking.state, to });
  if (!transition.who.includes(roleOf(tx)))
    throw new BusinessError('forbidden', { from: booking.state, to, needs: transition.who });
}
