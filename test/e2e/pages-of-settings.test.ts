import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openWindow } from './support/browser.ts';
import { openBuilder } from './support/builder.ts';
import { barriers, looks, named, picture, sidewaysPixels } from './support/look.ts';
import { aShop } from './support/shop.ts';

const shop = aShop();
const sections = ['hours', 'bots', 'texts', 'notices', 'payments', 'members', 'security', 'api'] as const;

describe('every page of an account, every part of the settings, every sheet of the builder', () => {
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
      for (const path of ['sign-up', 'forgot-password', 'mailbox', 'invitation/not-an-invitation']) {
        await stranger.goto(`${shop.product.url}/${path}`);
        await stranger.getByRole('heading', { level: 1 }).first().waitFor();
        await check(stranger, path.replace('/', '-'));
      }
      await stranger.context().close();

      const owner = await shop.office('owner', look);
      const { page, say } = owner;
      for (const section of sections) {
        await page.goto(`${shop.product.url}/settings/${section}`);
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        await check(page, `settings-${section}`);
      }
      await page.goto(`${shop.product.url}/automations?new=1`);
      await page.getByRole('button', { name: say('web.watch.empty') }).waitFor();
      await check(page, 'automations-new');
      const { body } = await owner.api('GET', '/automations');
      const [demo] = body['automations'] as { id: string }[];
      await openBuilder(owner, demo!.id, look.language);
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: say('web.builder.shortcuts') }).waitFor();
      await check(page, 'builder-shortcuts');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await owner.button('web.builder.publish').first().click();
      await page.getByRole('dialog', { name: say('web.watch.publish_title', { number: 2 }) }).waitFor();
      await check(page, 'builder-publish');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await owner.button('web.builder.more').click();
      await page.getByRole('menuitem', { name: say('web.builder.versions') }).click();
      await page.getByRole('dialog', { name: say('web.watch.versions') }).waitFor();
      await owner.button('web.watch.compare').first().click();
      await page.getByRole('region', { name: say('web.watch.compared', { number: 1 }) }).waitFor();
      await check(page, 'builder-versions');
      expect(troubles).toEqual([]);
      expect(page.troubles).toEqual([]);
      await owner.close();
    });
  }
});
