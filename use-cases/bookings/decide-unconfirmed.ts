import { settingsOf } from '#domain/settings.ts';
import { Booking } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { t } from '#texts/index.ts';
import { tellStaff } from '#use-cases/messages/tell-people.ts';
import { businessOf, lockBooking } from './booking-rows.ts';
import { bookingWords } from './booking-words.ts';
import { cancelBooking } from './cancel-booking.ts';
import { markBooking } from './mark-booking.ts';
import { Place } from '#persistence/entities/services.ts';

/**
 * The rule for a booking that nobody confirmed in time. Read again under the lock: one that was confirmed, moved or
 * cancelled meanwhile is left alone.
 */
export async function decideUnconfirmed(tx: Tx, bookingId: string): Promise<void> {
  if (!(await tx.em.findOne(Booking, { id: bookingId, businessId: tx.businessId }))) return;
  const { booking, items } = await lockBooking(tx, { bookingId });
  const { minutesBefore, then } = settingsOf(await businessOf(tx)).booking.unconfirmed;
  const isDue = booking.startsAt.getTime() - minutesBefore * 60_000 <= tx.now.getTime();
  if (booking.state !== 'new' || !isDue || then === 'keep' || booking.startsAt <= tx.now) return;
  if (then === 'confirm') return markBooking(tx, { bookingId, to: 'confirmed' });
  await cancelBooking(tx, { bookingId, reason: null });
  const place = await tx.em.findOneOrFail(Place, { id: booking.placeId, businessId: tx.businessId });
  await tellStaff(tx, {
    notice: 'bookings',
    key: `booking:${bookingId}:unconfirmed`,
    bookingId,
    onlyMasters: items.map(({ staffId }) => staffId),
    words: (language) => ({
      text: t(
        language,
        'staff.booking_unconfirmed',
        bookingWords(language, { booking, items, place, contactZone: null }),
      ),
    }),
  });
}
