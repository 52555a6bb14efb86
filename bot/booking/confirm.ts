import { BusinessError } from '#domain/errors.ts';
import type { SlotRefusal } from '#domain/bookings/slot-facts.ts';
import { bookVisit } from '#use-cases/bookings/book-visit.ts';
import { moveBooking } from '#use-cases/bookings/move-booking.ts';
import { readOwnBooking, type OwnBookingCard } from '#use-cases/bookings/read-own-booking.ts';
import type { BookingDialogue } from '#use-cases/dialogues/dialogue-state.ts';
import type { BotContext } from '../context.ts';
import { words } from '../screens/screen.ts';
import { attempt, goTo, readerOf, toast } from '../show.ts';
import { asClient } from './as-client.ts';
import { ask, goOn, startOver } from './ask.ts';
import { tellPolicy, tellState } from './explain.ts';
import { ownBooking, showCard, showOwnBooking } from './own-card.ts';
import { requestOf } from './draft.ts';
import { tellTaken } from './when.ts';

/** Confirm was pressed. The key in the button makes two presses one booking, however late the second comes. */
export async function confirmBooking(ctx: BotContext, key: string): Promise<void> {
  const { tx, contact, dialogue } = ctx.takt;
  const reader = readerOf(ctx);
  // Booking ends its dialogue in the same commit: one that is still open has no booking yet.
  if (dialogue.kind !== 'booking' || dialogue.key !== key) {
    const made = await readOwnBooking(tx, { contactId: contact.id, bookingKey: key });
    const said = made
      ? words(reader, 'book.done_already', { number: made.booking.number })
      : words(reader, 'book.closed');
    return toast(ctx, said, { alert: true });
  }
  if (dialogue.step !== 'summary') return toast(ctx, words(reader, 'book.other_step'), { alert: true });
  if (dialogue.startsAt === null) return goOn(ctx, dialogue);
  const startsAt = new Date(dialogue.startsAt);
  if (dialogue.moving !== null) return confirmMove(ctx, dialogue, { bookingId: dialogue.moving, startsAt });
  const { seen } = dialogue;
  if (seen === null) return ask(ctx, dialogue, 'summary');
  const booked = await attempt(ctx, () => book(ctx, dialogue, { startsAt, seen }), { undo: true });
  if (!booked.ok) return tellRefusal(ctx, dialogue, booked.refusal);
  goTo(ctx, { kind: 'idle' });
  await toast(ctx);
  const { booking } = booked.value;
  await showCard(ctx, booked.value, {
    title: words(reader, booking.state === 'new' ? 'book.done_waits' : 'book.done'),
  });
}

/** Exactly what the summary has shown: those people, that price. */
async function book(
  ctx: BotContext,
  draft: BookingDialogue,
  { startsAt, seen }: { startsAt: Date; seen: NonNullable<BookingDialogue['seen']> },
): Promise<OwnBookingCard> {
  const { tx, contact, botId } = ctx.takt;
  const request = requestOf(draft);
  const items = request.items.map((item, at) => ({ ...item, staffId: seen.staffIds[at] ?? item.staffId }));
  const { bookingId } = await bookVisit(asClient(ctx), {
    request: { ...request, items },
    startsAt,
    contactId: contact.id,
    botId,
    bookingKey: draft.key,
    name: null,
    phone: draft.phone,
    comment: draft.comment,
    source: 'bot',
  });
  const card = await readOwnBooking(tx, { contactId: contact.id, bookingId });
  if (!card) throw new BusinessError('booking_not_found', { bookingId });
  const { priceMinor, priceToMinor } = card.booking;
  if (priceMinor !== seen.priceMinor || (priceToMinor ?? null) !== seen.priceToMinor)
    throw new BusinessError('price_changed', {});
  return card;
}

/** Every refusal says what to do next; what was filled in stays. */
async function tellRefusal(ctx: BotContext, draft: BookingDialogue, refusal: BusinessError): Promise<void> {
  const reader = readerOf(ctx);
  switch (refusal.code) {
    case 'booking_used':
      goTo(ctx, { kind: 'idle' });
      return toast(ctx, words(reader, 'book.done_already', { number: Number(refusal.facts['number']) }), {
        alert: true,
      });
    case 'price_changed':
      await toast(ctx, words(reader, 'book.changed'), { alert: true });
      return ask(ctx, draft, 'summary', { note: words(reader, 'book.changed') });
    case 'slot_taken':
      // Somebody else may be free at the same time, for whom the client has left it open.
      if (draft.items.some(({ staffId }) => staffId === null)) return askOthers(ctx, draft);
      return tellTaken(ctx, draft, goneOf(refusal));
    default:
      return startOver(ctx, draft, refusal);
  }
}

/** The summary again, with other people; the nearest times when nobody is free at that one. */
async function askOthers(ctx: BotContext, draft: BookingDialogue): Promise<void> {
  const note = words(readerOf(ctx), 'book.changed');
  await ask(ctx, draft, 'summary', { note });
  const { dialogue } = ctx.takt;
  const found = dialogue.kind === 'booking' && dialogue.step === 'summary';
  await toast(ctx, words(readerOf(ctx), found ? 'book.changed' : 'book.time_taken'), { alert: true });
}

export function goneOf(refusal: BusinessError): { refusal: SlotRefusal; near: Date[] } {
  const near = (refusal.facts['near'] ?? []) as readonly string[];
  return { refusal: refusal.facts['refusal'] as SlotRefusal, near: near.map((at) => new Date(at)) };
}

async function confirmMove(
  ctx: BotContext,
  draft: BookingDialogue,
  to: { bookingId: string; startsAt: Date },
): Promise<void> {
  const moved = await attempt(ctx, () => moveBooking(asClient(ctx), to), { undo: true });
  if (moved.ok) {
    goTo(ctx, { kind: 'idle' });
    await toast(ctx);
    return showOwnBooking(ctx, to.bookingId, { title: words(readerOf(ctx), 'book.done_moved') });
  }
  const { refusal } = moved;
  if (refusal.code === 'slot_taken') return tellTaken(ctx, draft, goneOf(refusal));
  goTo(ctx, { kind: 'idle' });
  const card = await ownBooking(ctx, to.bookingId);
  if (!card) return;
  if (refusal.code === 'policy_refused') await tellPolicy(ctx, card, 'move');
  else if (refusal.code === 'booking_transition_refused') await tellState(ctx, card);
  else return startOver(ctx, draft, refusal);
  await showCard(ctx, card);
}
