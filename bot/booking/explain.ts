import { whenWords } from '#use-cases/bookings/booking-words.ts';
import type { OwnBookingCard } from '#use-cases/bookings/read-own-booking.ts';
import type { BotContext } from '../context.ts';
import { words } from '../screens/screen.ts';
import { readerOf, say, toast } from '../show.ts';

/** Why nothing can be done about a visit that is cancelled, under way or over. */
export async function tellState(ctx: BotContext, { booking }: OwnBookingCard): Promise<void> {
  const key =
    booking.state === 'cancelled'
      ? 'bookings.is_cancelled'
      : booking.endsAt > ctx.takt.tx.now && booking.state !== 'done'
        ? 'bookings.began'
        : 'bookings.is_past';
  await tell(ctx, words(readerOf(ctx), key));
}

/** Until when it was possible, and what can be done now. */
export async function tellPolicy(ctx: BotContext, card: OwnBookingCard, what: 'move' | 'cancel'): Promise<void> {
  const answer = card[what];
  if (answer.allowed) return;
  const reader = readerOf(ctx);
  const until = whenWords(reader.language, answer.until, { zone: card.booking.timeZone, own: card.contactZone });
  const said =
    answer.reason === 'began'
      ? words(reader, 'bookings.began')
      : answer.reason === 'too_many_moves'
        ? words(reader, 'bookings.move_too_often')
        : words(reader, `bookings.${what}_late`, { until });
  await tell(ctx, said);
}

/** Over the screen when a button was pressed, else as a message. */
async function tell(ctx: BotContext, text: string): Promise<void> {
  await (ctx.callbackQuery ? toast(ctx, text, { alert: true }) : say(ctx, { text }));
}
