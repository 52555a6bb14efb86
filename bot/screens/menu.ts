import type { KeyboardButton } from 'grammy/types';
import { t, type TextKey } from '#texts/index.ts';
import type { BusinessWords } from '#use-cases/texts/texts-of.ts';
import { words, type Reader } from './screen.ts';

export type MenuItem =
  'catalog' | 'cart' | 'orders' | 'book' | 'bookings' | 'help' | 'cancel' | 'book_back' | 'book_leave';

/** What a client finds here; a business that only gives services shows no shop. */
export type Offered = { goods: boolean; services: boolean };

/** The keyboard in place of the letters. */
export function mainMenu(reader: Reader, pieces: number, offered: Offered): KeyboardButton[][] {
  const key = (name: TextKey): KeyboardButton => ({ text: words(reader, name) });
  const booking = offered.services ? [[key('menu.book'), key('menu.bookings')]] : [];
  if (offered.services && !offered.goods) return [...booking, [key('menu.help')]];
  const cart = pieces > 0 ? words(reader, 'menu.cart_count', { pieces }) : words(reader, 'menu.cart');
  return [...booking, [key('menu.catalog'), { text: cart }], [key('menu.orders'), key('menu.help')]];
}

const keys: readonly (readonly [TextKey, MenuItem])[] = [
  ['menu.catalog', 'catalog'],
  ['menu.cart', 'cart'],
  ['menu.cart_count', 'cart'],
  ['menu.orders', 'orders'],
  ['menu.book', 'book'],
  ['menu.bookings', 'bookings'],
  ['menu.book_back', 'book_back'],
  ['menu.book_leave', 'book_leave'],
  ['menu.help', 'help'],
  ['checkout.cancel', 'cancel'],
];

/** Old keyboards stay on screens after a change of language, so that the words of both are known. */
const builtIn = new Map<string, MenuItem>(
  (['ru', 'en'] as const).flatMap((language) =>
    keys.map(([key, item]) => [withoutCount(t(language, key)), item] as const),
  ),
);

/** Which key of the keyboard a text is. The number on it may be of yesterday, and so may be the business's own label. */
export function menuItem(text: string, texts: BusinessWords): MenuItem | undefined {
  const pressed = text.trim().toLowerCase();
  return ownItem(pressed, texts) ?? builtIn.get(withoutCount(pressed));
}

function ownItem(pressed: string, texts: BusinessWords): MenuItem | undefined {
  if (!texts.own) return undefined;
  const { ru, en } = texts.own;
  for (const [key, item] of keys) {
    if ([ru[key], en[key]].some((label) => typeof label === 'string' && isLabel(label, pressed))) return item;
  }
  const former = Object.entries(texts.formerMenu).find(([label]) => isLabel(label, pressed))?.[1];
  return keys.find(([key]) => key === former)?.[1];
}

/** The holes of a label are numbers. */
function isLabel(label: string, pressed: string): boolean {
  const parts = label
    .trim()
    .toLowerCase()
    .split(/\{\w+\}/);
  if (parts.length === 1) return parts[0] === pressed;
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\d+')}$`).test(
    pressed,
  );
}

function withoutCount(label: string): string {
  return label
    .trim()
    .toLowerCase()
    .replace(/\s*\((?:\d+|\{\w+\})\)$/, '');
}
