import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aShop, type Shop } from '#test/support/bot-chat.ts';
import { MANAGER, OWNER } from '#test/support/shop.ts';
import { t } from '#texts/index.ts';
import { tellContact } from '#use-cases/messages/tell-people.ts';
import { listTexts } from './list-texts.ts';
import { saveText } from './save-text.ts';

let shop: Shop;
let id = 700_000;

beforeAll(async () => {
  shop = await aShop();
});
afterAll(() => shop.close());

const save = (change: Parameters<typeof saveText>[1], actor = OWNER) =>
  shop.database.withBusiness(shop.businessId, actor, (tx) => saveText(tx, change));
const english = (key: string) => shop.tx(async (tx) => (await listTexts(tx)).find((one) => one.key === key)!.en.value);
const client = () => shop.client({ id: (id += 1), language: 'en' });

describe('the words of a business', () => {
  it('are heard with the next message, and the built-in ones come back', async () => {
    const anna = client();
    await save({ key: 'help.text', en: 'Ask <b>us</b>, {shop}.', ru: 'Спросите нас.' });
    await anna.says('/help');
    expect(anna.screen.map(({ text }) => text).join('\n')).toMatch(/Ask <b>us<\/b>, .+\./);
    await save({ key: 'help.text', en: null });
    await anna.says('/help');
    expect(anna.last.text).toContain('/catalog: choose goods');
    expect(await english('help.text')).toBeNull();
    expect((await shop.tx(listTexts)).find((one) => one.key === 'help.text')?.ru.value).toBe('Спросите нас.');
  });

  it('are not kept when they are the built-in ones', async () => {
    await save({ key: 'consent.yes', en: ' Yes, write ' });
    expect(await english('consent.yes')).toBeNull();
  });

  it('are set by the owner alone, for texts that there are, and only when they can be sent', async () => {
    await expect(save({ key: 'help.text', en: 'x' }, MANAGER)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(save({ key: 'staff.order_new', en: 'x' })).rejects.toMatchObject({ code: 'text_not_found' });
    await expect(save({ key: 'help.text', en: 'fine', ru: '<b>{shop}' })).rejects.toMatchObject({
      code: 'text_invalid',
      facts: { path: 'ru', problem: 'html' },
    });
    expect(await english('help.text')).toBeNull();
  });

  it('may name the keys of the keyboard anew, and the names of yesterday still open what they did', async () => {
    const anna = client();
    await save({ key: 'menu.orders', en: 'Purchases' });
    await anna.says('/start');
    expect(anna.screen[0]?.keys).toContain('Purchases');
    await save({ key: 'menu.orders', en: 'What I bought' });
    for (const label of ['Purchases', 'What I bought', 'My orders', 'Мои заказы']) {
      await anna.says(label);
      expect([label, anna.last.text]).toEqual([label, expect.stringContaining('No orders yet')]);
    }
    await save({ key: 'menu.orders', en: null });
    await anna.says('what i bought');
    expect(anna.last.text).toContain('No orders yet');
  });

  it('do not call two keys of the keyboard the same, nor one like a number or a command', async () => {
    for (const en of ['Catalogue', 'каталог', '/orders', '12', '…']) {
      await expect(save({ key: 'menu.orders', en })).rejects.toMatchObject({ facts: { path: 'en', problem: 'label' } });
    }
    await save({ key: 'menu.catalog', en: 'Shelf' });
    await expect(save({ key: 'menu.orders', ru: 'shelf' })).rejects.toMatchObject({ facts: { problem: 'label' } });
    await save({ key: 'menu.cart', en: 'Basket' });
    await save({ key: 'menu.cart_count', en: 'Basket ({pieces})' });
  });

  it('keep every form of a number', async () => {
    await save({ key: 'cart.count', en: { one: '{count} thing', other: '{count} things' } });
    expect(await english('cart.count')).toEqual({ one: '{count} thing', other: '{count} things' });
    await expect(save({ key: 'cart.count', en: 'things' })).rejects.toMatchObject({ facts: { problem: 'forms' } });
  });

  it('reach the messages about an order, and leave those alone that wait already', async () => {
    const anna = client();
    await anna.says('/start');
    const contactId = await anna.contactId();
    const tell = (key: string) =>
      shop.tx((tx) =>
        tellContact(tx, {
          contactId,
          key,
          class: 'receipt',
          words: (voice) => ({ text: t(voice, 'msg.order_processing', { number: 7 }) }),
        }),
      );
    await tell('before');
    await save({ key: 'msg.order_processing', en: 'We are wrapping No. {number} & more.' });
    await tell('after');
    const { rows } = await shop.database.owner.query(
      `select body from message where contact_id = $1 and class = 'receipt' order by created_at, id`,
      [contactId],
    );
    expect(rows.map((row) => row.body)).toEqual(['Order No. 7 is being packed.', 'We are wrapping No. 7 & more.']);
  });
});
