import { wallClockOf } from '#domain/time.ts';
import { answerComing } from '#use-cases/bookings/answer-coming.ts';
import { whenWords } from '#use-cases/bookings/booking-words.ts';
import { cancelBooking } from '#use-cases/bookings/cancel-booking.ts';
import { listOwnBookings } from '#use-cases/bookings/list-own-bookings.ts';
import type { OwnBookingCard } from '#use-cases/bookings/read-own-booking.ts';
import { sameAgain } from '#use-cases/bookings/visit-request.ts';
import type { BotContext } from '../context.ts';
import { ownBookingsScreen, reasonScreen, reasonWords, reasonWriteScreen } from '../screens/own-bookings.ts';
import { words } from '../screens/screen.ts';
import { attempt, goTo, readerOf, redraw, say, toast } from '../show.ts';
import { asClient } from './as-client.ts';
import { ask } from './ask.ts';
import { fixedDraft } from './draft.ts';
import { tellPolicy, tellState } from './explain.ts';
import { ownBooking, showCard, showOwnBooking } from './own-card.ts';

export async function showOwnBookings(ctx: BotContext, page = 1): Promise<void> {
  const { tx, contact } = ctx.takt;
  await redraw(ctx, ownBookingsScreen(readerOf(ctx), await listOwnBookings(tx, { contactId: contact.id, page })));
}

/** "I will come". Said under a message about an earlier time it tells the new one, and answers nothing. */
export async function sayComing(ctx: BotContext, bookingId: string): Promise<void> {
  const card = await ownBooking(ctx, bookingId);
  if (!card) return;
  const reader = readerOf(ctx);
  if (card.ahead && isOlderThanMove(ctx, card)) {
    const when = whenWords(reader.language, card.booking.startsAt, {
      zone: card.booking.timeZone,
      own: card.contactZone,
    });
    await toast(ctx, words(reader, 'bookings.was_moved', { when }), { alert: true });
    return showCard(ctx, card);
  }
  const before = card.booking.answeredAt;
  const answered = await attempt(ctx, () => answerComing(asClient(ctx), { bookingId }), { undo: true });
  if (!answered.ok) await tellState(ctx, card);
  else await toast(ctx, words(reader, before ? 'bookings.coming_again' : 'bookings.coming_noted'));
  await showOwnBooking(ctx, bookingId);
}

/** Clocks of two servers differ by so much at most. */
const SKEW_MS = 5_000;

/** Telegram says when a message was sent and last edited; of one that is out of its reach it says nothing. */
function isOlderThanMove(ctx: BotContext, { booking }: OwnBookingCard): boolean {
  const message = ctx.callbackQuery?.message;
  if (!booking.movedAt || !message) return false;
  const edited = 'edit_date' in message ? (message.edit_date ?? 0) : 0;
  return Math.max(message.date, edited) * 1_000 + 999 + SKEW_MS < booking.movedAt.getTime();
}

/** The same days and times, for the visit that is there already. */
export async function beginMove(ctx: BotContext, bookingId: string): Promise<void> {
  const card = await ownBooking(ctx, bookingId);
  if (!card) return;
  const { booking, items } = card;
  if (!card.ahead) await tellState(ctx, card);
  else if (!card.move.allowed) await tellPolicy(ctx, card, 'move');
  if (!card.ahead || !card.move.allowed) return showCard(ctx, card);
  const month = wallClockOf(booking.startsAt, booking.timeZone).date.slice(0, 7);
  await ask(ctx, fixedDraft(sameAgain(booking, items), { moving: booking.id, month }), 'day');
}

export async function askReason(ctx: BotContext, bookingId: string): Promise<void> {
  const card = await cancellable(ctx, bookingId);
  if (card) await redraw(ctx, reasonScreen(readerOf(ctx), card));
}

export async function giveReason(ctx: BotContext, press: { bookingId: string; reason: number }): Promise<void> {
  await cancel(ctx, press.bookingId, reasonWords(readerOf(ctx), press.reason));
}

/** The next text is the reason. */
export async function askToWriteReason(ctx: BotContext, bookingId: string): Promise<void> {
  if (!(await cancellable(ctx, bookingId))) return;
  goTo(ctx, { kind: 'cancel_reason', bookingId });
  await redraw(ctx, reasonWriteScreen(readerOf(ctx), bookingId, 'ask'));
}

export async function reasonText(ctx: BotContext, bookingId: string, text: string): Promise<void> {
  const reason = text.trim();
  if (reason.length < 2 || reason.length > 500) return say(ctx, reasonWriteScreen(readerOf(ctx), bookingId, 'invalid'));
  await cancel(ctx, bookingId, reason);
}

export async function keepBooking(ctx: BotContext, bookingId: string): Promise<void> {
  leaveReason(ctx);
  const card = await ownBooking(ctx, bookingId);
  if (!card) return;
  if (card.ahead) await toast(ctx, words(readerOf(ctx), 'bookings.kept'));
  else await tellState(ctx, card);
  await showCard(ctx, card);
}

async function cancel(ctx: BotContext, bookingId: string, reason: string): Promise<void> {
  leaveReason(ctx);
  if (!(await cancellable(ctx, bookingId))) return;
  const done = await attempt(ctx, () => cancelBooking(asClient(ctx), { bookingId, reason }), { undo: true });
  const card = await ownBooking(ctx, bookingId);
  if (!card) return;
  if (done.ok) await toast(ctx, words(readerOf(ctx), 'bookings.cancelled'));
  else await (done.refusal.code === 'policy_refused' ? tellPolicy(ctx, card, 'cancel') : tellState(ctx, card));
  await showCard(ctx, card, done.ok && !ctx.callbackQuery ? { note: words(readerOf(ctx), 'bookings.cancelled') } : {});
}

/** The visit, when its client may cancel it; else why not, and the visit as it is. */
async function cancellable(ctx: BotContext, bookingId: string): Promise<OwnBookingCard | undefined> {
  const card = await ownBooking(ctx, bookingId);
  if (!card) return undefined;
  if (card.ahead && card.cancel.allowed) return card;
  await (card.ahead ? tellPolicy(ctx, card, 'cancel') : tellState(ctx, card));
  await showCard(ctx, card);
  return undefined;
}

function leaveReason(ctx: BotContext): void {
  if (ctx.takt.dialogue.kind === 'cancel_reason') goTo(ctx, { kind: 'idle' });
}
