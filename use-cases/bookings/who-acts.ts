import type { PolicyAnswer } from '#domain/bookings/policy.ts';
import { bookingTransition, mayMarkNow, type BookingRole, type BookingState } from '#domain/bookings/states.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Booking, CancelledBy } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { ownStaffId } from './booking-rows.ts';

function roleOf(tx: Tx): BookingRole {
  if (tx.actor.kind === 'user') return tx.actor.role;
  return tx.actor.kind === 'contact' ? 'contact' : 'process';
}

/** In the words of the record: who moved or cancelled. */
export function sideOf(tx: Tx): CancelledBy {
  if (tx.actor.kind === 'user') return 'staff';
  return tx.actor.kind === 'contact' ? 'client' : 'rule';
}

/** @throws BusinessError `booking_transition_refused`, `forbidden`, `visit_is_ahead`. */
export function needTransition(tx: Tx, booking: Booking, to: BookingState): void {
  const transition = bookingTransition(booking.state, to);
  if (!transition)
    throw new BusinessError('booking_transition_refused', { bookingId: booking.id, from: booking.state, to });
  if (!transition.who.includes(roleOf(tx)))
    throw new BusinessError('forbidden', { from: booking.state, to, needs: transition.who });
  if (transition.direction === 'forward' && !mayMarkNow(to, { ...timesOf(booking), now: tx.now }))
    throw new BusinessError('visit_is_ahead', { bookingId: booking.id, to, startsAt: booking.startsAt.toISOString() });
}

const timesOf = ({ startsAt, timeZone }: Booking) => ({ startsAt, timeZone });

/** What was agreed when it was booked binds its client alone. @throws BusinessError `policy_refused`. */
export function needPolicy(tx: Tx, booking: Booking, answer: PolicyAnswer): void {
  if (sideOf(tx) !== 'client' || answer.allowed) return;
  throw new BusinessError('policy_refused', {
    reason: answer.reason,
    until: answer.until.toISOString(),
    zone: booking.timeZone,
  });
}

/** A master sees and decides about their own time alone. @throws BusinessError `forbidden`. */
export async function needOwnTime(tx: Tx, staffId: string): Promise<void> {
  if (tx.actor.kind !== 'user' || tx.actor.role !== 'master') return;
  if ((await ownStaffId(tx, tx.actor.userId)) !== staffId)
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
}
