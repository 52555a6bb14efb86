import type { Effect } from '#automation/effects.ts';
import type { VisitRequest } from '#domain/bookings/visit-request.ts';
import { BusinessError } from '#domain/errors.ts';
import { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import type { EffectContext } from '#use-cases/effects/effect-file.ts';
import { bookingButtons } from './booking-buttons.ts';
import { whenWords } from './booking-words.ts';
import { firstTimes } from './find-times.ts';
import { sayTried } from './try-with-booking.ts';
import { sameAgain } from './visit-request.ts';
import { whatToBook } from './what-to-book.ts';

type Slots = NonNullable<Extract<Effect, { kind: 'send_message' }>['slots']>;

/** Finds free times and keeps them as an offer; none are found: the run is told, and there are no buttons. */
export async function offerSlots(
  tx: Tx,
  slots: Slots,
  context: EffectContext,
): Promise<{ buttons: { text: string; callback_data: string }[] }> {
  try {
    const { request, bookingId } = slots.moves
      ? await ofBooking(tx, context)
      : { request: await asked(tx, slots, context), bookingId: null };
    const { zone, times } = await firstTimes(tx, request, {
      after: new Date(slots.after),
      count: slots.count,
      except: bookingId ?? undefined,
    });
    if (times.length === 0) throw new BusinessError('no_times', {});
    const id = newId();
    await tx.sql(
      `insert into booking_offer (id, business_id, contact_id, run_id, node_id, booking_id, request, times, expires_at, created_at)
       values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)`,
      [
        id,
        tx.businessId,
        context.contactId,
        context.runId,
        context.nodeId,
        bookingId,
        JSON.stringify(request),
        JSON.stringify(times.map((at) => at.toISOString())),
        new Date(slots.until),
        tx.now,
      ],
    );
    const reader = await readerOf(tx, context.contactId);
    return {
      buttons: times.map((at, index) => ({
        text: whenWords(reader.language, at, { zone, own: reader.zone }).slice(0, 64),
        callback_data: bookingButtons.offered(id, index),
      })),
    };
  } catch (error) {
    if (!(error instanceof BusinessError)) throw error;
    sayTried(tx, context, { outcome: 'refused', reason: error.code });
    return { buttons: [] };
  }
}

const asked = (tx: Tx, slots: Slots, context: EffectContext): Promise<VisitRequest> =>
  whatToBook(tx, { ...context, serviceId: slots.serviceId, staffId: slots.staffId });

async function ofBooking(tx: Tx, context: EffectContext): Promise<{ request: VisitRequest; bookingId: string }> {
  const booking =
    context.subjectId === null
      ? null
      : await tx.em.findOne(Booking, { id: context.subjectId, businessId: tx.businessId });
  if (!booking || !['new', 'confirmed'].includes(booking.state)) throw new BusinessError('no_booking', {});
  const items = await tx.em.find(
    BookingItem,
    { bookingId: booking.id, businessId: tx.businessId },
    { orderBy: { position: 'asc' } },
  );
  return { request: sameAgain(booking, items), bookingId: booking.id };
}

async function readerOf(tx: Tx, contactId: string): Promise<{ language: 'ru' | 'en'; zone: string | null }> {
  const [row] = await tx.sql<{ language: 'ru' | 'en'; time_zone: string | null }>(
    'select language, time_zone from contact where business_id = ? and id = ?',
    [tx.businessId, contactId],
  );
  return { language: row?.language ?? 'ru', zone: row?.time_zone ?? null };
}
