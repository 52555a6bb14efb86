import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { payAt } from './support/phone.ts';
import { root } from './support/product.ts';
import { aShop, goods } from './support/shop.ts';
import { currentDetails, findWorkflows, openTemporal, untold } from './support/temporal.ts';
import { until } from './support/until.ts';

const shop = aShop();

describe('the owner', () => {
  it('sees an order come and get paid without a reload, and moves it forward and back', async () => {
    const owner = await shop.office('owner');
    const anna = await shop.phoneOf('Anna');
    await anna.starts();
    const number = await anna.buys(goods.serum);
    await owner.row(number).getByText('Ждёт оплаты', { exact: true }).waitFor();
    await anna.pays(number);
    await owner.row(number).getByText('Оплачен', { exact: true }).waitFor();

    const card = await owner.opensOrder(number);
    await owner.button('web.action.processing', card).click();
    await card.getByText('Оплачен → Собираем').waitFor();
    await anna.hears(`Заказ № ${number} собираем.`);
    await owner.button('web.order.back', card).click();
    const back = owner.dialog('Вернуть в состояние «Оплачен»');
    await owner.button('web.order.back', back).click();
    await card.getByText('Собираем → Оплачен').waitFor();
    await owner.button('web.action.processing', card).click();
    await owner.button('web.action.shipped_courier', card).click();
    await anna.hears(`Заказ № ${number} передан курьеру`);
    await owner.button('web.action.delivered_courier', card).click();
    await owner.row(number).getByText('Выполнен', { exact: true }).waitFor();
    await card.getByText('Передан → Вручён').waitFor();
    expect([...owner.page.troubles, ...anna.page.troubles]).toEqual([]);
    await Promise.all([anna.close(), owner.close()]);
  });

  it('marks an order paid by hand, and a card payment that comes all the same is given back', async () => {
    const owner = await shop.office('owner');
    const timur = await shop.phoneOf('Timur');
    await timur.starts();
    const number = await timur.buys(goods.candle);
    const cashier = await timur.opensCashier(number);
    const card = await owner.opensOrder(number);
    await owner.button('web.action.paid', card).click();
    await owner.button('web.action.paid', owner.dialog(`Отметить заказ ${number} оплаченным?`)).click();
    await timur.isPaid(number);
    await owner.row(number).getByText('Оплачен', { exact: true }).waitFor();
    await payAt(cashier);
    await timur.hears(`Возврат по заказу № ${number} отправлен: 1 490 ₽`);
    await owner.row(number).getByText('Оплачен', { exact: true }).waitFor();
    await Promise.all([timur.close(), owner.close()]);
  });

  it('cancels a paid order with a reason: the client reads it, the money goes back, the goods are on sale again', async () => {
    const owner = await shop.office('owner', { language: 'en' });
    const emma = await shop.phoneOf('Emma', { language: 'en' });
    await emma.starts();
    const number = await emma.buys(goods.scrubInEnglish);
    await emma.pays(number);
    await emma.isPaid(number);
    const card = await owner.opensOrder(number);
    await owner.button('web.order.cancel', card).click();
    const dialog = owner.dialog(owner.say('web.order.cancel_title', { number }));
    await dialog.getByRole('textbox').fill('The jar is damaged');
    await owner.button('web.order.cancel', dialog).click();
    await emma.hears('The jar is damaged');
    await emma.hears(`The refund for order No. ${number} is sent: 1,020 ₽`);
    await owner.row(number).getByText('Cancelled', { exact: true }).waitFor();
    const refunds = JSON.stringify(await (await fetch(`${shop.product.paymentsUrl}/emulator/refunds`)).json());
    expect(refunds).toContain('1020.00');
    await owner.closes(card);
    const product = await owner.opensProduct('Sea salt scrub');
    await product.getByRole('tab', { name: owner.say('web.product.stock') }).click();
    await product.getByRole('row', { name: '200 ml 11 0 11' }).waitFor();
    await Promise.all([emma.close(), owner.close()]);
  });

  it('gives back by hand what was paid by hand, and the order leaves the list of refunds due', async () => {
    const owner = await shop.office('owner');
    const vera = await shop.phoneOf('Vera');
    await vera.starts();
    const number = await vera.buys(goods.cedarSoap);
    const card = await owner.opensOrder(number);
    await owner.button('web.action.paid', card).click();
    await owner.button('web.action.paid', owner.dialog(`Отметить заказ ${number} оплаченным?`)).click();
    await vera.isPaid(number);
    await owner.button('web.order.cancel', card).click();
    const dialog = owner.dialog(owner.say('web.order.cancel_title', { number }));
    await dialog.getByText('Оплату отметили вручную: 690 ₽ нужно вернуть клиенту самим.').waitFor();
    await dialog.getByRole('textbox').fill('Клиент передумал');
    await owner.button('web.order.cancel', dialog).click();
    await owner.row(number).getByText('Вернуть деньги', { exact: true }).waitFor();
    await card.getByText('Верните клиенту 690 ₽').waitFor();
    await owner.button('web.order.refund_done', card).click();
    await owner.button('web.order.refund_done', owner.dialog('Верните клиенту 690 ₽')).click();
    await owner.row(number).getByText('Отменён', { exact: true }).waitFor();
    await vera.hears(`Деньги по заказу № ${number} возвращены: 690 ₽.`);
    await Promise.all([vera.close(), owner.close()]);
  });

  it('changes a price, a photo and the stock, and the bot shows it at once', async () => {
    const owner = await shop.office('owner');
    const anna = await shop.phoneOf('Anna');
    const card = await owner.opensProduct('Крем-баттер');
    await card.getByRole('textbox', { name: 'Цена: 100 мл' }).fill('650');
    await owner.button('web.save', card).click();
    await owner.page.getByText('Сохранено').first().waitFor();
    await card.locator('input[type=file]').setInputFiles(join(root, 'use-cases/demo/photos/soap-dish.jpg'));
    await owner.page.getByText('Фото обновлено').waitFor();
    await card.getByRole('tab', { name: 'Склад' }).click();
    await card.getByRole('textbox', { name: 'Изменение' }).fill('-18');
    await card.getByRole('textbox', { name: 'Причина' }).fill('Пересчёт');
    await owner.button('web.stock.write', card).click();
    await card.getByText('100 мл: поправка −18').waitFor();
    await card.getByText('Пересчёт').waitFor();
    await anna.puts({ section: 'Тело и волосы', product: 'Крем-баттер', variant: '100 мл' });
    await anna.hears('100 мл: осталось 2 шт.');
    await anna.hears('100 мл, 650 ₽');
    await Promise.all([anna.close(), owner.close()]);
  });

  it('reads in Temporal what every workflow of an order does and waits for, and finds it by its ids', async () => {
    const owner = await shop.office('owner');
    const roman = await shop.phoneOf('Roman');
    await roman.starts();
    const number = await roman.buys(goods.cedarSoap);
    const { body } = await owner.api('GET', `/orders?search=${number}`);
    const [order] = body['orders'] as { id: string; contact: { id: string } }[];
    const { body: me } = await owner.api('GET', '/me');
    const business = (me['business'] as { id: string }).id;
    const { body: whole } = await owner.api('GET', `/orders/${order!.id}`);
    const contactId = (whole['contact'] as { id: string }).id;
    const temporal = await openTemporal(shop.product.temporalAddress);
    try {
      await until('the order says what it waits for', async () =>
        /payment of 690 RUB until/.test(await currentDetails(temporal, `order:${order!.id}`)),
      );
      const query = `BusinessId = '${business}' AND ProcessType = 'checkout' AND SubjectId = '${order!.id}' AND ContactId = '${contactId}'`;
      await until('the order is found', async () =>
        (await findWorkflows(temporal, query)).includes(`order:${order!.id}`),
      );
      await roman.pays(number);
      await roman.isPaid(number);
      expect(await untold(temporal, `order:${order!.id}`)).toEqual([]);
      for (const found of await findWorkflows(temporal, `ContactId = '${contactId}'`))
        expect(await untold(temporal, found)).toEqual([]);
    } finally {
      await temporal.connection.close();
    }
    await Promise.all([roman.close(), owner.close()]);
  });
});

describe('a manager', () => {
  it('may move orders and answer clients, but not change the settings of the shop or read workflow histories', async () => {
    const manager = await shop.office('manager');
    await manager.goes('settings');
    await manager.page.getByText('менеджер').waitFor();
    expect(await manager.page.getByRole('textbox', { name: manager.say('web.settings.deadline') }).count()).toBe(0);
    const refused = await manager.api('PATCH', '/settings', { lowStock: 1 });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const vera = await shop.phoneOf('Vera');
    const number = await vera.buys(goods.cedarSoap);
    await vera.pays(number);
    await vera.isPaid(number);
    await manager.goes('orders');
    const card = await manager.opensOrder(number);
    await card.getByRole('heading', { name: manager.say('web.order.story') }).waitFor();
    expect(await card.getByRole('link', { name: manager.say('web.order.history') }).count()).toBe(0);
    await manager.button('web.action.processing', card).click();
    await manager.row(number).getByText('Собираем', { exact: true }).waitFor();
    await Promise.all([vera.close(), manager.close()]);
  });
});
