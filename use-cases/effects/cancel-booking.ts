import { BusinessError } from '#domain/errors.ts';
import { cancelBooking } from '#use-cases/bookings/cancel-booking.ts';
import { tryWithBooking } from '#use-cases/bookings/try-with-booking.ts';
import { Booking } from '#persistence/entities/bookings.ts';
import type { EffectFile } from './effect-file.ts';

/** Cancels the booking that the run is about. */
export const cancelBookingEffect: EffectFile<'cancel_booking'> = async (tx, effect, context) =>
  tryWithBooking(tx, context, async () => {
    const bookingId = context.subjectId;
    const booking = bookingId ? await tx.em.findOne(Booking, { id: bookingId, businessId: tx.businessId }) : null;
    if (!bookingId || !booking) throw new BusinessError('no_booking', {});
    await cancelBooking(tx, { bookingId, reason: effect.reason || null, offerTimes: effect.offerTimes });
    return { bookingId, startsAt: booking.startsAt };
  });
