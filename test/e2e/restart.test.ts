import { describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { openTemporal } from './support/temporal.ts';
import { aShop, goods } from './support/shop.ts';
import { until } from './support/until.ts';

const shop = aShop({ wait: 'PT30S' });

describe('when everything is killed in the middle', () => {
  it('an order that awaits payment and a client inside an automation go on where they were, and end right', async () => {
    const { product } = shop;
    const anna = await shop.phoneOf('Anna');
    await anna.starts();
    const first = await anna.buys(goods.serum);
    await anna.pays(first);
    await anna.hears('Анна, спасибо за первый заказ');
    const second = await anna.buys(goods.candle);
    const cashier = await anna.opensCashier(second);

    await product.killEverything();
    await product.services.postgres.start();
    await product.services.temporal?.start();
    await product.start();

    await cashier.reload();
    await cashier.getByRole('button', { name: /^Оплатить/ }).click();
    await anna.page.reload();
    await anna.isPaid(second);
    await anna.hears('Как всё прошло?');
    await anna.presses('Всё отлично');
    const owner = await shop.office('owner');
    await owner.row(second).getByText('Оплачен', { exact: true }).waitFor();
    await owner.goes('automations');
    await owner.page.getByRole('link', { name: owner.say('web.watch.runs') }).click();
    await owner.page.locator('tbody tr').filter({ hasText: 'Анна Ковалёва' }).getByText('Дошёл до конца').waitFor();
    for (const once of [
      `Заказ № ${first} оплачен`,
      `Заказ № ${second} оплачен`,
      'спасибо за первый заказ',
      'Как всё прошло?',
    ])
      expect((await anna.read()).split(once).length - 1).toBe(1);
    await Promise.all([anna.close(), owner.close()]);
  });
});

describe('when Temporal’s database is lost', () => {
  it('workflows are started again from their rows: the order is paid, the unpaid one is cancelled, the automation goes on', async () => {
    const { product } = shop;
    const { temporal } = product.services;
    if (!temporal) throw new Error('this story needs a Temporal server');
    const timur = await shop.phoneOf('Timur');
    await timur.starts();
    await timur.pays(await timur.buys(goods.oatSoap));
    await timur.hears('Тимур, спасибо за первый заказ');
    const number = await timur.buys(goods.cedarSoap);
    const cashier = await timur.opensCashier(number);
    const owner = await shop.office('owner');
    await owner.setsPaymentDeadline(60);
    const roman = await shop.phoneOf('Roman');
    await roman.starts();
    const unpaid = await roman.buys(goods.candle);

    await temporal.kill();
    for (const part of ['', '-wal', '-shm']) rmSync(`${temporal.file}${part}`, { force: true });
    await temporal.start();

    await cashier.getByRole('button', { name: /^Оплатить/ }).click();
    await timur.isPaid(number);
    await roman.hears(`Заказ № ${unpaid} отменён: оплата не пришла вовремя`);
    await timur.hears('Как всё прошло?');
    await timur.presses('Есть замечания');
    await timur.hears('Жаль, что не всё было удобно');
    const client = await openTemporal(product.temporalAddress);
    try {
      await until('every workflow of an ended story has ended', async () => {
        for await (const one of client.workflow.list({
          query: `ExecutionStatus = 'Running' AND ProcessType = 'automation-run'`,
        }))
          if (one) return false;
        return true;
      });
    } finally {
      await client.connection.close();
    }
    await Promise.all([timur.close(), roman.close(), owner.close()]);
  });
});
