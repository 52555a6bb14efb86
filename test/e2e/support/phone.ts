import type { Browser, Locator, Page } from 'playwright-core';
import { t, type Language, type Params, type TextKey } from '#texts/index.ts';
import { openWindow, type Look } from './browser.ts';
import type { Product } from './product.ts';
import { until } from './until.ts';

export const people = {
  Anna: 700101,
  Timur: 700102,
  Emma: 700103,
  Vera: 700104,
  Roman: 700105,
  manager: 700100,
} as const;

export type Goods = { section: string; product: string; variant: string };
export type Phone = Awaited<ReturnType<typeof openPhone>>;

/** A client's hands and eyes on the phone simulator's page. */
export async function openPhone(
  browser: Browser,
  product: Product,
  who: keyof typeof people,
  look: Look = {},
  /** The page of another bot than the demo's. */
  path = '/phone',
) {
  const page = await openWindow(browser, look);
  const address = new URL(path, product.url);
  address.searchParams.set('persona', String(people[who]));
  await page.goto(address.href);
  const language: Language = look.language ?? 'ru';
  const say = (key: TextKey, params?: Params) => plain(t(language, key, params));
  const chat = page.getByRole('log', { name: say('web.phone.chat') });
  await chat.waitFor();
  const button = (label: string | RegExp): Locator => chat.getByRole('button', { name: label }).last();
  const read = async () => spaces(await chat.innerText());

  const phone = {
    page,
    chat,
    say,
    /** Everything in the chat, in one line. */
    read,
    types: async (text: string) => {
      await page.getByRole('textbox', { name: say('web.phone.message') }).fill(text);
      await page.getByRole('button', { name: say('web.phone.send'), exact: true }).click();
    },
    starts: async () => {
      await page.getByRole('button', { name: say('web.phone.start'), exact: true }).click();
      await phone.hears(say('consent.ask').slice(0, 30));
    },
    presses: (label: string | RegExp) => button(label).click(),
    /** A key of the keyboard in place of the letters. */
    pressesKey: (label: string | RegExp) => page.locator('.reply-keys').getByRole('button', { name: label }).click(),
    hears: (text: string, times = 1) =>
      until(
        `${who} reads "${text}"${times > 1 ? ` ${times} times` : ''}`,
        async () => (await read()).split(spaces(text)).length > times,
        read,
      ),
    hasRead: async (text: string) => (await read()).includes(spaces(text)),

    /** From the catalogue to the cart. */
    puts: async ({ section, product: name, variant }: Goods) => {
      const before = await chat.getByRole('button', { name: section, exact: true }).count();
      await phone.pressesKey(say('menu.catalog'));
      await until(
        'the catalogue',
        async () => (await chat.getByRole('button', { name: section, exact: true }).count()) > before,
      );
      await button(section).click();
      await button(name).click();
      await button(`${variant},`).click();
      await button(firstWords(say('cart.button', { total: '' }))).waitFor();
    },
    opensCart: async () => {
      await phone.pressesKey(new RegExp(`^${say('menu.cart')}`));
      await button(firstWords(say('cart.checkout', { total: '' }))).waitFor();
    },
    /** From the cart to the summary, by courier, with the number shared by the button. */
    checksOut: async (address: string) => {
      // The questions of earlier checkouts stay in the chat, and their buttons belong to them.
      const names = chat.locator('.inline-keys').filter({ hasText: say('checkout.cancel') });
      const before = await names.count();
      await button(firstWords(say('cart.checkout', { total: '' }))).click();
      await until('the name is asked', async () => (await names.count()) > before);
      await names.last().getByRole('button').first().click();
      await phone.pressesKey(say('checkout.phone_share'));
      await button(firstWords(say('checkout.delivery_courier', { fee: '' }))).click();
      await until('the address is asked', async () => (await chat.innerText()).includes(say('checkout.address_ask')));
      await phone.types(address);
      await button(say('checkout.skip')).click();
      await button(firstWords(say('checkout.confirm', { total: '' }))).waitFor();
    },
    /** Gives back the order's number. */
    confirms: async (): Promise<string> => {
      const said = new RegExp(
        say('checkout.placed', { number: '(\\S+)', total: '', deadline: '' }).split('\n')[0] ?? '',
        'g',
      );
      const before = [...(await read()).matchAll(said)].length;
      await button(firstWords(say('checkout.confirm', { total: '' }))).click();
      return until(`${who} has ordered`, async () => [...(await read()).matchAll(said)][before]?.[1], read);
    },
    buys: async (goods: Goods): Promise<string> => {
      await phone.puts(goods);
      await phone.opensCart();
      await phone.checksOut(language === 'ru' ? 'Москва, Лесная улица, 5' : '5 Forest Street, Moscow');
      return phone.confirms();
    },
    /** The cashier's page of an order's newest link, in a tab of its own. */
    opensCashier: async (number: string, link = 1): Promise<Page> => {
      await phone.hears(firstWords(say('msg.payment_link', { number, total: '', deadline: '' })), link);
      const opening = page.context().waitForEvent('page');
      await chat
        .getByRole('link', { name: firstWords(say('msg.pay_button', { total: '' })) })
        .last()
        .click();
      const cashier = await opening;
      await cashier.getByRole('button').first().waitFor();
      return cashier;
    },
    pays: async (number: string, link = 1) => {
      const cashier = await phone.opensCashier(number, link);
      await payAt(cashier);
      await cashier.close();
    },
    isPaid: (number: string) => phone.hears(firstLine(say('msg.order_paid', { number, total: '' }))),
    close: () => page.context().close(),
  };
  return phone;
}

export async function payAt(cashier: Page): Promise<void> {
  await cashier.getByRole('button', { name: /^(Оплатить|Pay)/ }).click();
  await cashier
    .getByRole('status')
    .filter({ hasText: /Оплачено|Paid/ })
    .waitFor();
}

export const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, '');
const spaces = (text: string): string => text.replaceAll(/\s+/g, ' ');
/** What stands before an amount that the test does not count itself. */
const firstWords = (text: string): string =>
  text
    .split(/[,:]?\s*\./)[0]
    ?.replace(/[\s,]+$/, '')
    .trim() ?? text;
const firstLine = (text: string): string => text.split('\n')[0] ?? text;
