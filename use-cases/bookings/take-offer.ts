import type { VisitRequest } from '#domain/bookings/visit-request.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { findChat } from '#use-cases/messages/tell-people.ts';
import { bookVisit } from './book-visit.ts';
import { moveBooking } from './move-booking.ts';
import { sayTried, type Tried } from './try-with-booking.ts';

/**
 * The client presses one of the times that a step offered: it is booked, or the booking moved, and the run goes on.
 * @throws BusinessError `offer_gone`, `slot_taken` {near}, and those of booking and moving.
 */
export async function takeOffer(
  tx: Tx,
  input: { offerId: string; index: number; contactId: string; botId: string },
): Promise<Tried> {
  await tx.sql('select id from contact where business_id = ? and id = ? for no key update', [
    tx.businessId,
    input.contactId,
  ]);
  const [offer] = await tx.sql<{
    run_id: string;
    node_id: string;
    booking_id: string | null;
    request: VisitRequest;
    times: string[];
    expires_at: Date;
    taken_at: Date | null;
  }>(
    `select run_id, node_id, booking_id, request, times, expires_at, taken_at from booking_offer
     where business_id = ? and id = ? and contact_id = ? for update`,
    [tx.businessId, input.offerId, input.contactId],
  );
  const at = offer?.times[input.index];
  if (!offer || at === undefined || offer.taken_at !== null || offer.expires_at < tx.now)
    throw new BusinessError('offer_gone', {});
  const startsAt = new Date(at);
  const bookingId = offer.booking_id ?? (await booked(tx, { ...input, request: offer.request, startsAt }));
  if (offer.booking_id !== null) await moveBooking(tx, { bookingId, startsAt, offered: true });
  await tx.sql('update booking_offer set taken_at = ? where business_id = ? and id = ?', [
    tx.now,
    tx.businessId,
    input.offerId,
  ]);
  const context = { runId: offer.run_id, nodeId: offer.node_id, contactId: input.contactId };
  sayTried(tx, context, { outcome: 'done', reason: '', bookingId, startsAt });
  return { bookingId, startsAt };
}

async function booked(
  tx: Tx,
  input: { offerId: string; contactId: string; botId: string; request: VisitRequest; startsAt: Date },
): Promise<string> {
  const chat = await findChat(tx, input.contactId);
  const { bookingId } = await bookVisit(tx, {
    request: input.request,
    startsAt: input.startsAt,
    contactId: input.contactId,
    botId: chat?.botId ?? input.botId,
    bookingKey: `offer:${input.offerId}`,
    name: null,
    phone: null,
    comment: null,
    source: 'bot',
  });
  return bookingId;
}
