import type { Browser, Locator } from 'playwright-core';
import { t, type Language, type Params, type TextKey } from '#texts/index.ts';
import { openWindow, type Look } from './browser.ts';
import type { Product } from './product.ts';

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** The web app in the hands of an owner or a manager, signed in by the demo button and gone on to the orders. */
export async function openOffice(browser: Browser, product: Product, who: 'owner' | 'manager', look: Look = {}) {
  const page = await openWindow(browser, look);
  const language: Language = look.language ?? 'ru';
  const say = (key: TextKey, params?: Params) => t(language, key, params);
  await page.goto(product.url);
  await page.getByRole('button', { name: say(`web.sign_in.demo_${who}`) }).click();
  await page.getByRole('button', { name: say('web.sign_in.submit'), exact: true }).click();
  await page.getByRole('heading', { name: say('web.day.title'), level: 1 }).waitFor();
  const button = (key: TextKey, within: Locator = page.locator('body')) =>
    within.getByRole('button', { name: say(key), exact: true });

  const office = {
    page,
    say,
    button,
    /** Through the navigation, as a person goes; on a phone some places are under "more". */
    goes: async (place: Place) => {
      const navigation = page.getByRole('navigation', { name: say('web.nav.label') });
      if (look.size === 'phone' && !inBottomBar.includes(place)) {
        await navigation.getByRole('button', { name: say('web.day.more') }).click();
        const more = page.getByRole('navigation', { name: say('web.day.more_title') });
        await more.getByRole('link', { name: say(places[place].link), exact: true }).click();
      } else await navigation.getByRole('link', { name: say(places[place].link) }).click();
      await page
        .getByRole('heading', { name: say(places[place].heading), level: 1 })
        .first()
        .waitFor();
    },
    /** An order's line in the list; it need not be there yet. */
    row: (number: string) =>
      page.locator('tbody tr').filter({ has: page.getByRole('link', { name: number, exact: true }) }),
    opensOrder: async (number: string): Promise<Locator> => {
      await office.row(number).getByRole('link', { name: number, exact: true }).click();
      const card = page.getByRole('complementary', { name: say('web.order.label') });
      await card.getByRole('heading', { name: say('web.order.title', { number }) }).waitFor();
      return card;
    },
    closes: (card: Locator) =>
      card
        .getByRole('button', { name: say('web.close'), exact: true })
        .first()
        .click(),
    dialog: (title: string) => page.getByRole('dialog', { name: title }),
    opensProduct: async (name: string): Promise<Locator> => {
      await office.goes('products');
      await page.getByRole('link', { name }).click();
      const card = page.getByRole('complementary', { name: say('web.product.label') });
      await card.getByRole('heading', { name }).waitFor();
      return card;
    },
    opensClient: async (name: string) => {
      await office.goes('clients');
      await page
        .getByRole('region', { name: say('web.nav.clients') })
        .getByRole('link', { name })
        .click();
      await page.getByRole('complementary', { name: say('web.client.card') }).waitFor();
    },
    conversation: () => page.getByRole('log', { name: say('web.client.conversation') }),
    clientCard: () => page.getByRole('complementary', { name: say('web.client.card') }),
    setsPaymentDeadline: async (seconds: number) => {
      await office.goes('settings');
      await page
        .getByRole('radiogroup', { name: say('web.settings.unit') })
        .getByText(say('web.settings.seconds'))
        .click();
      await page.getByRole('textbox', { name: say('web.settings.deadline') }).fill(String(seconds));
      const form = page.locator('form').filter({ hasText: say('web.settings.deadline') });
      await button('web.save', form).click();
      await page.getByText(say('web.saved')).first().waitFor();
    },
    /** With the session of this window. */
    api: async (method: string, path: string, body?: unknown) => {
      const answer = await page.request.fetch(`${product.url}/api${path}`, {
        method,
        headers: { origin: product.url },
        ...(body === undefined ? {} : { data: body }),
      });
      return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> };
    },
    close: () => page.context().close(),
  };
  await office.goes('orders');
  return office;
}

const places = {
  today: { link: 'web.day.title', heading: 'web.day.title' },
  orders: { link: 'web.nav.orders', heading: 'web.nav.orders' },
  clients: { link: 'web.nav.clients', heading: 'web.nav.clients' },
  automations: { link: 'web.nav.automations', heading: 'web.nav.automations' },
  products: { link: 'web.nav.products', heading: 'web.nav.products' },
  settings: { link: 'web.nav.settings', heading: 'web.settings.title' },
} as const;
type Place = keyof typeof places;
const inBottomBar: readonly Place[] = ['today', 'orders', 'clients', 'automations'];
