import { describe, expect, it } from '@jest/globals';
import { goods, aShop } from './support/shop.ts';
import { payAt } from './support/phone.ts';
import { until } from './support/until.ts';

const shop = aShop();

describe('buying in the bot', () => {
  it('a client chooses by the photo, changes the cart, checks out with the contact button, pays and gets the receipt', async () => {
    const anna = await shop.phoneOf('Anna');
    await anna.starts();
    await anna.presses(anna.say('consent.no'));
    await anna.hears('О новинках писать не будем');

    await anna.puts(goods.serum);
    await anna.hears('30 мл: осталось 5 шт.');
    const photo = anna.chat.getByAltText(anna.say('web.phone.photo'));
    await until('the photo is drawn', () =>
      photo.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0),
    );

    await anna.opensCart();
    await anna.presses('+');
    await anna.hears('2 × 1 490 ₽ = 2 980 ₽');
    await anna.presses('−');
    await anna.hears('1 × 1 490 ₽ = 1 490 ₽');
    await anna.presses('1 шт.');
    await anna.hears('Напишите число');
    await anna.types('77');
    await anna.hears('В наличии 5 шт. Больше добавить нельзя.');
    await anna.types('много');
    await anna.hears('Нужно целое число');
    await anna.types('2');
    await anna.hears('2 × 1 490 ₽ = 2 980 ₽');

    await anna.checksOut('Москва, Лесная улица, 5');
    for (const line of [
      'Анна Ковалёва',
      '+7 927 000-01-01',
      'Курьер: Москва, Лесная улица, 5',
      'Доставка: 300 ₽',
      'Итого: 3 280 ₽',
    ])
      await anna.hears(line);
    const number = await anna.confirms();
    await anna.pays(number);
    await anna.isPaid(number);
    await anna.hears('Получено 3 280 ₽');

    await anna.pressesKey(anna.say('menu.orders'));
    await anna.presses(new RegExp(`№ ${number}, 3 280 ₽, Оплачен`));
    await anna.hears('Сыворотка с ниацинамидом, 30 мл, 2 шт.: 2 980 ₽');
    expect(anna.page.troubles).toEqual([]);
    await anna.close();
  });

  it('works the same in English on a phone, with pick-up at a chosen time', async () => {
    const emma = await shop.phoneOf('Emma', { language: 'en', size: 'phone' });
    await emma.starts();
    await emma.puts(goods.scrubInEnglish);
    await emma.opensCart();
    await emma.presses(/^Check out, 720/);
    await emma.hears('What is your name?');
    await emma.types('Emma Price');
    await emma.hears('Which phone number is for this order?');
    await emma.types('+44 7700 900103');
    await emma.presses('Pick-up, free');
    await emma.hears('Which day suits you?');
    await emma.chat
      .locator('.inline-row')
      .filter({ hasText: /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/ })
      .last()
      .getByRole('button')
      .last()
      .click();
    await emma.presses(/^\d\d:00–\d\d:00$/);
    await emma.hears('A comment for the order?');
    await emma.types('Please call first');
    await emma.hears('Comment: Please call first');
    const number = await emma.confirms();
    await emma.pays(number);
    await emma.isPaid(number);
    expect(emma.page.troubles).toEqual([]);
    await emma.close();
  });
});

describe('a payment that does not come', () => {
  it('cancels the order at the deadline that the owner has set, tells the client and puts the goods back on sale', async () => {
    const owner = await shop.office('owner');
    await owner.setsPaymentDeadline(5);
    const timur = await shop.phoneOf('Timur');
    await timur.starts();
    const number = await timur.buys(goods.cream);
    await timur.hears(`Заказ № ${number} отменён: оплата не пришла вовремя`);
    const card = await owner.opensProduct('Крем с кедровым маслом');
    await card.getByRole('tab', { name: owner.say('web.product.stock') }).click();
    await card.getByText('50 мл: отложено 1').waitFor();
    await card.getByText('50 мл: 1 снова в продаже').waitFor();
    await card.getByRole('row', { name: '50 мл 3 0 3' }).waitFor();
    await owner.closes(card);
    await owner.goes('orders');
    await owner.row(number).getByText('Отменён', { exact: true }).waitFor();
    await owner.setsPaymentDeadline(900);
    await Promise.all([timur.close(), owner.close()]);
  });

  it('declined by the bank, can be tried again by a button, and only the second try is paid', async () => {
    const timur = await shop.phoneOf('Timur');
    const number = await timur.buys(goods.cream);
    const cashier = await timur.opensCashier(number);
    await cashier.getByRole('button', { name: 'Отказ банка' }).click();
    await cashier.getByText('Банк отказал: не хватает денег.').waitFor();
    await timur.hears(`Оплата заказа № ${number} не прошла: на карте не хватило денег`);
    await timur.presses('Попробовать ещё раз');
    await timur.pays(number, 2);
    await timur.isPaid(number);
    await timur.close();
  });

  it('that comes after the deadline is accepted while the goods are still there, and the client is told so', async () => {
    const owner = await shop.office('owner');
    await owner.setsPaymentDeadline(5);
    const roman = await shop.phoneOf('Roman');
    await roman.starts();
    const number = await roman.buys(goods.candle);
    const cashier = await roman.opensCashier(number);
    await roman.hears(`Заказ № ${number} отменён: оплата не пришла вовремя`);
    await payAt(cashier);
    await roman.hears('Оплата пришла после срока, но товары ещё есть');
    await owner.setsPaymentDeadline(900);
    await Promise.all([roman.close(), owner.close()]);
  });
});

describe('a client who has said /stop', () => {
  it('still gets receipts, but no messages of automations', async () => {
    const vera = await shop.phoneOf('Vera');
    await vera.starts();
    await vera.types('/stop');
    await vera.hears('Остановлено. Придут только ответы на ваши сообщения и чеки');
    const number = await vera.buys(goods.oatSoap);
    await vera.pays(number);
    await vera.isPaid(number);
    const owner = await shop.office('owner');
    await owner.goes('automations');
    await owner.page.getByRole('link', { name: owner.say('web.watch.runs') }).click();
    const run = owner.page.locator('tbody tr').filter({ hasText: 'Вера Осипова' });
    await run.getByRole('link').click();
    const log = owner.page.getByRole('complementary', { name: owner.say('web.run.label') });
    await log.getByText('не отправлено').first().waitFor();
    expect(await vera.hasRead('спасибо за первый заказ')).toBe(false);
    await Promise.all([vera.close(), owner.close()]);
  });
});

describe('the people of the shop', () => {
  it('are told of new and of paid orders in Telegram', async () => {
    const manager = await shop.phoneOf('manager');
    await manager.hears('Новый заказ № 1001, 3 280 ₽. Анна Ковалёва. Ждёт оплаты.');
    await manager.hears('Оплачен заказ № 1001, 3 280 ₽');
    await manager.close();
  });

  it('read what a client has written on the client’s page, and their answer arrives in the chat', async () => {
    const owner = await shop.office('owner');
    const anna = await shop.phoneOf('Anna');
    await anna.types('Можно привезти завтра после шести?');
    await anna.hears('Передано сотрудникам магазина. Ответ придёт сюда.');
    await owner.page
      .getByRole('navigation', { name: owner.say('web.nav.label') })
      .getByText('1 непрочитанное сообщение')
      .waitFor({ state: 'attached' });
    await owner.opensClient('Анна Ковалёва');
    await owner.conversation().getByText('Можно привезти завтра после шести?').waitFor();
    await owner.page.getByRole('textbox', { name: owner.say('web.client.reply') }).fill('Да, привезём с 18 до 20.');
    await owner.button('web.client.send').click();
    await anna.hears('Да, привезём с 18 до 20.');
    await owner.page.getByText('1 непрочитанное сообщение').waitFor({ state: 'detached' });
    await Promise.all([anna.close(), owner.close()]);
  });
});

describe('an automation', () => {
  it('thanks for the first order, asks after its wait, takes the pressed button and tags the client', async () => {
    const anna = await shop.phoneOf('Anna');
    await anna.hears('Анна, спасибо за первый заказ');
    await anna.hears('Как всё прошло?');
    await anna.presses('Всё отлично');
    await anna.page.getByRole('status').filter({ hasText: 'Выбрано: Всё отлично' }).waitFor();
    const owner = await shop.office('owner');
    await owner.goes('automations');
    await owner.page.getByRole('link', { name: owner.say('web.watch.runs') }).click();
    const run = owner.page.locator('tbody tr').filter({ hasText: 'Анна Ковалёва' });
    await run.getByText('Дошёл до конца').waitFor();
    await run.getByRole('link').click();
    const log = owner.page.getByRole('complementary', { name: owner.say('web.run.label') });
    await log.getByText('Закончилось: Дошёл до конца').waitFor();
    expect(await log.getByRole('listitem').count()).toBeGreaterThan(6);
    await owner.page.getByRole('heading', { level: 1 }).getByRole('link', { name: 'Анна Ковалёва' }).click();
    await owner.clientCard().getByText('happy', { exact: true }).waitFor();
    await Promise.all([anna.close(), owner.close()]);
  });
});
