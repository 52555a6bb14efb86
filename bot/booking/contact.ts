import { normalisePhone, readablePhone } from '#domain/contacts/phone.ts';
import type { BookingDialogue } from '#use-cases/dialogues/dialogue-state.ts';
import type { BotContext } from '../context.ts';
import { words } from '../screens/screen.ts';
import { dropButtons, goTo, readerOf, redraw, say, sayWithMenu, toast } from '../show.ts';
import { ask, draftAt, goBack, goOn } from './ask.ts';
import { showOwnBooking } from './own-card.ts';

/** The client says something where a booking waits for it. */
export async function bookingText(ctx: BotContext, state: BookingDialogue, text: string): Promise<void> {
  const reader = readerOf(ctx);
  const said = text.trim();
  if (state.step === 'phone') {
    const phone = normalisePhone(said);
    if (phone === undefined) return say(ctx, { text: words(reader, 'checkout.phone_invalid') });
    return takePhone(ctx, state, phone);
  }
  if (state.step !== 'comment') return repeatBookingQuestion(ctx, state);
  if (said === '' || said.length > 500) return say(ctx, { text: words(reader, 'checkout.comment_invalid') });
  await goOn(ctx, { ...state, comment: said, commented: true }, { anew: true });
}

/** A shared contact: the client's own number is taken, another person's is asked about. */
export async function bookingContact(
  ctx: BotContext,
  state: BookingDialogue,
  contact: { phone_number: string; user_id?: number | undefined },
): Promise<void> {
  if (state.step !== 'phone') return repeatBookingQuestion(ctx, state);
  const reader = readerOf(ctx);
  if (contact.user_id !== ctx.from?.id) return say(ctx, { text: words(reader, 'checkout.phone_foreign') });
  // Telegram gives the number without its plus.
  const phone = normalisePhone(contact.phone_number) ?? normalisePhone(`+${contact.phone_number}`);
  if (phone === undefined) return say(ctx, { text: words(reader, 'checkout.phone_invalid') });
  await takePhone(ctx, state, phone);
}

/** Says that a button is needed, and asks once more. */
export async function repeatBookingQuestion(ctx: BotContext, state: BookingDialogue): Promise<void> {
  const typed = state.step === 'phone' || state.step === 'comment';
  if (!typed) await say(ctx, { text: words(readerOf(ctx), 'book.button_needed') });
  await ask(ctx, state, state.step, { anew: true });
}

/** The number that is known. */
export async function usePhone(ctx: BotContext): Promise<void> {
  const state = await draftAt(ctx, ['phone']);
  const phone = state?.phone ?? ctx.takt.contact.phone ?? null;
  if (!state) return;
  if (phone === null) return ask(ctx, state, 'phone');
  await goOn(ctx, { ...state, phone });
}

export async function askOtherPhone(ctx: BotContext): Promise<void> {
  const state = await draftAt(ctx, ['phone']);
  if (state) await ask(ctx, state, 'phone', { otherPhone: true });
}

/** Without wishes, or with those that were written before. */
export async function answerComment(ctx: BotContext, keep: boolean): Promise<void> {
  const state = await draftAt(ctx, ['comment']);
  if (state) await goOn(ctx, { ...state, comment: keep ? state.comment : null, commented: true });
}

/** A line of the summary is to be changed. */
export async function changeLine(ctx: BotContext, field: 'time' | 'phone' | 'comment'): Promise<void> {
  const state = await draftAt(ctx, ['summary']);
  if (state) await ask(ctx, { ...state, changing: true }, field === 'time' ? 'day' : field);
}

/** A key of the keyboard in place of the letters, which has done its work then. */
export async function backByKey(ctx: BotContext): Promise<void> {
  const { dialogue } = ctx.takt;
  const reader = readerOf(ctx);
  if (dialogue.kind !== 'booking') return sayWithMenu(ctx, words(reader, 'book.closed'));
  await sayWithMenu(ctx, words(reader, 'book.back_said'));
  await goBack(ctx, dialogue, { anew: true });
}

export async function leaveBooking(ctx: BotContext): Promise<void> {
  const { dialogue } = ctx.takt;
  const reader = readerOf(ctx);
  if (dialogue.kind !== 'booking') {
    await toast(ctx, words(reader, 'book.closed'));
    if (!ctx.callbackQuery) await sayWithMenu(ctx, words(reader, 'book.closed'));
    return;
  }
  goTo(ctx, { kind: 'idle' });
  if (dialogue.moving !== null) {
    await toast(ctx, words(reader, 'book.kept'));
    return showOwnBooking(ctx, dialogue.moving);
  }
  await toast(ctx);
  const left = words(reader, 'book.left');
  // The keyboard in place of the letters may be there still.
  if (ctx.callbackQuery && dialogue.step !== 'phone') return redraw(ctx, { text: left });
  await dropButtons(ctx);
  await sayWithMenu(ctx, left);
}

async function takePhone(ctx: BotContext, state: BookingDialogue, phone: string): Promise<void> {
  // The keyboard with "send my number" has done its work.
  await sayWithMenu(ctx, words(readerOf(ctx), 'checkout.phone_saved', { phone: readablePhone(phone) }));
  await goOn(ctx, { ...state, phone }, { anew: true });
}
