import { describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import type { Cart } from '#use-cases/carts/read-cart.ts';
import { MAX_LINES, MAX_QUANTITY } from '#use-cases/carts/set-quantity.ts';
import { cartScreen } from './cart.ts';
import { productScreen, productsScreen } from './catalog.ts';
import { priceChangedScreen, soldOutScreen, summaryScreen } from './summary.ts';
import { mainMenu, menuItem } from './menu.ts';
import { orderScreen } from './orders.ts';
import type { Reader, Screen } from './screen.ts';

const en: Reader = { language: 'en', currency: 'RUB', zone: 'Europe/Moscow' };
const builtIn = { own: undefined, formerMenu: {} };
const ru: Reader = { ...en, language: 'ru' };
const long = '<Очень & длинное имя> '.repeat(20);
const localized = (text: string) => ({ ru: text, en: text });

const cartOf = (lines: number, name: string): Cart => ({
  lines: Array.from({ length: lines }, () => ({
    variantId: newId(),
    productId: newId(),
    productName: localized(name),
    variantName: localized(''),
    quantity: MAX_QUANTITY,
    priceMinor: 123_456_789,
    seenPriceMinor: 987_654_321,
    left: 1,
    gone: false,
  })),
  pieces: lines * MAX_QUANTITY,
  totalMinor: lines * MAX_QUANTITY * 123_456_789,
});

/** The text as Telegram counts it: after its HTML is read. */
const plain = (text: string): string => text.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:lt|gt|amp);/g, '?');

function fits(screen: Screen): void {
  expect(plain(screen.text).length).toBeLessThanOrEqual(screen.photoId ? 1024 : 4096);
  expect((screen.keyboard ?? []).flat().length).toBeLessThanOrEqual(100);
  for (const button of (screen.keyboard ?? []).flat()) {
    if ('callback_data' in button) expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64);
  }
}

describe('screens', () => {
  it('fit into one message of Telegram, however long names and carts are', () => {
    const cart = cartOf(MAX_LINES, long);
    const draft = {
      name: long.slice(0, 100),
      phone: '+79120000000',
      delivery: { kind: 'courier' as const, address: long.slice(0, 300) },
      comment: long.slice(0, 500),
    };
    const lines = cart.lines.map((line) => ({
      ...line,
      name: line.productName,
      wanted: 9,
      left: 1,
      oldMinor: 1,
      newMinor: 2,
    }));
    fits(cartScreen(ru, cart));
    fits(summaryScreen(ru, { key: newId(), draft, cart, feeMinor: 1, pickupAddress: localized(long) }));
    fits(soldOutScreen(ru, lines));
    fits(priceChangedScreen(ru, lines));
    const variants = Array.from({ length: 40 }, () => ({
      id: newId(),
      name: localized(long),
      priceMinor: 100,
      left: 1,
    }));
    const product = {
      id: newId(),
      name: localized(long),
      description: localized(long.repeat(10)),
      photoId: newId(),
      category: { id: newId(), name: localized(long) },
      variants,
    };
    fits(productScreen(ru, product, { lowStock: 5, cart: { pieces: 1, totalMinor: 1 } }));
  });

  it('escape what people wrote', () => {
    expect(cartScreen(en, cartOf(1, '<b>Tom & Co</b>')).text).toContain('&lt;b&gt;Tom &amp; Co&lt;/b&gt;');
  });

  it('turn pages where there are many', () => {
    const page = { category: { id: newId(), name: localized('Soap') }, products: [], page: 2, pages: 3 };
    expect(productsScreen(en, page).keyboard?.[0]?.map((button) => button.text)).toEqual(['Back', '2 of 3', 'Next']);
  });

  it('know the keys of the keyboard in both languages, with a number of yesterday too', () => {
    expect(
      mainMenu(en, 2, { goods: true, services: false })
        .flat()
        .map((key) => (key as { text: string }).text),
    ).toEqual(['Catalogue', 'Cart (2)', 'My orders', 'Help and settings']);
    expect(
      ['Cart (17)', 'корзина', 'Мои заказы', 'Cancel the checkout', 'cartoon'].map((text) => menuItem(text, builtIn)),
    ).toEqual(['cart', 'cart', 'orders', 'cancel', undefined]);
  });

  it('know the keys that a business called otherwise, now and before, and the built-in ones still', () => {
    const texts = {
      own: {
        ru: {},
        en: { 'menu.cart': 'Basket', 'menu.cart_count': 'Basket: {pieces} pcs.', 'menu.catalog': 'Goods (all)' },
      },
      formerMenu: { 'What we sell': 'menu.catalog' },
    };
    expect(
      ['basket', 'Basket: 12 pcs.', 'Basket: 12 pcsX', 'Goods (all)', 'what we sell', 'Catalogue', 'Goods'].map(
        (text) => menuItem(text, texts),
      ),
    ).toEqual(['cart', 'cart', undefined, 'catalog', 'catalog', 'catalog', undefined]);
  });

  it('show an order with its state, its sums and what can be done about the money', () => {
    const screen = orderScreen(
      en,
      {
        id: newId(),
        number: 1001,
        badge: 'awaiting_payment',
        currency: 'RUB',
        deliveryMinor: 30_000,
        totalMinor: 108_000,
        delivery: { kind: 'courier', address: 'Kazan' },
        comment: null,
        cancelReason: null,
        createdAt: new Date('2026-11-21T10:50:00Z'),
        lines: [{ productName: localized('Soap'), variantName: localized('100 g'), quantity: 2, priceMinor: 39_000 }],
        payment: { state: 'link', url: 'https://pay.example/1', deadlineAt: new Date('2026-11-21T11:05:00Z') },
      },
      localized(''),
    );
    expect(screen.text.replaceAll('\u00a0', ' ')).toBe(
      '<b>Order No. 1001</b>\nAwaiting payment\nPlaced Sat 21 Nov, 13:50\n\nSoap, 100 g, 2 pcs: 780 ₽\nDelivery: 300 ₽\n<b>Total: 1,080 ₽</b>\n\nCourier: Kazan\n\nPay by 14:05, or the order is cancelled automatically.',
    );
    expect(screen.keyboard?.[0]?.[0]).toEqual({ text: 'Pay 1,080\u00a0₽', url: 'https://pay.example/1' });
  });
});
