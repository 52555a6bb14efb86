import { errorWords } from '#texts/index.ts';
import { readOwnOffer } from '#use-cases/bookings/read-own-offer.ts';
import { takeOffer } from '#use-cases/bookings/take-offer.ts';
import type { BotContext } from '../context.ts';
import { words } from '../screens/screen.ts';
import { attempt, readerOf, toast } from '../show.ts';
import { asClient } from './as-client.ts';
import { goneOf } from './confirm.ts';
import { fixedDraft } from './draft.ts';
import { showOwnBooking } from './own-card.ts';
import { tellTaken } from './when.ts';

/** One of the times that an automation offered: booked at once, or the visit is moved to it. */
export async function takeOffered(ctx: BotContext, press: { offerId: string; index: number }): Promise<void> {
  const { contact, botId } = ctx.takt;
  const reader = readerOf(ctx);
  const offer = await readOwnOffer(ctx.takt.tx, { offerId: press.offerId, contactId: contact.id });
  if (!offer) return toast(ctx, words(reader, 'button.unknown'), { alert: true });
  const taken = await attempt(ctx, () => takeOffer(asClient(ctx), { ...press, contactId: contact.id, botId }), {
    undo: true,
  });
  if (taken.ok) {
    await toast(ctx);
    const title = words(reader, offer.bookingId === null ? 'book.done' : 'book.done_moved');
    return showOwnBooking(ctx, taken.value.bookingId, { title });
  }
  const { refusal } = taken;
  // Somebody was faster: the same visit can be had at another time.
  if (refusal.code === 'slot_taken')
    return tellTaken(ctx, fixedDraft(offer.request, { moving: offer.bookingId }), goneOf(refusal));
  await toast(ctx, errorWords(reader, refusal.code, refusal.facts), { alert: true });
}
