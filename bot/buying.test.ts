import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aShop, type Shop } from '#test/support/bot-chat.ts';

type Client = ReturnType<Shop['client']>;
type Goods = { productId: string; variantId: string; variantIds: string[] };

let shop: Shop;
let soap: Goods;
let id = 900_000;

beforeAll(async () => {
  shop = await aShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  const category = await shop.category(`Мыло ${(id += 1)}`);
  soap = await category.product(
    'Кедровое',
    [
      { name: '100 г', rub: 390, stock: 7 },
      { name: '250 г', rub: 790, stock: 3 },
    ],
    true,
  );
});

const newClient = (facts: { name?: string; language?: string } = {}) => shop.client({ id: (id += 1), ...facts });
const sql = (query: string, ...params: unknown[]) => shop.database.owner.query(query, params);

async function withCart(client: Client = newClient()): Promise<Client> {
  await client.says(`/start p_${Buffer.from(soap.productId.replaceAll('-', ''), 'hex').toString('base64url')}`);
  await client.presses('100 г');
  await client.says('/cart');
  return client;
}

async function atSummary(client: Client): Promise<Client> {
  await client.presses('Оформить');
  await client.presses('Анна');
  await client.says('8 912 345 67 89');
  await client.presses('Курьер');
  await client.says('Казань, Баумана 1, кв. 5');
  await client.presses('Пропустить');
  return client;
}

const orderCount = async (client: Client) =>
  Number((await sql('select count(*) from "order" where contact_id = $1', await client.contactId())).rows[0].count);

describe('starting', () => {
  it('greets, opens the product of the link, asks once about news, and keeps where the client came from', async () => {
    const anna = await withCart();
    expect(anna.screen[0]?.keys).toEqual(['Каталог', 'Корзина', 'Мои заказы', 'Помощь и настройки']);
    expect(anna.screen[1]?.photo).toMatch(/^takt-photo:/);
    expect(anna.screen[1]?.text).toContain('250 г: осталось 3 шт.');
    expect(anna.screen[2]?.text).toContain('новинках');
    await anna.presses('Нет, не нужно');
    await anna.says('/start');
    expect(anna.last.text).toContain('С возвращением');
    const { rows } = await sql(
      'select source_payload, marketing_consent from contact where id = $1',
      await anna.contactId(),
    );
    expect(rows[0]).toMatchObject({ source_payload: expect.stringMatching(/^p_/), marketing_consent: false });
    const changes = await sql(
      'select field, cause from contact_change where contact_id = $1 order by changed_at, id',
      await anna.contactId(),
    );
    expect(changes.rows.map((row) => row.field)).toEqual(['name', 'language', 'sourcePayload', 'marketingConsent']);
  });

  it('asks for the language when it cannot be guessed, and says so again when text comes', async () => {
    const client = newClient({ language: 'de' });
    await client.says('/start');
    expect(client.last.text).toContain('Which language');
    await client.says('Hallo');
    expect(client.last.text).toContain('Choose a language with a button');
    await client.presses('English');
    expect(client.screen.some((one) => one.keys.includes('Catalogue'))).toBe(true);
  });

  it('stops, says what still comes, and resumes', async () => {
    const client = newClient();
    await client.says('/stop');
    await client.says('/stop');
    expect(client.last.text).toContain('уже остановлены');
    await client.presses('Возобновить');
    const events = await sql(
      'select type from event where contact_id = $1 order by stream_seq',
      await client.contactId(),
    );
    expect(events.rows.map((row) => row.type)).toEqual(['contact.stopped', 'contact.resumed']);
  });

  it('notes a block and its end once each', async () => {
    const client = newClient();
    await client.blocks(true);
    await client.blocks(true);
    await client.blocks(false);
    const events = await sql(
      'select type from event where contact_id = $1 order by stream_seq',
      await client.contactId(),
    );
    expect(events.rows.map((row) => row.type)).toEqual(['contact.unreachable', 'contact.reachable']);
  });
});

describe('the catalogue', () => {
  it('shows sections, products with their price, and what is sold out', async () => {
    await sql('update variant set on_hand = 0 where id = $1', soap.variantIds[1]);
    const client = newClient();
    await client.says('Каталог');
    await client.presses(`Мыло ${id - 1}`);
    expect(client.last.buttons[0]?.[0]?.text).toBe('Кедровое, от 390\u00a0₽');
    await client.presses('Кедровое');
    expect(client.last.buttons[0]?.map((button) => button.text)).toEqual(['100 г, 390\u00a0₽', '250 г, нет в наличии']);
    await client.presses('250 г');
    expect(client.toasts.at(-1)).toBe('Нет в наличии');
  });

  it('says that a hidden product is no longer sold', async () => {
    const client = await withCart();
    await sql('update product set hidden = true where id = $1', soap.productId);
    await client.presses('250 г');
    expect(client.toasts.at(-1)).toContain('больше нет в продаже');
  });
});

describe('the cart', () => {
  it('changes in place with plus and minus, up to what is in stock', async () => {
    const client = await withCart();
    const message = client.last;
    await client.presses('+');
    expect(message.text).toContain('2 × 390');
    for (let n = 0; n < 6; n += 1) await client.presses('+');
    expect(message.text).toContain('7 × 390');
    expect(client.toasts.at(-1)).toBe('В наличии 7 шт. Больше добавить нельзя.');
    for (let n = 0; n < 7; n += 1) await client.presses('−');
    expect(message.text).toContain('Пока пусто');
    expect(client.last).toBe(message);
  });

  it('takes a typed number, and explains what it cannot take', async () => {
    const client = await withCart();
    await client.presses('1 шт.');
    for (const [text, said] of [
      ['-2', 'от нуля'],
      ['много', 'целое число'],
      ['1,5', 'целое число'],
      ['100000000000', 'до 999'],
      ['50', 'В наличии 7'],
    ] as const) {
      await client.says(text);
      expect(client.last.text).toContain(said);
    }
    await client.sends({ sticker: { file_id: 'x' } });
    expect(client.last.text).toContain('целое число');
    await client.says('3 шт');
    expect(client.last.text).toContain('3 × 390');
    await client.presses('3 шт.');
    await client.says('0');
    expect(client.last.text).toContain('Пока пусто');
  });

  it('is cleared only after asking', async () => {
    const client = await withCart();
    await client.presses('Очистить');
    await client.presses('Оставить');
    expect(client.last.text).toContain('1 × 390');
    await client.presses('Очистить корзину');
    await client.presses('Очистить');
    expect(client.last.text).toContain('Пока пусто');
  });

  it('answers an old button of a line that is gone, and changes nothing', async () => {
    const client = await withCart();
    const old = structuredClone(client.last);
    await client.presses('Убрать');
    await client.presses('+', old);
    expect(client.toasts.at(-1)).toBe('Этого товара уже нет в корзине.');
    expect(client.last.text).toContain('Пока пусто');
  });
});

describe('checkout', () => {
  it('asks for name, phone, delivery and comment, and places the order', async () => {
    const client = await atSummary(await withCart());
    expect(client.last.text).toContain('+7\u00a0912\u00a0345-67-89');
    expect(client.last.text).toContain('Итого: 690\u00a0₽');
    await client.presses('Подтвердить, 690');
    expect(client.last.text).toMatch(/Заказ № \d+ принят/);
    expect(client.last.keys).toContain('Корзина');
    const { rows } = await sql(
      'select customer_name, customer_phone, delivery_address, total_minor from "order" where contact_id = $1',
      await client.contactId(),
    );
    expect(rows).toEqual([
      {
        customer_name: 'Анна',
        customer_phone: '+79123456789',
        delivery_address: 'Казань, Баумана 1, кв. 5',
        total_minor: '69000',
      },
    ]);
  });

  it('offers pick-up times of the shop that have not begun', async () => {
    const client = await withCart();
    await client.presses('Оформить');
    await client.says('Анна Петровна');
    await client.sharesContact('79120000000');
    await client.presses('Самовывоз');
    await client.presses('сб 21');
    // 12:00 in Moscow: the slot from 12 has begun.
    expect(
      client.last.buttons
        .flat()
        .map((button) => button.text)
        .slice(0, 3),
    ).toEqual(['14:00–16:00', '16:00–18:00', '18:00–20:00']);
    await client.presses('16:00');
    await client.says('Позвоните заранее <3');
    expect(client.last.text).toContain('16:00–18:00');
    expect(client.last.text).toContain('&lt;3');
    await client.presses('Подтвердить, 390');
    expect(await orderCount(client)).toBe(1);
  });

  it('changes every line of the summary', async () => {
    const client = await atSummary(await withCart());
    await client.presses('Имя');
    await client.says('Мария');
    await client.presses('Телефон');
    await client.says('+44 7700 900123');
    await client.presses('Доставка');
    await client.presses('Самовывоз');
    await client.presses('вс 22');
    await client.presses('10:00');
    await client.presses('Комментарий');
    await client.says('Без пакета');
    for (const part of ['Мария', '+447700900123', 'вс 22', '10:00–12:00', 'Без пакета', 'Итого: 390'])
      expect(client.last.text).toContain(part);
    await client.presses('Имя');
    await client.presses('Оставить как было');
    expect(client.last.text).toContain('Мария');
  });

  it('refuses a name, a phone and an address that cannot be right, in words', async () => {
    const client = await withCart();
    await client.presses('Оформить');
    await client.says('12345');
    expect(client.last.text).toContain('Нужно имя');
    await client.says('Анна');
    for (const phone of ['привет', '123', '+7 912']) {
      await client.says(phone);
      expect(client.last.text).toContain('Нужен номер целиком');
    }
    await client.sharesContact('+79120000000', 1);
    expect(client.last.text).toContain('другого человека');
    await client.says('9120000000');
    await client.presses('Курьер');
    await client.says('дом');
    expect(client.last.text).toContain('Нужен адрес');
  });

  it('explains text where a button was expected and asks again', async () => {
    const client = await withCart();
    await client.presses('Оформить');
    await client.presses('Анна');
    await client.says('89120000000');
    await client.says('а можно почтой?');
    expect(client.screen.at(-2)?.text).toContain('Здесь нужен выбор кнопкой');
    expect(client.last.text).toBe('Как получить заказ?');
  });

  it('makes one order of two confirms', async () => {
    const client = await atSummary(await withCart());
    const summary = structuredClone(client.last);
    await client.presses('Подтвердить', summary);
    await client.presses('Подтвердить', summary);
    expect(client.toasts.at(-1)).toMatch(/уже оформлен/);
    expect(await orderCount(client)).toBe(1);
  });

  it('shows a changed price and asks again before it sells', async () => {
    const client = await atSummary(await withCart());
    await sql('update variant set price_minor = 45000 where id = $1', soap.variantId);
    await client.presses('Подтвердить');
    expect(client.last.text).toContain('было 390\u00a0₽, теперь 450\u00a0₽');
    expect(await orderCount(client)).toBe(0);
    await client.presses('Да, по новым ценам');
    expect(client.last.text).toContain('Итого: 750\u00a0₽');
    await client.presses('Подтвердить, 750');
    expect(await orderCount(client)).toBe(1);
  });

  it('tells what sold out between summary and confirm, and goes on with what is left', async () => {
    const client = await withCart();
    for (let n = 0; n < 3; n += 1) await client.presses('+');
    await atSummary(client);
    await sql('update variant set on_hand = 2 where id = $1', soap.variantId);
    await client.presses('Подтвердить');
    expect(client.last.text).toContain('нужно 4, есть 2');
    await client.presses('Оставить, что есть');
    await client.presses('Подтвердить, 1\u00a0080');
    expect(await orderCount(client)).toBe(1);
  });

  it('tells that a product was hidden, and takes it out of the cart', async () => {
    const client = await atSummary(await withCart());
    await sql('update product set hidden = true where id = $1', soap.productId);
    await client.presses('Подтвердить');
    expect(client.last.text).toContain('закончилось');
    await client.presses('Оставить, что есть');
    expect(client.last.text).toContain('Пока пусто');
    expect(await orderCount(client)).toBe(0);
  });

  it('never places another sum than the one on the button', async () => {
    const client = await atSummary(await withCart());
    const summary = structuredClone(client.last);
    await client.presses('Товары');
    await client.presses('+');
    await client.presses('Подтвердить', summary);
    expect(await orderCount(client)).toBe(0);
    expect(client.toasts.at(-1)).toContain('Корзина изменилась');
  });

  it('asks for another time when the chosen one has passed', async () => {
    const client = await withCart();
    await client.presses('Оформить');
    await client.presses('Анна');
    await client.says('89120000000');
    await client.presses('Самовывоз');
    await client.presses('сб 21');
    await client.presses('14:00');
    await client.presses('Пропустить');
    const before = shop.now;
    shop.now = new Date('2026-11-21T14:00:00Z');
    await client.presses('Подтвердить');
    expect(client.toasts.at(-1)).toContain('уже прошло');
    expect(client.last.text).toContain('Когда будет удобно');
    shop.now = before;
  });

  it('explains the buttons of a checkout that was left', async () => {
    const client = await atSummary(await withCart());
    const summary = structuredClone(client.last);
    await client.presses('Отменить оформление');
    expect(client.last.text).toContain('Товары остались в корзине');
    await client.presses('Подтвердить', summary);
    expect(client.toasts.at(-1)).toContain('уже закрыто');
    expect(await orderCount(client)).toBe(0);
  });
});

describe('orders, other people’s buttons and free text', () => {
  async function ordered(): Promise<Client> {
    const client = await atSummary(await withCart());
    await client.presses('Подтвердить');
    return client;
  }

  it('lists own orders with their state, and shows the card', async () => {
    const client = await ordered();
    await client.says('/orders');
    expect(client.last.buttons[0]?.[0]?.text).toMatch(/^№ \d+, 690\u00a0₽, Ждёт оплаты$/);
    await client.presses('№');
    expect(client.last.text).toContain('Готовим ссылку на оплату');
    await sql(`update payment_attempt set state = 'pending', confirmation_url = 'https://pay.example/1'`);
    await client.says('/orders');
    await client.presses('№');
    expect(client.last.buttons[0]?.[0]).toEqual({ text: 'Оплатить 690\u00a0₽', url: 'https://pay.example/1' });
    await sql(`update payment_attempt set state = 'canceled', settled_at = now()`);
    await client.says('/orders');
    await client.presses('№');
    await client.presses('Оплатить ещё раз');
    expect(client.toasts.at(-1)).toContain('новую ссылку');
  });

  it('shows nothing of another client’s order, and pays nothing for it', async () => {
    const owner = await ordered();
    await owner.says('/orders');
    const card = owner.last.buttons[0]?.[0]?.callback_data ?? '';
    const stranger = newClient();
    await stranger.says('/start');
    await stranger.pressesData(card);
    expect(stranger.toasts.at(-1)).toContain('среди ваших нет');
    await stranger.pressesData(card.replace(/^o:/, 'rp:'));
    expect(stranger.toasts.at(-1)).toContain('среди ваших нет');
  });

  it('answers a button it does not know', async () => {
    const client = newClient();
    await client.says('/start');
    await client.pressesData('x:rubbish');
    await client.pressesData('m:AZs:yes');
    await client.pressesData('m:AZOgAAAAcACAAAAAAAAAAQ:yes');
    expect(client.toasts).toHaveLength(3);
    for (const said of client.toasts) expect(said).toContain('больше не действует');
  });

  it('explains an unknown command', async () => {
    const client = newClient();
    await client.says('/dance <b>now');
    expect(client.last.text).toContain('Команды /dance здесь нет');
  });

  it('passes free text on, and says so at most once in ten minutes', async () => {
    const client = newClient();
    await client.says('Есть ли подарочная упаковка?');
    await client.says('И открытка?');
    expect(client.screen.map((one) => one.text)).toEqual(['Передано сотрудникам магазина. Ответ придёт сюда.']);
    await client.sends({ sticker: { file_id: 'x' } });
    expect(client.last.text).toContain('напишите его словами');
    const { rows } = await sql(
      'select body from incoming_message where contact_id = $1 order by update_id',
      await client.contactId(),
    );
    expect(rows.map((row) => row.body)).toEqual(['Есть ли подарочная упаковка?', 'И открытка?', '[прислано: стикер]']);
  });
});
