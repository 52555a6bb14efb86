import { BusinessError } from '#domain/errors.ts';
import { bookVisit } from '#use-cases/bookings/book-visit.ts';
import { firstTimes } from '#use-cases/bookings/find-times.ts';
import { tryWithBooking } from '#use-cases/bookings/try-with-booking.ts';
import { whatToBook } from '#use-cases/bookings/what-to-book.ts';
import type { EffectFile } from './effect-file.ts';

/** Books a visit for the person of the run; the key of the effect is the booking's, so that it is made once. */
export const bookVisitEffect: EffectFile<'book_visit'> = async (tx, effect, context) =>
  tryWithBooking(tx, context, async () => {
    const request = await whatToBook(tx, { ...context, serviceId: effect.serviceId, staffId: effect.staffId });
    const startsAt =
      effect.at === null
        ? (await firstTimes(tx, request, { after: new Date(effect.after), count: 1 })).times[0]
        : new Date(effect.at);
    if (!startsAt) throw new BusinessError('no_times', {});
    const { bookingId } = await bookVisit(tx, {
      request,
      startsAt,
      contactId: context.contactId,
      botId: null,
      bookingKey: `run:${context.runId}:${context.key}`,
      name: null,
      phone: null,
      comment: null,
      source: 'automation',
    });
    return { bookingId, startsAt };
  });
