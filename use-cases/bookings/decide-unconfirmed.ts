import { settingsOf } from '#domain/settings.ts';
import { Booking } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { tellOfUnconfirmed } from './booking-messages.ts';
import { businessOf, lockBooking } from './booking-rows.ts';
import { cancelBooking } from './cancel-booking.ts';
import { markBooking } from './mark-booking.ts';

/**
 * The rule for a booking that nobody confirmed in time. Read again under the lock: one that was confirmed, moved or
 * cancelled meanwhile is left alone.
 */
export async function decideUnconfirmed(tx: Tx, bookingId: string): Promise<void> {
  if (!(await tx.em.findOne(Booking, { id: bookingId, businessId: tx.businessId }))) return;
  const rows = await lockBooking(tx, { bookingId });
  const { booking } = rows;
  const { minutesBefore, then } = settingsOf(await businessOf(tx)).booking.unconfirmed;
  const isDue = booking.startsAt.getTime() - minutesBefore * 60_000 <= tx.now.getTime();
  if (booking.state !== 'new' || !isDue || then === 'keep' || booking.startsAt <= tx.now) return;
  if (then === 'confirm') return markBooking(tx, { bookingId, to: 'confirmed' });
  await cancelBooking(tx, { bookingId, reason: null });
  await tellOfUnconfirmed(tx, rows);
}
