import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openWindow } from './support/browser.ts';
import { barriers, looks, named, picture, sidewaysPixels } from './support/look.ts';
import { aShop, goods } from './support/shop.ts';

const shop = aShop();

describe('every page', () => {
  it('has something to show: orders in several states, a conversation, a run of an automation', async () => {
    const owner = await shop.office('owner');
    const anna = await shop.phoneOf('Anna');
    await anna.starts();
    const first = await anna.buys(goods.serum);
    await anna.pays(first);
    await anna.hears('Как всё прошло?');
    const second = await anna.buys(goods.candle);
    await anna.opensCashier(second);
    await anna.types('Можно привезти завтра после шести?');
    await anna.hears('Передано сотрудникам');
    const timur = await shop.phoneOf('Timur');
    await timur.starts();
    const third = await timur.buys(goods.cedarSoap);
    await timur.pays(third);
    // The cashier says so first; an order that is cancelled while its money arrives is another story.
    await timur.isPaid(third);
    const card = await owner.opensOrder('1003');
    await owner.button('web.order.cancel', card).click();
    const dialog = owner.dialog('Отменить заказ 1003?');
    await dialog.getByRole('textbox').fill('Передумали');
    await owner.button('web.order.cancel', dialog).click();
    await owner.row('1003').getByText('Отменён', { exact: true }).waitFor();
    await Promise.all([owner.close(), anna.close(), timur.close()]);
  });

  for (const look of looks()) {
    it(`can be used by everybody and fits the screen: ${named(look)}`, async () => {
      const troubles: string[] = [];
      const check = async (page: Page, name: string) => {
        await picture(page, `${named(look)}-${name}`);
        for (const barrier of await barriers(page)) troubles.push(`${name}: ${barrier}`);
        const wide = await sidewaysPixels(page);
        if (wide > 0) troubles.push(`${name}: ${wide} px wider than the screen`);
      };
      const stranger = await openWindow(shop.browser, look);
      await stranger.goto(`${shop.product.url}/sign-in`);
      await stranger.getByRole('textbox').first().waitFor();
      await check(stranger, 'sign-in');
      await stranger.context().close();

      const owner = await shop.office('owner', look);
      const { page, say } = owner;
      const ids = await idsOf(owner.api);
      const visit = async (path: string, heading: string, name: string) => {
        await page.goto(`${shop.product.url}${path}`);
        await page.getByRole('heading', { name: heading }).first().waitFor();
        await check(page, name);
      };
      await visit('/', say('web.day.title'), 'day');
      await page.getByRole('heading', { name: say('web.day.two_weeks') }).waitFor();
      await page.getByText(say('web.day.table'), { exact: true }).click();
      await check(page, 'day-table');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: say('web.day.search_hint') }).fill('1001');
      await page.getByRole('option', { name: say('web.day.found.order', { number: 1001 }) }).waitFor();
      await check(page, 'search');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page
        .getByRole('button', { name: say('web.day.notices') })
        .first()
        .click();
      await page
        .getByRole('dialog', { name: say('web.day.notices') })
        .first()
        .waitFor();
      await check(page, 'notifications');
      await page.keyboard.press('Escape');
      if (look.size === 'phone') {
        await owner.button('web.day.more').click();
        await page.getByRole('navigation', { name: say('web.day.more_title') }).waitFor();
        await check(page, 'more');
        await page.keyboard.press('Escape');
      }
      await visit('/orders', say('web.nav.orders'), 'orders');
      await visit(`/orders/${ids.awaiting}`, say('web.order.story'), 'order-awaiting');
      await visit(`/orders/${ids.paid}`, say('web.order.story'), 'order-paid');
      await owner.button('web.order.cancel').click();
      await page.getByRole('dialog').getByRole('textbox').waitFor();
      await check(page, 'order-cancel');
      await visit('/products', say('web.nav.products'), 'products');
      await visit(`/products/${ids.product}`, say('web.nav.products'), 'product');
      await page.getByRole('tab', { name: say('web.product.stock') }).click();
      await page.getByRole('heading', { name: say('web.stock.ledger') }).waitFor();
      await check(page, 'product-stock');
      await visit('/clients', say('web.nav.clients'), 'clients');
      await visit(`/clients/${ids.client}`, look.size === 'phone' ? 'Анна Ковалёва' : say('web.client.tags'), 'client');
      await visit('/automations', say('web.nav.automations'), 'automations');
      await visit('/runs', say('web.watch.runs'), 'runs');
      await visit(`/runs/${ids.run}`, say('web.order.story'), 'run');
      await visit(`/automations/${ids.automation}`, 'Спасибо за первый заказ', 'builder');
      await visit('/settings', say('web.settings.title'), 'settings');
      await visit('/phone?persona=700101', say('web.nav.phone'), 'phone');
      if (look.size === 'phone') {
        for (const part of ['people', 'developer'] as const) {
          const parts = page.getByRole('radiogroup', { name: say('web.nav.phone') });
          await parts.getByText(say(`web.phone.part_${part}`), { exact: true }).click();
          await page.getByRole('region', { name: say(`web.phone.part_${part}`) }).waitFor();
          await check(page, `phone-${part}`);
        }
      }
      await page.goto(ids.cashier);
      await check(page, 'cashier');
      expect(troubles).toEqual([]);
      expect(
        page
          .context()
          .pages()
          .flatMap((one) => ('troubles' in one ? (one.troubles as string[]) : [])),
      ).toEqual([]);
      await owner.close();
    });
  }
});

async function idsOf(api: Awaited<ReturnType<typeof shop.office>>['api']) {
  const first = async (path: string, list: string) =>
    ((await api('GET', path)).body[list] as Record<string, unknown>[])[0];
  const awaiting = String((await first('/orders?view=awaiting', 'orders'))?.['id']);
  const { body } = await api('GET', `/orders/${awaiting}`);
  return {
    awaiting,
    paid: String((await first('/orders?view=paid', 'orders'))?.['id']),
    automation: String((await first('/automations', 'automations'))?.['id']),
    product: String(((await first('/products', 'categories'))?.['products'] as { id: string }[])[0]?.id),
    client: (body['contact'] as { id: string }).id,
    run: String((await first('/runs', 'runs'))?.['id']),
    cashier: String((body['payment'] as { link: string }).link),
  };
}
