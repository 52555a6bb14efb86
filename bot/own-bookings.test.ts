import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bookingButtons } from '#use-cases/bookings/booking-buttons.ts';
import { cancelBooking } from '#use-cases/bookings/cancel-booking.ts';
import { moveBooking } from '#use-cases/bookings/move-booking.ts';
import { inMoscow, SALON_NOW } from '#test/support/salon.ts';
import { aSalonChat, labels, text, type SalonChat } from '#test/support/salon-chat.ts';
import { OWNER } from '#test/support/shop.ts';

let chat: SalonChat;
beforeAll(async () => {
  chat = await aSalonChat();
});
afterAll(() => chat.close());
beforeEach(() => chat.afresh());

describe('a returning client', () => {
  it('is asked about the usual, which goes straight to the day', async () => {
    const client = await chat.booked();
    await client.says('Записаться');
    expect(text(client)).toBe('Как обычно: Маникюр, Анна?');
    await client.presses('Как обычно');
    await client.presses('25');
    await client.presses('16:00');
    await client.presses('Да, +7');
    await client.presses('Пропустить');
    await client.presses('Записаться, 2');
    expect((await chat.bookings(client)).map(({ startsAt }) => startsAt)).toEqual([
      inMoscow('2026-11-23T10:00'),
      inMoscow('2026-11-25T16:00'),
    ]);
  });

  it('is offered anyone when the usual person is gone, and not asked after a cancelled visit', async () => {
    const client = await chat.booked();
    await chat.sql('update staff set hidden = true where id = $1', chat.salon.staff.anna);
    await client.says('/book');
    expect(text(client)).toBe('Как обычно: Маникюр, кто свободен?');
    await chat.sql('update staff set hidden = false where id = $1', chat.salon.staff.anna);
    await client.says('/bookings');
    await client.presses('пн 23');
    await client.presses('Отменить');
    await client.presses('Изменились планы');
    await client.says('/book');
    expect(text(client)).toContain('Выберите услугу');
  });

  it('books a time that was offered in place of a cancelled visit', async () => {
    const client = await chat.booked();
    const { id: bookingId } = await chat.onlyBooking(client);
    await chat.salon.within((tx) => cancelBooking(tx, { bookingId, reason: null, offerTimes: true }), { actor: OWNER });
    await client.pressesData(bookingButtons.againAt(bookingId, inMoscow('2026-11-24T12:00')));
    await client.presses('Да, +7');
    await client.presses('Пропустить');
    expect(text(client)).toContain('вт 24 нояб., 12:00');
    await client.presses('Записаться, 2');
    expect((await chat.bookings(client)).map(({ state }) => state)).toEqual(['cancelled', 'confirmed']);
  });
});

describe('my bookings', () => {
  it('lists what is coming first, then what is past', async () => {
    const client = await chat.booked();
    const contactId = await client.contactId();
    await chat.salon.books(contactId, '2026-11-20T10:00', { now: inMoscow('2026-11-18T10:00') });
    await chat.salon.books(contactId, '2026-11-25T10:00');
    await client.says('Мои записи');
    expect(labels(client)).toEqual([
      'пн 23 нояб., 10:00, Маникюр',
      'ср 25 нояб., 10:00, Маникюр',
      'Подтверждена: пт 20 нояб., 10:00, Маникюр',
    ]);
  });

  it('notes that the client will come, once', async () => {
    const client = await chat.booked();
    const { id: bookingId } = await chat.onlyBooking(client);
    await client.pressesData(bookingButtons.coming(bookingId));
    expect(client.toasts.at(-1)).toBe('Записали: вы придёте.');
    expect(text(client)).toContain('Вы придёте, ждём вас');
    expect(labels(client)).not.toContain('Приду');
    await client.pressesData(bookingButtons.coming(bookingId));
    expect(client.toasts.at(-1)).toContain('уже записан');
    expect((await chat.onlyBooking(client)).answeredAt).toEqual(SALON_NOW);
  });

  it('tells under an old reminder that the visit was moved, and answers nothing', async () => {
    const client = await chat.booked();
    const { id: bookingId } = await chat.onlyBooking(client);
    await client.says('/bookings');
    await client.presses('пн 23');
    const old = structuredClone(client.last);
    chat.shop.now = new Date(SALON_NOW.getTime() + 3_600_000);
    await chat.salon.within((tx) => moveBooking(tx, { bookingId, startsAt: inMoscow('2026-11-24T12:00') }), {
      actor: OWNER,
      now: chat.shop.now,
    });
    await client.presses('Приду', old);
    expect(client.toasts.at(-1)?.replaceAll('\u00a0', ' ')).toContain('Теперь визит: вт 24 нояб., 12:00');
    expect((await chat.onlyBooking(client)).answeredAt).toBeNull();
    await client.presses('Приду');
    expect((await chat.onlyBooking(client)).answeredAt).toEqual(chat.shop.now);
  });

  it('moves a visit over the same days and times', async () => {
    const client = await chat.booked();
    await client.presses('Перенести');
    expect(text(client)).toContain('Сейчас: пн 23 нояб., 10:00');
    expect(labels(client)).toContain('Не переносить');
    await client.presses('23');
    // One's own time refuses nothing.
    expect(labels(client)).toContain('10:30');
    await client.presses('10:30');
    expect(text(client)).toBe(
      '<b>Перенести визит?</b>\nМаникюр, Анна\nБыло: пн 23 нояб., 10:00\nБудет: <b>пн 23 нояб., 10:30</b>',
    );
    await client.presses('Перенести');
    expect(text(client)).toContain('Визит перенесён');
    expect(await chat.onlyBooking(client)).toMatchObject({ startsAt: inMoscow('2026-11-23T10:30'), moves: 1 });
    await client.presses('Перенести');
    await client.presses('Не переносить');
    expect(client.toasts.at(-1)).toContain('осталось прежним');
  });

  it('moves a visit whose service is shown no more, and says so when nobody gives it', async () => {
    const client = await chat.booked();
    await chat.sql('update service set hidden = true where id = $1', chat.salon.services.manicure);
    await client.presses('Перенести');
    await client.presses('24');
    await client.presses('12:00');
    await client.presses('Перенести');
    expect(await chat.onlyBooking(client)).toMatchObject({ startsAt: inMoscow('2026-11-24T12:00') });
    await chat.sql('update staff set removed_at = now() where id = $1', chat.salon.staff.anna);
    await client.presses('Перенести');
    expect(client.toasts.at(-1)).toContain('здесь не получится');
    await chat.sql('update service set hidden = false');
    await chat.sql('update staff set removed_at = null');
  });

  it('offers near times when the new one is taken before the move is confirmed', async () => {
    const client = await chat.booked();
    await client.presses('Перенести');
    await client.presses('24');
    await client.presses('12:00');
    await chat.salon.books(await chat.salon.client(), '2026-11-24T12:00');
    await client.presses('Перенести');
    expect(client.toasts.at(-1)).toContain('только что заняли');
    await client.presses('вт 24\u00a0нояб., 11:00');
    await client.presses('Перенести');
    expect(await chat.onlyBooking(client)).toMatchObject({ startsAt: inMoscow('2026-11-24T11:00') });
  });

  it('cancels with a usual reason, with one of the client’s own, or not at all', async () => {
    const client = await chat.booked();
    await client.presses('Отменить');
    await client.presses('Не отменять');
    expect((await chat.onlyBooking(client)).state).toBe('confirmed');
    await client.presses('Отменить');
    await client.presses('Написать причину');
    await client.says('я');
    expect(text(client)).toContain('от 2 до 500');
    await client.says('Уезжаю <3');
    expect(text(client)).toContain('Отменена');
    expect(text(client)).toContain('Уезжаю &lt;3');
    expect(await chat.onlyBooking(client)).toMatchObject({ state: 'cancelled', reason: 'Уезжаю <3' });
    const other = await chat.booked();
    await other.presses('Отменить');
    await other.presses('Плохое самочувствие');
    expect(await chat.onlyBooking(other)).toMatchObject({ state: 'cancelled', reason: 'Плохое самочувствие' });
  });

  it('says under old buttons that a visit is cancelled', async () => {
    const client = await chat.booked();
    const { id: bookingId } = await chat.onlyBooking(client);
    await client.presses('Отменить');
    await client.presses('Не успеваю');
    for (const press of [bookingButtons.coming, bookingButtons.move, bookingButtons.cancel]) {
      await client.pressesData(press(bookingId));
      expect(client.toasts.at(-1)).toBe('Эта запись отменена.');
    }
  });

  it('allows moving and cancelling up to the last minute of the policy, whatever clock the client reads', async () => {
    const client = await chat.booked();
    await chat.sql(`update contact set time_zone = 'Pacific/Kiritimati' where id = $1`, await client.contactId());
    const { id: bookingId } = await chat.onlyBooking(client);
    // Twelve hours before Monday 10:00 of Moscow.
    chat.shop.now = inMoscow('2026-11-22T22:00');
    await client.pressesData(bookingButtons.move(bookingId));
    expect(text(client)).toContain('Перенос визита');
    await client.pressesData(bookingButtons.cancel(bookingId));
    expect(text(client)).toContain('Отменить визит?');
    const reasons = structuredClone(client.last);
    chat.shop.now = new Date(inMoscow('2026-11-22T22:00').getTime() + 1);
    await client.pressesData(bookingButtons.move(bookingId));
    expect(client.toasts.at(-1)?.replaceAll('\u00a0', ' ')).toContain(
      'можно было до вс 22 нояб., 22:00 по времени места; у вас пн 23 нояб., 09:00',
    );
    await client.presses('Не успеваю', reasons);
    expect(client.toasts.at(-1)).toContain('Отменить визит здесь можно было до');
    expect((await chat.onlyBooking(client)).state).toBe('confirmed');
    await client.pressesData(bookingButtons.coming(bookingId));
    expect(client.toasts.at(-1)).toContain('вы придёте');
  });

  it('refuses one more move than the policy allows', async () => {
    const client = await chat.booked();
    const { id: bookingId } = await chat.onlyBooking(client);
    await chat.sql('update booking set moves = 3 where id = $1', bookingId);
    await client.pressesData(bookingButtons.move(bookingId));
    expect(client.toasts.at(-1)).toContain('переносить здесь больше нельзя');
  });

  it('shows nothing of somebody else’s visit', async () => {
    const anna = await chat.booked();
    const { id: bookingId } = await chat.onlyBooking(anna);
    const stranger = chat.newClient();
    await stranger.says('/start');
    const before = stranger.screen.length;
    const { open, coming, move, cancel, again, againAt } = bookingButtons;
    const presses = [open, coming, move, cancel, again].map((write) => write(bookingId));
    for (const data of [
      ...presses,
      againAt(bookingId, inMoscow('2026-11-24T12:00')),
      `br:${open(bookingId).slice(3)}:1`,
    ]) {
      await stranger.pressesData(data);
      expect(stranger.toasts.at(-1)).toContain('Такой записи у вас нет');
    }
    expect(stranger.screen).toHaveLength(before);
    expect(await chat.onlyBooking(anna)).toMatchObject({ state: 'confirmed', answeredAt: null });
  });
});

describe('times that an automation offered', () => {
  it('books the one that is pressed, once', async () => {
    const client = chat.newClient();
    await client.says('/start');
    const offerId = await chat.offers(client, [inMoscow('2026-11-23T10:00'), inMoscow('2026-11-23T11:00')]);
    await client.pressesData(bookingButtons.offered(offerId, 1));
    expect(text(client)).toContain('Вы записаны');
    await client.pressesData(bookingButtons.offered(offerId, 0));
    expect(client.toasts.at(-1)).toContain('больше не действует');
    expect(await chat.bookings(client)).toMatchObject([{ startsAt: inMoscow('2026-11-23T11:00') }]);
    const stranger = chat.newClient();
    await stranger.says('/start');
    await stranger.pressesData(bookingButtons.offered(offerId, 0));
    expect(stranger.toasts.at(-1)).toContain('больше не действует');
  });

  it('offers the nearest ones when it was taken meanwhile', async () => {
    const client = chat.newClient();
    await client.says('/start');
    const offerId = await chat.offers(client, [inMoscow('2026-11-23T10:00')]);
    await chat.salon.books(await chat.salon.client(), '2026-11-23T10:00');
    await client.pressesData(bookingButtons.offered(offerId, 0));
    expect(client.toasts.at(-1)).toContain('только что заняли');
    await client.presses('пн 23\u00a0нояб., 11:00');
    await client.says('89123456789');
    await client.presses('Пропустить');
    await client.presses('Записаться, 2');
    expect(await chat.bookings(client)).toMatchObject([{ startsAt: inMoscow('2026-11-23T11:00') }]);
  });
});
