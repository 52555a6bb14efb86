import type { Message } from 'grammy/types';
import { BusinessError } from '#domain/errors.ts';
import { readCart } from '#use-cases/carts/read-cart.ts';
import { whatIsOffered } from '#use-cases/catalog/what-is-offered.ts';
import type { DialogueState } from '#use-cases/dialogues/dialogue-state.ts';
import type { BotContext } from './context.ts';
import { fitText } from '#use-cases/messages/fit-text.ts';
import { mainMenu } from './screens/menu.ts';
import { short, type Reader, type Screen } from './screens/screen.ts';

/** For whom this update's screens are drawn. */
export const readerOf = (ctx: BotContext): Reader => ({
  language: ctx.takt.contact.language,
  own: ctx.takt.texts.own,
  currency: ctx.takt.business.currency,
  zone: ctx.takt.business.timeZone,
});

/** Sends a screen as a new message. */
export async function say(ctx: BotContext, screen: Screen): Promise<void> {
  const markup = markupOf(screen);
  if (screen.photoId) {
    await ctx.replyWithPhoto(`takt-photo:${screen.photoId}`, {
      caption: fitText(screen.text, 1_024),
      parse_mode: 'HTML',
      ...markup,
    });
  } else {
    await ctx.reply(fitText(screen.text), { parse_mode: 'HTML', ...markup });
  }
}

/** A line with the main keyboard, which also brings the number on "Cart" up to date. */
export async function sayWithMenu(ctx: BotContext, text: string): Promise<void> {
  const { tx, contact } = ctx.takt;
  const cart = await readCart(tx, contact.id);
  await say(ctx, { text, replyKeyboard: mainMenu(readerOf(ctx), cart.pieces, await whatIsOffered(tx)) });
}

/** Puts a screen in place of the message whose button was pressed; where that cannot be, sends it anew. */
export async function redraw(ctx: BotContext, screen: Screen): Promise<void> {
  const pressed = ctx.callbackQuery?.message;
  // A photo cannot become a text, nor a text a keyboard in place of the letters; an old message is out of reach.
  if (!pressed || !isText(pressed) || screen.photoId || screen.replyKeyboard) return say(ctx, screen);
  if (isSame(pressed, screen)) return;
  await ctx.editMessageText(fitText(screen.text), { parse_mode: 'HTML', ...inlineOf(screen) });
}

/** Takes the buttons off the message that was pressed, so that it stays as a record. */
export async function dropButtons(ctx: BotContext): Promise<void> {
  const pressed = ctx.callbackQuery?.message;
  if (pressed && pressed.date !== 0 && 'reply_markup' in pressed) await ctx.editMessageReplyMarkup();
}

const answered = new WeakSet<object>();

/** Answers the pressed button, once: with a line that fades, or with one that must be closed. */
export async function toast(
  ctx: BotContext,
  text?: string,
  options: { alert?: boolean | undefined } = {},
): Promise<void> {
  if (!ctx.callbackQuery || answered.has(ctx.update)) return;
  answered.add(ctx.update);
  await ctx.answerCallbackQuery(
    text === undefined ? {} : { text: short(text, 200), ...(options.alert ? { show_alert: true } : {}) },
  );
}

/** Moves the conversation on; what holds for every state is kept. */
export function goTo(ctx: BotContext, state: WithoutNotice<DialogueState>): void {
  ctx.takt.dialogue = { ...state, noticedAt: ctx.takt.dialogue.noticedAt } as DialogueState;
}

type WithoutNotice<T> = T extends unknown ? Omit<T, 'noticedAt'> : never;

/**
 * Tries something that a rule may refuse. Only a refusal comes back; anything else is thrown on. With `undo`, what it
 * had written before it was refused is taken back.
 */
export async function attempt<T>(
  ctx: BotContext,
  work: () => Promise<T>,
  options: { undo?: boolean | undefined } = {},
): Promise<{ ok: true; value: T } | { ok: false; refusal: BusinessError }> {
  try {
    return { ok: true, value: options.undo ? await ctx.takt.tx.savepoint(work) : await work() };
  } catch (error) {
    if (error instanceof BusinessError) return { ok: false, refusal: error };
    throw error;
  }
}

function markupOf(screen: Screen) {
  if (screen.replyKeyboard) {
    return { reply_markup: { keyboard: screen.replyKeyboard, resize_keyboard: true, is_persistent: true } };
  }
  return inlineOf(screen);
}

function inlineOf(screen: Screen) {
  return screen.keyboard && screen.keyboard.length > 0 ? { reply_markup: { inline_keyboard: screen.keyboard } } : {};
}

function isText(message: { date: number }): message is Message.TextMessage {
  return message.date !== 0 && typeof (message as Message).text === 'string';
}

/** Telegram refuses an edit that changes nothing. Entities are not compared: the words are enough. */
function isSame(pressed: Message.TextMessage, screen: Screen): boolean {
  const plain = screen.text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  const before = JSON.stringify(pressed.reply_markup?.inline_keyboard ?? []);
  return pressed.text.trim() === plain.trim() && before === JSON.stringify(screen.keyboard ?? []);
}
