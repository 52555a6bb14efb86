import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inMoscow } from '#test/support/salon.ts';
import { aSalonChat, labels, text, type SalonChat, type SalonClient } from '#test/support/salon-chat.ts';

let chat: SalonChat;
beforeAll(async () => {
  chat = await aSalonChat();
});
afterAll(() => chat.close());
beforeEach(() => chat.afresh());

describe('booking a visit', () => {
  it('leads from a service to a card of the visit, and names everything before it is confirmed', async () => {
    const client = chat.newClient();
    await client.says('/start');
    expect(client.screen[0]?.keys).toEqual(['Записаться', 'Мои записи', 'Помощь и настройки']);
    await client.says('Записаться');
    expect(labels(client)).toEqual([
      'Маникюр, от 2 000 ₽',
      'Окрашивание, от 6 000 ₽',
      'Йога, 800 ₽',
      'Не записываться',
    ]);
    await client.presses('Маникюр');
    expect(text(client)).toBe('<b>Маникюр</b>\n\nот 2 000 ₽ до 2 500 ₽, 1 час\nу нас');
    await client.presses('Записаться');
    await client.presses('Дизайн, +500');
    expect(labels(client)[0]).toMatch(/^✓ Дизайн/);
    await client.presses('Дальше');
    expect(text(client)).toContain('Маникюр + Дизайн: от 2 500 ₽, 1 час 30 минут');
    await client.presses('Выбрать время');
    expect(labels(client)).toEqual(['Кто свободен', 'Анна, 2 500 ₽', 'Дина, 3 000 ₽', '‹ Назад', 'Не записываться']);
    await client.presses('Анна');
    expect(client.last.buttons[0]?.map((one) => one.text)).toEqual(['·', 'Ноябрь 2026', '›']);
    expect(client.last.buttons[1]?.map((one) => one.text)).toEqual(['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']);
    // Today is Saturday the 21st; weeks that have passed are not there, Sundays are closed.
    expect(client.last.buttons.slice(2, 5).map((week) => week.map((one) => one.text).join(' '))).toEqual([
      '· · · · · 21 ·',
      '23 24 25 26 27 28 ·',
      '30 · · · · · ·',
    ]);
    await client.presses('23');
    expect(text(client)).toContain('пн 23 нояб.');
    // An hour and a half, lunch from 14:00: the last before it begins at 12:30.
    expect(labels(client).slice(0, 6)).toEqual(['10:00', '10:30', '11:00', '11:30', '12:00', '12:30']);
    expect(labels(client)[6]).toBe('15:00');
    await client.presses('11:00');
    expect(client.last.keys).toEqual(['Отправить мой номер', 'На шаг назад', 'Не записываться']);
    await client.says('8 912 345 67 89');
    await client.says('Ногти <короткие>');
    expect(text(client)).toBe(
      '<b>Проверьте запись</b>\nМаникюр: Анна, 2 500 ₽\nс дополнениями: Дизайн\n\n<b>пн 23 нояб., 11:00</b>, 1 час 30 минут\n' +
        'Где: Салон, ул. Кедровая, 12\nТелефон: +7 912 345-67-89\nПожелания: Ногти &lt;короткие&gt;\n\n' +
        'Отменить или перенести можно до вс 22 нояб., 23:00.',
    );
    await client.presses('Записаться, 2');
    expect(text(client)).toContain('<b>Вы записаны, ждём вас</b>');
    expect(labels(client)).toEqual(['Перенести', 'Отменить', 'В календарь', 'Мои записи']);
    expect(client.last.buttons.flat().find((one) => one.text === 'В календарь')?.url).toMatch(
      /\/api\/calendar\/v1\.[\w-]+\.ics$/,
    );
    expect(await chat.bookings(client)).toMatchObject([
      {
        state: 'confirmed',
        startsAt: inMoscow('2026-11-23T11:00'),
        price: 250_000,
        phone: '+79123456789',
        comment: 'Ногти <короткие>',
        staff: ['Анна'],
      },
    ]);
  });

  it('goes back step by step, and keeps what was answered before', async () => {
    const client = await chat.atSummary();
    await client.presses('‹ Назад');
    expect(text(client)).toContain('Есть пожелания');
    await client.presses('‹ Назад');
    expect(text(client)).toContain('+7 912 345-67-89?');
    await client.presses('‹ Назад');
    expect(text(client)).toContain('Во сколько?');
    await client.presses('Другой день');
    await client.presses('‹ Назад');
    expect(text(client)).toContain('к кому записать вас?');
    await client.presses('‹ Назад');
    expect(text(client)).toContain('Ваш визит');
    await client.presses('‹ Назад');
    expect(text(client)).toContain('добавить что-нибудь?');
    await client.presses('‹ Назад');
    expect(text(client)).toContain('Выберите услугу');
    expect(labels(client)).not.toContain('‹ Назад');
    // The number and the wishes are still known: after another time the summary comes at once.
    await client.presses('Окрашивание');
    await client.presses('Записаться');
    await client.presses('Выбрать время');
    await client.presses('24');
    await client.presses('10:00');
    expect(text(client)).toContain('Окрашивание: Дина, от 6 000 ₽ до 9 000 ₽');
    expect(text(client)).toContain('2 часа 30 минут');
  });

  it('takes several services one after another, each with its own person', async () => {
    const client = chat.newClient();
    await client.says('/book');
    await client.presses('Маникюр');
    await client.presses('Записаться');
    await client.presses('Дальше');
    await client.presses('Добавить услугу');
    await client.presses('Йога');
    await client.presses('Записаться');
    expect(client.toasts.at(-1)).toContain('по отдельности');
    await client.presses('‹ Назад');
    await client.presses('Окрашивание');
    await client.presses('Записаться');
    expect(labels(client)).toContain('Убрать: Маникюр');
    await client.presses('Выбрать время');
    expect(text(client)).toContain('<b>Маникюр</b>: к кому');
    await client.presses('Анна');
    await client.presses('23');
    await client.presses('10:00');
    await client.says('+44 7700 900123');
    await client.presses('Пропустить');
    expect(text(client)).toContain('Маникюр: Анна, 2 000 ₽\nОкрашивание: Дина, от 6 000 ₽ до 9 000 ₽');
    expect(text(client)).toContain('Всего: от 8 000 ₽ до 11 000 ₽');
    await client.presses('Записаться, от');
    expect(await chat.bookings(client)).toMatchObject([{ staff: ['Анна', 'Дина'], price: 800_000 }]);
  });

  it('says who it will be when anybody will do, and books that very person at that price', async () => {
    await chat.salon.books(await chat.salon.client(), '2026-11-23T10:00');
    const client = await chat.atSummary(undefined, 'Кто свободен');
    expect(text(client)).toContain('Маникюр: Дина, 2 500 ₽');
    await client.presses('Записаться, 2');
    expect(await chat.bookings(client)).toMatchObject([{ staff: ['Дина'], price: 250_000 }]);
  });

  it('asks again when another person or another price would be booked than the one shown', async () => {
    const client = await chat.atSummary(undefined, 'Кто свободен');
    expect(text(client)).toContain('Анна, 2 000 ₽');
    await chat.salon.books(await chat.salon.client(), '2026-11-23T10:00');
    await client.presses('Записаться, 2');
    expect(client.toasts.at(-1)).toContain('изменились');
    expect(text(client)).toContain('Дина, 2 500 ₽');
    expect(await chat.bookings(client)).toEqual([]);
    await chat.sql(
      'update staff_service set price_minor = 270000 where staff_id = $1 and service_id = $2',
      chat.salon.staff.dina,
      chat.salon.services.manicure,
    );
    await client.presses('Записаться, 2');
    expect(text(client)).toContain('Дина, 2 700 ₽');
    expect(await chat.bookings(client)).toEqual([]);
    await client.presses('Записаться, 2');
    expect(await chat.bookings(client)).toMatchObject([{ staff: ['Дина'], price: 270_000 }]);
    await chat.sql(
      'update staff_service set price_minor = 250000 where staff_id = $1 and service_id = $2',
      chat.salon.staff.dina,
      chat.salon.services.manicure,
    );
  });

  it('offers the number that is known, and takes another one', async () => {
    const client = await chat.booked();
    await client.says('/book');
    await client.presses('Выбрать другое');
    await client.presses('Маникюр');
    await client.presses('Записаться');
    await client.presses('Дальше');
    await client.presses('Выбрать время');
    await client.presses('Анна');
    await client.presses('24');
    await client.presses('10:00');
    expect(labels(client)[0]).toBe('Да, +7 912 345-67-89');
    await client.presses('Указать другой');
    for (const wrong of ['привет', '123']) {
      await client.says(wrong);
      expect(text(client)).toContain('Нужен номер целиком');
    }
    await client.sharesContact('+79120000000', 1);
    expect(text(client)).toContain('другого человека');
    await client.sharesContact('79990001122');
    await client.presses('Пропустить');
    expect(text(client)).toContain('+7 999 000-11-22');
  });

  it('changes time, number and wishes from the summary, and comes back to it', async () => {
    const client = await chat.atSummary();
    await client.presses('Пожелания');
    await client.says('Тихо, пожалуйста');
    await client.presses('Телефон');
    await client.says('+44 7700 900123');
    await client.presses('Время');
    await client.presses('‹ Назад');
    await client.presses('Время');
    await client.presses('24');
    await client.presses('15:00');
    expect(text(client)).toContain('вт 24 нояб., 15:00');
    expect(text(client)).toContain('+447700900123');
    expect(text(client)).toContain('Тихо, пожалуйста');
  });

  it('puts the client’s own clock beside that of the place when they differ', async () => {
    const client = chat.newClient();
    await client.says('/start');
    await chat.sql(`update contact set time_zone = 'Asia/Yekaterinburg' where id = $1`, await client.contactId());
    await chat.atTimes(client);
    expect(text(client)).toContain('по часам места, сейчас там 12:00');
    await client.presses('10:00');
    await client.says('89123456789');
    await client.presses('Пропустить');
    expect(text(client)).toContain('пн 23 нояб., 10:00 по времени места; у вас 12:00');
  });

  it('explains text where a button was expected and asks again', async () => {
    const client = await chat.atTimes();
    await client.says('а можно в пять?');
    expect(client.screen.at(-2)?.text).toContain('Здесь нужен выбор кнопкой');
    expect(text(client)).toContain('Во сколько?');
    await client.sends({ sticker: { file_id: 'x' } });
    expect(text(client)).toContain('Во сколько?');
  });

  it('explains buttons of another step, and of a booking that was left', async () => {
    const client = await chat.atTimes();
    const times = structuredClone(client.last);
    await client.presses('10:00');
    await client.presses('11:00', times);
    expect(client.toasts.at(-1)).toContain('от другого шага');
    await client.says('Не записываться');
    expect(text(client)).toContain('Записаться можно в любой момент');
    expect(client.last.keys).toContain('Записаться');
    await client.presses('11:00', times);
    expect(client.toasts.at(-1)).toContain('уже закрыта');
    expect(await chat.bookings(client)).toEqual([]);
  });

  it('goes on after the client has blocked the bot and come back', async () => {
    const client = await chat.atSummary();
    await client.blocks(true);
    const { rows } = await chat.sql('select unreachable_at from contact where id = $1', await client.contactId());
    expect(rows[0].unreachable_at).not.toBeNull();
    await client.blocks(false);
    await client.presses('Записаться, 2');
    expect(await chat.bookings(client)).toHaveLength(1);
  });

  it('says that there is nothing to book while no service has anybody who gives it', async () => {
    await chat.sql('update staff set hidden = true');
    const client = chat.newClient();
    await client.says('/book');
    expect(text(client)).toContain('Записаться пока не на что');
    await client.says('/start');
    expect(client.screen.flatMap((one) => one.keys)).not.toContain('Записаться');
    await chat.sql('update staff set hidden = false');
  });

  it('begins anew, with a word about it, when the service is taken off meanwhile', async () => {
    const client = await chat.atTimes();
    await chat.sql('update service set hidden = true where id = $1', chat.salon.services.manicure);
    await client.presses('10:00');
    expect(client.toasts.at(-1)).toContain('Этой услуги больше нет');
    expect(text(client)).toContain('Выберите услугу');
    await chat.sql('update service set hidden = false where id = $1', chat.salon.services.manicure);
  });
});

describe('times that are gone', () => {
  it('offers the three nearest free times when one was taken a second ago, and loses nothing that was typed', async () => {
    const client = await chat.atTimes();
    await client.presses('11:00');
    await client.says('89123456789');
    await client.says('Без музыки');
    await chat.salon.books(await chat.salon.client(), '2026-11-23T11:00');
    await client.presses('Записаться, 2');
    expect(client.toasts.at(-1)).toContain('только что заняли');
    expect(labels(client).slice(0, 3)).toEqual(['пн 23 нояб., 10:00', 'пн 23 нояб., 12:00', 'пн 23 нояб., 12:30']);
    expect(labels(client)).toContain('Ноябрь 2026');
    await client.presses('пн 23\u00a0нояб., 12:00');
    expect(text(client)).toContain('Без музыки');
    await client.presses('Записаться, 2');
    expect(await chat.bookings(client)).toMatchObject([
      { startsAt: inMoscow('2026-11-23T12:00'), comment: 'Без музыки' },
    ]);
  });

  it('tells at once when a time of an old screen is taken', async () => {
    const client = await chat.atTimes();
    await chat.salon.books(await chat.salon.client(), '2026-11-23T10:00');
    await client.presses('10:00');
    expect(client.toasts.at(-1)).toContain('только что заняли');
    expect(text(client)).toContain('ближайшее свободное');
  });

  it('shows the month when the day of an old button has passed', async () => {
    const client = await chat.atPerson();
    await client.presses('Анна');
    const month = structuredClone(client.last);
    chat.shop.now = inMoscow('2026-11-24T09:00');
    await client.presses('23', month);
    expect(text(client)).toContain('В этот день свободного времени уже нет');
    await client.pressesData('bd:2020-01-01:1');
    expect(text(client)).toContain('В этот день свободного времени уже нет');
  });

  it('refuses a time that has passed, and one that no screen offers', async () => {
    const client = await chat.atTimes();
    const times = structuredClone(client.last);
    chat.shop.now = inMoscow('2026-11-23T10:30');
    await client.presses('10:00', times);
    expect(client.toasts.at(-1)).toContain('уже прошло');
    await client.pressesData('bi:1');
    expect(client.toasts.at(-1)).toContain('уже прошло');
    await client.pressesData('bi:zzzzzzz');
    expect(await chat.bookings(client)).toEqual([]);
  });

  it('makes one booking of two confirms', async () => {
    const client = await chat.atSummary();
    const summary = structuredClone(client.last);
    await client.presses('Записаться, 2', summary);
    await client.presses('Записаться, 2', summary);
    expect(client.toasts.at(-1)).toMatch(/Запись № \d+ уже создана/);
    expect(await chat.bookings(client)).toHaveLength(1);
  });
});

describe('a class for a group', () => {
  const yoga = async (client: SalonClient = chat.newClient()) => {
    await client.says('/book');
    await client.presses('Йога');
    expect(text(client)).toContain('занятие в группе, 2 места');
    await client.presses('Записаться');
    await client.presses('23');
    return client;
  };

  it('says how many seats are left, and fills the last one once', async () => {
    await chat.salon.books(await chat.salon.client(), '2026-11-23T10:00', { serviceId: chat.salon.services.yoga });
    const [one, other] = [await yoga(), await yoga()];
    expect(labels(one).slice(0, 2)).toEqual(['10:00, 1 место', '11:00, 2 места']);
    for (const client of [one, other]) {
      await client.presses('10:00');
      await client.says('89123456789');
      await client.presses('Пропустить');
    }
    await one.presses('Записаться, 800');
    await other.presses('Записаться, 800');
    expect(await chat.bookings(one)).toHaveLength(1);
    expect(await chat.bookings(other)).toEqual([]);
    expect(text(other)).toContain('только что заняли');
    expect(labels(other)[0]).toContain('11:00');
  });
});

describe('services given in several ways', () => {
  it('asks for the format and the place only where there is a choice, and shows a photo', async () => {
    const { rows } = await chat.sql(
      `insert into place (id, business_id, name, address, time_zone, position, created_at)
       values (gen_random_uuid(), $1, '{"ru":"Студия","en":"Studio"}', '{"ru":"Набережная, 1","en":"1 Quay"}', 'Asia/Yekaterinburg', 2, now()) returning id`,
      chat.shop.businessId,
    );
    const photo = await chat.sql(
      `insert into photo (id, business_id, content, mime, created_at) values (gen_random_uuid(), $1, '\\x00', 'image/png', now()) returning id`,
      chat.shop.businessId,
    );
    const vera = await chat.salon.person('Вера', 3);
    await chat.sql('update staff set place_id = $1 where id = $2', rows[0].id, vera);
    const advice = await chat.salon.service({
      name: { ru: 'Консультация', en: 'Advice' },
      rub: 0,
      minutes: 45,
      format: 'both',
      by: [{ staffId: chat.salon.staff.dina }, { staffId: vera }],
      inCategory: null,
    });
    await chat.sql('update service set photo_id = $1 where id = $2', photo.rows[0].id, advice);
    const client = chat.newClient();
    await client.says('/book');
    expect(labels(client)).toEqual(['Красота', 'Другие услуги', 'Не записываться']);
    await client.presses('Другие услуги');
    await client.presses('Консультация, бесплатно');
    expect(client.last.photo).toMatch(/^takt-photo:/);
    expect(text(client)).toContain('бесплатно, 45 минут\nу нас или онлайн');
    const card = client.last;
    await client.presses('Записаться');
    expect(card.buttons).toEqual([]);
    await client.presses('Выбрать время');
    expect(text(client)).toContain('Как вам удобнее?');
    await client.presses('Онлайн');
    expect(text(client)).toContain('<b>Студия</b>: Набережная, 1');
    await client.presses('‹ Назад');
    await client.presses('Прийти к нам');
    await client.presses('Студия');
    // One person there: nothing to ask.
    await client.presses('23');
    await client.presses('10:00');
    await client.says('89123456789');
    await client.presses('Пропустить');
    expect(text(client)).toContain('Где: Студия, Набережная, 1');
    await client.presses('Записаться, бесплатно');
    expect(await chat.bookings(client)).toMatchObject([
      { staff: ['Вера'], startsAt: new Date('2026-11-23T05:00:00Z') },
    ]);
    await chat.sql('update service set hidden = true where id = $1', advice);
  });
});

describe('a client who begins something else when asked for a number', () => {
  it.each(['/book', '/catalog'])('gets the keys of the menu back: %s', async (command) => {
    const client = chat.newClient();
    await client.says('/book');
    await client.presses('Маникюр');
    await client.presses('Записаться');
    await client.presses('Дальше');
    await client.presses('Выбрать время');
    await client.presses('Кто свободен');
    await client.presses('23');
    await client.presses('10:00');
    const keys = () => client.screen.findLast((shown) => shown.keys.length > 0)?.keys;
    expect(keys()).toContain('Отправить мой номер');
    await client.says(command);
    expect(keys()).not.toContain('Отправить мой номер');
    expect(keys()).toContain('Записаться');
  });
});

describe('in English', () => {
  it('says every screen without a hole', async () => {
    const client = chat.newClient({ language: 'en', name: 'Ann' });
    await client.says('/book');
    await client.presses('Manicure');
    await client.presses('Book');
    await client.presses('Design');
    await client.presses('Continue');
    await client.presses('Choose the time');
    await client.presses('Whoever');
    await client.presses('23');
    await client.presses('10:00');
    await client.says('+44 7700 900123');
    await client.presses('Skip');
    await client.presses('Book, 2');
    await client.presses('My bookings');
    await client.presses('Mon 23');
    await client.presses('I will come');
    await client.presses('Move');
    await client.presses('24');
    await client.presses('12:00');
    await client.presses('Move');
    await client.presses('Cancel');
    await client.presses('Write the reason');
    await client.says('Away');
    await client.presses('My bookings');
    await client.says('/book');
    const shown = client.screen.flatMap((one) => [
      one.text,
      ...one.keys,
      ...one.buttons.flat().map(({ text }) => text),
    ]);
    expect(shown.filter((said) => /[{}]/.test(said) || said === '')).toEqual([]);
    expect(client.toasts.filter((said) => /[{}а-я]/.test(said))).toEqual([]);
    // The salon's own names are in Russian here.
    const words = shown.join('\n').replaceAll(/Анна|Дина/g, '');
    expect(words).not.toMatch(/[а-яё]/i);
  });
});
