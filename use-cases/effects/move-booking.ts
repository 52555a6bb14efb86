import { BusinessError } from '#domain/errors.ts';
import { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import { firstTimes } from '#use-cases/bookings/find-times.ts';
import { moveBooking } from '#use-cases/bookings/move-booking.ts';
import { tryWithBooking } from '#use-cases/bookings/try-with-booking.ts';
import { sameAgain } from '#use-cases/bookings/visit-request.ts';
import type { EffectFile } from './effect-file.ts';

/** Moves the booking that the run is about. */
export const moveBookingEffect: EffectFile<'move_booking'> = async (tx, effect, context) =>
  tryWithBooking(tx, context, async () => {
    const bookingId = context.subjectId;
    const booking = bookingId ? await tx.em.findOne(Booking, { id: bookingId, businessId: tx.businessId }) : null;
    if (!bookingId || !booking) throw new BusinessError('no_booking', {});
    const items = await tx.em.find(
      BookingItem,
      { bookingId, businessId: tx.businessId },
      { orderBy: { position: 'asc' } },
    );
    const startsAt =
      effect.at === null
        ? (
            await firstTimes(tx, sameAgain(booking, items), {
              after: new Date(effect.after),
              count: 1,
              except: bookingId,
            })
          ).times[0]
        : new Date(effect.at);
    if (!startsAt) throw new BusinessError('no_times', {});
    await moveBooking(tx, { bookingId, startsAt });
    return { bookingId, startsAt };
  });
