import { afterAll, beforeAll, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, type Look } from './browser.ts';
import { openOffice } from './office.ts';
import { openPhone, type people } from './phone.ts';
import { startProduct, type Product } from './product.ts';

/** For every test of a file: a product of its own and a browser. The limits only turn a hang into words. */
export function aShop(settings: Parameters<typeof startProduct>[0] = {}) {
  jest.setTimeout(900_000);
  const shop = {} as { product: Product; browser: Browser };
  beforeAll(async () => {
    shop.browser = await openBrowser();
    shop.product = await startProduct(settings);
  });
  afterAll(async () => {
    await shop.browser?.close();
    await shop.product?.stop();
  });
  return {
    get product(): Product {
      return shop.product;
    },
    get browser(): Browser {
      return shop.browser;
    },
    phoneOf: (who: keyof typeof people, look?: Look) => openPhone(shop.browser, shop.product, who, look),
    office: (who: 'owner' | 'manager', look?: Look) => openOffice(shop.browser, shop.product, who, look),
  };
}

/** Goods of the demo shop that stories buy. */
export const goods = {
  serum: { section: 'Лицо', product: 'Сыворотка с ниацинамидом', variant: '30 мл' },
  cream: { section: 'Лицо', product: 'Крем с кедровым маслом', variant: '50 мл' },
  cedarSoap: { section: 'Мыло', product: 'Кедровое мыло', variant: '100 г' },
  oatSoap: { section: 'Мыло', product: 'Мыло с овсом и мёдом', variant: '100 г' },
  candle: { section: 'Дом и подарки', product: 'Свеча «Хвойный лес»', variant: '120 мл' },
  scrubInEnglish: { section: 'Body and hair', product: 'Sea salt scrub', variant: '200 ml' },
} as const;
