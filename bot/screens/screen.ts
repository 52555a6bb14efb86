import type { InlineKeyboardButton, KeyboardButton } from 'grammy/types';
import type { Localized } from '#persistence/entities/shop.ts';
import { money, t, type Params, type TextKey, type Voice } from '#texts/index.ts';
import { formatPress, type Press } from '../callback-codec.ts';

/** What is shown: text in Telegram's HTML, a photo above it, buttons under it, or the keyboard in place of the letters. */
export type Screen = {
  text: string;
  photoId?: string | undefined;
  keyboard?: InlineKeyboardButton[][] | undefined;
  replyKeyboard?: KeyboardButton[][] | undefined;
};

/** For whom a screen is drawn, and in whose words. */
export type Reader = Voice & { currency: string; zone: string };

export const button = (text: string, press: Press): InlineKeyboardButton => ({
  text: short(text, 64),
  callback_data: formatPress(press),
});

export const words = (reader: Reader, key: TextKey, params?: Params): string => t(reader, key, params);

export const price = (reader: Reader, minor: number): string => money(reader.language, minor, reader.currency);

/** A name of the catalogue in the reader's language, or in the one there is. */
export const local = (name: Localized, reader: Reader): string => name[reader.language] || name.ru || name.en;

/** "Serum, 30 ml": what a line of a cart or an order is called. Not escaped. */
export const lineName = (line: { productName: Localized; variantName: Localized }, reader: Reader): string =>
  [local(line.productName, reader), local(line.variantName, reader)].filter(Boolean).join(', ');

/** Makes text safe inside Telegram's HTML. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** At most `max` characters, cut between whole ones. */
export function short(text: string, max: number): string {
  const letters = Array.from(text);
  return letters.length <= max ? text : `${letters.slice(0, max - 1).join('')}…`;
}

/** Buttons side by side, `width` to a row. */
export function rows<T>(buttons: readonly T[], width: number): T[][] {
  const result: T[][] = [];
  for (let at = 0; at < buttons.length; at += width) result.push(buttons.slice(at, at + width));
  return result;
}

/** Previous, position and next; nothing when all fits on one page. */
export function pager(
  reader: Reader,
  at: { page: number; pages: number },
  press: (page: number) => Press,
): InlineKeyboardButton[][] {
  if (at.pages <= 1) return [];
  return [
    [
      ...(at.page > 1 ? [button(words(reader, 'page.previous'), press(at.page - 1))] : []),
      button(words(reader, 'page.position', { page: at.page, pages: at.pages }), { do: 'nothing' }),
      ...(at.page < at.pages ? [button(words(reader, 'page.next'), press(at.page + 1))] : []),
    ],
  ];
}
