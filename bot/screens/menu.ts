import type { KeyboardButton } from 'grammy/types';
import { catalogues, t, type TextKey } from '#texts/index.ts';
import { words, type Reader } from './screen.ts';

export type MenuItem = 'catalog' | 'cart' | 'orders' | 'help' | 'cancel';

/** The keyboard in place of the letters. */
export function mainMenu(reader: Reader, pieces: number): KeyboardButton[][] {
  const cart = pieces > 0 ? words(reader, 'menu.cart_count', { pieces }) : words(reader, 'menu.cart');
  return [
    [{ text: words(reader, 'menu.catalog') }, { text: cart }],
    [{ text: words(reader, 'menu.orders') }, { text: words(reader, 'menu.help') }],
  ];
}

const keys: Record<MenuItem, TextKey> = {
  catalog: 'menu.catalog',
  cart: 'menu.cart',
  orders: 'menu.orders',
  help: 'menu.help',
  cancel: 'checkout.cancel',
};

/** Old keyboards stay on screens after a change of language, so that the words of both are known. */
const items = new Map<string, MenuItem>(
  (Object.keys(catalogues) as (keyof typeof catalogues)[]).flatMap((language) =>
    (Object.entries(keys) as [MenuItem, TextKey][]).map(
      ([item, key]) => [t(language, key).toLowerCase(), item] as const,
    ),
  ),
);

/** Which key of the keyboard a text is; the number in "Cart (2)" may be of yesterday. */
export function menuItem(text: string): MenuItem | undefined {
  return items.get(
    text
      .trim()
      .toLowerCase()
      .replace(/\s*\(\d+\)$/, ''),
  );
}
