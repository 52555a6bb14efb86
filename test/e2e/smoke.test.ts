import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './support/browser.ts';
import { openOffice } from './support/office.ts';
import { openPhone } from './support/phone.ts';
import { startProduct, type Product } from './support/product.ts';
jest.setTimeout(900_000);
let product: Product;
let browser: Browser;
beforeAll(async () => {
  console.time('start');
  product = await startProduct();
  console.timeEnd('start');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
it('smoke', async () => {
  const owner = await openOffice(browser, product, 'owner');
  const anna = await openPhone(browser, product, 'Anna');
  await anna.starts();
  const number = await anna.buys({ section: 'Лицо', product: 'Сыворотка с ниацинамидом', variant: '30 мл' });
  console.log(number);
  await anna.pays(number);
  await anna.isPaid(number);
  console.log(await anna.read());
});
