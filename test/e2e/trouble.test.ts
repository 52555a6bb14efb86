import { describe, expect, it } from '@jest/globals';
import { payAt, type Phone } from './support/phone.ts';
import { picture } from './support/look.ts';
import { goods, aShop } from './support/shop.ts';
import { until } from './support/until.ts';

const shop = aShop();

/** By its words, as a person does: the input itself lies under its picture. */
const makesTrouble = (phone: Phone, what: string) => phone.page.getByText(what, { exact: true }).click();

describe('a bad line to Telegram, made by the switches of the simulator', () => {
  it('loses no order and says nothing twice when updates come twice, answers are lost, slow or refused with 429', async () => {
    const anna = await shop.phoneOf('Anna');
    await anna.starts();
    await makesTrouble(anna, 'Доставлять дважды');
    await makesTrouble(anna, 'Терять ответы');
    await anna.puts(goods.serum);
    await makesTrouble(anna, 'Отвечать 429');
    await anna.opensCart();
    await anna.checksOut('Москва, Лесная улица, 5');
    const number = await anna.confirms();
    const log = anna.page.getByRole('log', { name: anna.say('web.phone.requests') });
    await log.getByText('429', { exact: true }).first().waitFor();
    await picture(anna.page, 'trouble-phone');
    await makesTrouble(anna, 'Медленная связь');
    await anna.pays(number);
    await anna.isPaid(number);
    await makesTrouble(anna, 'Медленная связь');
    await makesTrouble(anna, 'Терять ответы');
    await makesTrouble(anna, 'Доставлять дважды');
    const owner = await shop.office('owner');
    await owner.row(number).getByText('Оплачен', { exact: true }).waitFor();
    const { body } = await owner.api('GET', '/orders');
    expect((body['orders'] as unknown[]).length).toBe(1);
    expect(anna.page.troubles).toEqual([]);
    await Promise.all([anna.close(), owner.close()]);
  });
});

describe('money that comes after the deadline', () => {
  it('goes back when somebody else has the goods by then, and the client is told so', async () => {
    const owner = await shop.office('owner');
    await owner.setsPaymentDeadline(5);
    const roman = await shop.phoneOf('Roman');
    await roman.starts();
    await roman.puts(goods.cream);
    await roman.opensCart();
    await roman.presses('+');
    await roman.presses('+');
    await roman.hears('3 × ');
    await roman.checksOut('Москва, Лесная улица, 5');
    const late = await roman.confirms();
    const cashier = await roman.opensCashier(late);
    await roman.hears(`Заказ № ${late} отменён: оплата не пришла вовремя`);
    await owner.setsPaymentDeadline(900);
    const vera = await shop.phoneOf('Vera');
    await vera.starts();
    const number = await vera.buys(goods.cream);
    await vera.pays(number);
    await vera.isPaid(number);
    await payAt(cashier);
    await roman.hears(`Оплата заказа № ${late} пришла после срока, а товары уже разобрали.`);
    await roman.hears(`Возврат по заказу № ${late} отправлен`);
    await owner.goes('orders');
    const card = await owner.opensOrder(late);
    await card.getByText('Вернули').waitFor();
    await picture(owner.page, 'trouble-late-order');
    await Promise.all([roman.close(), vera.close(), owner.close()]);
  });
});

describe('the lists of the owner', () => {
  it('are narrowed by state and by search, and say when nothing is found', async () => {
    const owner = await shop.office('owner');
    const { body } = await owner.api('GET', '/orders?view=cancelled');
    const [cancelled] = body['orders'] as { number: number }[];
    await owner.page.getByRole('button', { name: /^Отменены/ }).click();
    await owner.row(String(cancelled!.number)).waitFor();
    await until('only the cancelled are listed', async () => (await owner.page.locator('tbody tr').count()) === 1);
    const search = owner.page.getByRole('searchbox', { name: owner.say('web.orders.search') });
    await search.fill('Вера');
    await owner.page.getByText(owner.say('web.orders.nothing')).waitFor();
    await picture(owner.page, 'trouble-nothing-found');
    await owner.page.getByRole('button', { name: /^Все/ }).first().click();
    await owner.page.locator('tbody tr').filter({ hasText: 'Вера' }).first().waitFor();
    await search.fill('+7 927 000-01-01');
    await owner.page.locator('tbody tr').filter({ hasText: 'Анна' }).first().waitFor();
    expect(await owner.page.locator('tbody tr').filter({ hasText: 'Вера' }).count()).toBe(0);
    await owner.goes('clients');
    await owner.page.getByRole('searchbox', { name: owner.say('web.clients.search') }).fill('никого такого');
    await owner.page.getByText(owner.say('web.clients.nothing')).waitFor();
    await owner.close();
  });
});

describe('a product that two people edit at once', () => {
  it('keeps both versions until one is chosen, in both languages', async () => {
    const owner = await shop.office('owner');
    const manager = await shop.office('manager', { language: 'en' });
    const mine = await owner.opensProduct('Скраб с морской солью');
    const theirs = await manager.opensProduct('Sea salt scrub');
    await mine.getByRole('textbox', { name: 'Название на русском' }).fill('Скраб «Штиль»');
    await theirs.getByRole('textbox', { name: manager.say('web.product.name_en') }).fill('Sea salt scrub, calm');
    await manager.button('web.save', theirs).click();
    await manager.page.getByText(manager.say('web.saved')).first().waitFor();
    await owner.button('web.save', mine).click();
    await mine.getByText(owner.say('web.product.conflict')).waitFor();
    await picture(owner.page, 'trouble-conflict');
    expect(await mine.getByRole('textbox', { name: 'Название на русском' }).inputValue()).toBe('Скраб «Штиль»');
    await owner.button('web.product.keep_mine', mine).click();
    await mine.getByRole('heading', { name: 'Скраб «Штиль»' }).waitFor();
    await Promise.all([owner.close(), manager.close()]);
  });
});
