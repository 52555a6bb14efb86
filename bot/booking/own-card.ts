import { calendarLink } from '#use-cases/bookings/calendar-link.ts';
import { readOwnBooking, type OwnBookingCard } from '#use-cases/bookings/read-own-booking.ts';
import type { BotContext } from '../context.ts';
import { ownBookingScreen } from '../screens/own-bookings.ts';
import { words } from '../screens/screen.ts';
import { readerOf, redraw, toast } from '../show.ts';

/** One's own visit; a button of somebody else's shows nothing of it. */
export async function ownBooking(ctx: BotContext, bookingId: string): Promise<OwnBookingCard | undefined> {
  const card = await readOwnBooking(ctx.takt.tx, { contactId: ctx.takt.contact.id, bookingId });
  if (!card) await toast(ctx, words(readerOf(ctx), 'bookings.not_yours'), { alert: true });
  return card;
}

export async function showOwnBooking(
  ctx: BotContext,
  bookingId: string,
  said: { title?: string; note?: string } = {},
): Promise<void> {
  const card = await ownBooking(ctx, bookingId);
  if (card) await showCard(ctx, card, said);
}

export async function showCard(
  ctx: BotContext,
  card: OwnBookingCard,
  said: { title?: string; note?: string } = {},
): Promise<void> {
  const { tx, businessId } = ctx.takt;
  const calendar = calendarLink({ businessId, bookingId: card.booking.id });
  await redraw(ctx, ownBookingScreen(readerOf(ctx), card, { now: tx.now, calendar, ...said }));
}
