import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BusinessError } from '#domain/errors.ts';
import { newId } from '#platform/ids.ts';
import type { Actor } from '#persistence/with-business.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aSalon, inMoscow, SALON_NOW, type Salon } from '#test/support/salon.ts';
import { MANAGER, MASTER, OWNER } from '#test/support/shop.ts';
import { answerComing } from './answer-coming.ts';
import { blockTime, unblockTime } from './block-time.ts';
import { bookVisit } from './book-visit.ts';
import { callOffDay, planCallOff } from './call-off-day.ts';
import { cancelBooking } from './cancel-booking.ts';
import { findTimes, firstTimes } from './find-times.ts';
import { listBookings } from './list-bookings.ts';
import { markBooking } from './mark-booking.ts';
import { moveBooking } from './move-booking.ts';
import { previewVisit } from './preview-visit.ts';
import { readBooking } from './read-booking.ts';
import { readCalendar } from './read-calendar.ts';

let database: TestDatabase;
let salon: Salon;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const asClient = (contactId: string): Actor => ({ kind: 'contact', contactId });
const MONDAY = '2026-11-23';

async function refusal(work: Promise<unknown>): Promise<{ code: string; facts: Record<string, unknown> }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof BusinessError) return { code: error.code, facts: { ...error.facts } };
    throw error;
  }
  throw new Error('it was not refused');
}

/** When an hour of Moscow is free for a manicure with Anna. */
const isFree = async (at: string, staffId: string | null = salon.staff.anna): Promise<boolean> => {
  const request = {
    items: [{ serviceId: salon.services.manicure, staffId, addonIds: [] }],
    format: 'place',
    placeId: null,
  } as const;
  const { days } = await salon.within((tx) => findTimes(tx, request, { from: at.slice(0, 10), count: 1 }));
  return days[0]?.slots.some(({ startsAt }) => startsAt.getTime() === inMoscow(at).getTime()) ?? false;
};

const both = (text: string) => ({ ru: text, en: text });

describe('booking a visit', () => {
  beforeAll(async () => {
    salon = await aSalon(database);
  });

  it('takes the time of the person and of the table, and nothing that is free for others', async () => {
    const client = await salon.client();
    const booked = await salon.books(client, `${MONDAY}T10:00`);
    expect(booked).toMatchObject({ confirmed: true, startsAt: inMoscow(`${MONDAY}T10:00`) });
    expect(await salon.taken(salon.staff.anna)).toEqual([
      { from: inMoscow(`${MONDAY}T10:00`), to: inMoscow(`${MONDAY}T11:00`) },
    ]);
    expect(await isFree(`${MONDAY}T10:00`)).toBe(false);
    expect(await isFree(`${MONDAY}T11:00`)).toBe(true);
    expect(await isFree(`${MONDAY}T10:00`, null)).toBe(true);
    expect(await salon.events(client)).toEqual(['booking.made', 'booking.confirmed']);
  });

  it('refuses a time that is taken, and names the three nearest that are free', async () => {
    const { code, facts } = await refusal(salon.books(await salon.client(), `${MONDAY}T10:30`));
    expect(code).toBe('slot_taken');
    expect(facts).toMatchObject({ refusal: 'staff_busy', zone: 'Europe/Moscow' });
    expect(facts['near']).toEqual(
      [`${MONDAY}T11:00`, `${MONDAY}T11:30`, `${MONDAY}T12:00`].map((at) => inMoscow(at).toISOString()),
    );
  });

  it.each([
    ['a past day', '2026-11-20T10:00', 'past'],
    ['an hour that is too soon to come', '2026-11-21T12:30', 'too_soon'],
    ['a day beyond the horizon', '2027-03-01T10:00', 'too_far'],
    ['the lunch break', `${MONDAY}T14:00`, 'not_working'],
    ['a Sunday', '2026-11-22T10:00', 'not_working'],
    ['a minute between the times that are offered', `${MONDAY}T16:10`, 'off_grid'],
  ])('refuses %s', async (_name, at, why) => {
    const { code, facts } = await refusal(salon.books(await salon.client(), at));
    expect({ code, why: facts['refusal'] }).toEqual({ code: 'slot_taken', why });
  });

  it('refuses a service that nobody gives any more', async () => {
    const lonely = await salon.service({ name: { ru: 'Тату', en: 'Tattoo' }, rub: 100, minutes: 60, by: [] });
    expect(await refusal(salon.books(await salon.client(), `${MONDAY}T16:00`, { serviceId: lonely }))).toMatchObject({
      code: 'nobody_gives_it',
    });
  });

  it('makes one booking of two confirms of one dialogue', async () => {
    const client = await salon.client();
    const bookingKey = newId();
    const first = await salon.books(client, `${MONDAY}T12:00`, { bookingKey });
    for (const time of ['12:00', '13:00'])
      expect(await refusal(salon.books(client, `${MONDAY}T${time}`, { bookingKey }))).toMatchObject({
        code: 'booking_used',
        facts: { number: first.number },
      });
  });

  it('lets one of thirty win a time that all want at once; every other hears of near times', async () => {
    const clients = await Promise.all(Array.from({ length: 30 }, () => salon.client()));
    const results = await Promise.allSettled(clients.map((client) => salon.books(client, `${MONDAY}T17:00`)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      expect(result.reason).toBeInstanceOf(BusinessError);
      const { code, facts } = result.reason as BusinessError;
      expect({ code, near: (facts['near'] as string[]).length }).toEqual({ code: 'slot_taken', near: 3 });
    }
    const [held] = await salon.within((tx) =>
      tx.sql<{ n: number }>('select count(*)::int as n from booking where starts_at = ?', [
        inMoscow(`${MONDAY}T17:00`),
      ]),
    );
    expect(held?.n).toBe(1);
  });

  it('uses the gap in which colour works for another client', async () => {
    await salon.books(await salon.client(), `${MONDAY}T15:00`, { serviceId: salon.services.colouring });
    const quick = await salon.service({
      name: { ru: 'Чёлка', en: 'Fringe' },
      rub: 500,
      minutes: 30,
      by: [{ staffId: salon.staff.dina }],
    });
    const booked = await salon.books(await salon.client(), `${MONDAY}T16:00`, {
      serviceId: quick,
      staffId: salon.staff.dina,
    });
    expect(booked.startsAt).toEqual(inMoscow(`${MONDAY}T16:00`));
  });

  it('keeps what was agreed: price, length and the rules of cancelling, whatever the owner changes later', async () => {
    const { bookingId } = await salon.books(await salon.client(), `2026-11-24T10:00`, {
      addonIds: [salon.addons.design],
    });
    await database.owner.query('update service set price_minor = 999900 where id = $1', [salon.services.manicure]);
    expect(await salon.booking(bookingId)).toMatchObject({ priceMinor: 250_000, endsAt: inMoscow('2026-11-24T11:30') });
    await database.owner.query('update service set price_minor = 200000 where id = $1', [salon.services.manicure]);
  });
});

describe('a group', () => {
  beforeAll(async () => {
    salon = await aSalon(database);
  });

  it('takes as many as there are seats, whoever presses at once', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => salon.client()));
    const yoga = { serviceId: salon.services.yoga };
    const results = await Promise.allSettled(clients.map((client) => salon.books(client, `${MONDAY}T18:00`, yoga)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await salon.taken(salon.staff.anna)).toHaveLength(1);
  });

  it('moves together, whoever is first: nobody loses a seat and the old hour is free', async () => {
    const yoga = { serviceId: salon.services.yoga };
    const [one, other] = [await salon.client(), await salon.client()];
    const booked = [
      await salon.books(one, '2026-11-24T10:00', yoga),
      await salon.books(other, '2026-11-24T10:00', yoga),
    ];
    await Promise.all(
      booked.map(({ bookingId }) =>
        salon.within((tx) => moveBooking(tx, { bookingId, startsAt: inMoscow('2026-11-24T12:00') }), {
          actor: MANAGER,
        }),
      ),
    );
    for (const { bookingId } of booked)
      expect(await salon.booking(bookingId)).toMatchObject({ startsAt: inMoscow('2026-11-24T12:00') });
    const { rows } = await database.owner.query(
      'select starts_at, taken from group_session where staff_id = $1 and starts_at > $2',
      [salon.staff.anna, inMoscow('2026-11-24T00:00')],
    );
    expect(rows).toEqual([{ starts_at: inMoscow('2026-11-24T12:00'), taken: 2 }]);
  });

  it('gives a seat back when somebody cancels, and the hour when the last one does', async () => {
    const yoga = { serviceId: salon.services.yoga };
    const [one, other] = [await salon.client(), await salon.client()];
    const first = await salon.books(one, `${MONDAY}T10:00`, yoga);
    const second = await salon.books(other, `${MONDAY}T10:00`, yoga);
    expect(await isFree(`${MONDAY}T10:00`)).toBe(false);
    await salon.within((tx) => cancelBooking(tx, { bookingId: first.bookingId, reason: null }), { actor: OWNER });
    const third = await salon.books(await salon.client(), `${MONDAY}T10:00`, yoga);
    for (const { bookingId } of [second, third])
      await salon.within((tx) => cancelBooking(tx, { bookingId, reason: null }), { actor: OWNER });
    expect(await isFree(`${MONDAY}T10:00`)).toBe(true);
  });
});

describe('a limit of visits a day', () => {
  it('counts a group once, however many come to it', async () => {
    salon = await aSalon(database);
    await database.owner.query('update staff set max_per_day = 2 where id = $1', [salon.staff.anna]);
    const yoga = { serviceId: salon.services.yoga };
    for (const _ of [1, 2]) await salon.books(await salon.client(), `${MONDAY}T10:00`, yoga);
    await salon.books(await salon.client(), `${MONDAY}T12:00`);
    expect(await refusal(salon.books(await salon.client(), `${MONDAY}T16:00`))).toMatchObject({
      facts: { refusal: 'day_full' },
    });
  });

  it('holds when all press at once', async () => {
    salon = await aSalon(database);
    await database.owner.query('update staff set max_per_day = 1 where id = $1', [salon.staff.anna]);
    const clients = await Promise.all(Array.from({ length: 6 }, () => salon.client()));
    const hours = ['10:00', '11:00', '12:00', '15:00', '16:00', '17:00'];
    const results = await Promise.allSettled(
      clients.map((client, at) => salon.books(client, `${MONDAY}T${hours[at]}`)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('moving', () => {
  let client: string;
  beforeAll(async () => {
    salon = await aSalon(database);
    client = await salon.client();
  });

  it('counts from the time that the client knows, and back at that time the visit has not moved', async () => {
    const { bookingId } = await salon.books(client, '2026-12-01T10:00');
    const movedTo = async (at: string) => {
      await salon.within((tx) => moveBooking(tx, { bookingId, startsAt: inMoscow(at) }), { actor: MANAGER });
      const { badge, movedFrom } = await salon.within((tx) => readBooking(tx, bookingId), { actor: OWNER });
      return [badge, movedFrom];
    };
    const known = inMoscow('2026-12-01T10:00').toISOString();
    expect(await movedTo('2026-12-01T12:00')).toEqual(['moved', known]);
    expect(await movedTo('2026-12-01T15:00')).toEqual(['moved', known]);
    expect(await movedTo('2026-12-01T10:00')).toEqual(['confirmed', null]);
    await movedTo('2026-12-01T12:00');
    await salon.within((tx) => answerComing(tx, { bookingId }), { actor: asClient(client) });
    expect(await movedTo('2026-12-01T10:00')).toEqual(['moved', inMoscow('2026-12-01T12:00').toISOString()]);
  });

  it('frees the old time, takes the new one and tells the client who did not move it', async () => {
    const { bookingId } = await salon.books(client, `${MONDAY}T10:00`);
    await salon.within((tx) => moveBooking(tx, { bookingId, startsAt: inMoscow(`${MONDAY}T11:15`) }), {
      actor: MANAGER,
    });
    expect(await salon.booking(bookingId)).toMatchObject({ startsAt: inMoscow(`${MONDAY}T11:15`), moves: 0 });
    expect(await isFree(`${MONDAY}T10:00`)).toBe(true);
    expect((await salon.told(client)).at(-1)?.body).toMatch(/^Your visit is moved/);
    expect(await salon.events(client)).toContain('booking.moved');
  });

  it('may overlap its own old time', async () => {
    const { bookingId } = await salon.books(client, `${MONDAY}T16:00`);
    await salon.within((tx) => moveBooking(tx, { bookingId, startsAt: inMoscow(`${MONDAY}T16:30`) }), {
      actor: MANAGER,
    });
    expect(await salon.booking(bookingId)).toMatchObject({ startsAt: inMoscow(`${MONDAY}T16:30`) });
  });

  it('to another person brings that person’s price, and stretching brings more time', async () => {
    const { bookingId } = await salon.books(client, '2026-11-24T10:00');
    await salon.within(
      (tx) => moveBooking(tx, { bookingId, startsAt: inMoscow('2026-11-24T10:00'), staff: { 0: salon.staff.dina } }),
      { actor: MANAGER },
    );
    expect(await salon.booking(bookingId)).toMatchObject({ priceMinor: 250_000 });
    await salon.within(
      (tx) =>
        moveBooking(tx, { bookingId, startsAt: inMoscow('2026-11-24T10:00'), duration: { position: 0, minutes: 90 } }),
      { actor: MANAGER },
    );
    expect(await salon.booking(bookingId)).toMatchObject({ endsAt: inMoscow('2026-11-24T11:30') });
  });

  it('is offered the times of the length that was agreed, not of today’s', async () => {
    const { bookingId } = await salon.books(client, '2026-11-28T10:00');
    await salon.within(
      (tx) =>
        moveBooking(tx, { bookingId, startsAt: inMoscow('2026-11-28T10:00'), duration: { position: 0, minutes: 180 } }),
      { actor: MANAGER },
    );
    const request = {
      items: [{ serviceId: salon.services.manicure, staffId: salon.staff.anna, addonIds: [] }],
      format: 'place',
      placeId: null,
    } as const;
    const { times } = await salon.within((tx) =>
      firstTimes(tx, request, { after: inMoscow('2026-11-28T12:00'), count: 1, except: bookingId }),
    );
    // Until lunch there are two hours.
    expect(times).toEqual([inMoscow('2026-11-28T15:00')]);
    const preview = await salon.within((tx) =>
      previewVisit(tx, request, { startsAt: inMoscow('2026-11-28T12:00'), except: bookingId }),
    );
    expect(preview).toMatchObject({ refusal: 'not_working' });
  });

  it('is refused to the second of two who move one booking from the same page', async () => {
    const { bookingId } = await salon.books(client, '2026-11-25T10:00');
    const move = (at: string) =>
      salon.within((tx) => moveBooking(tx, { bookingId, startsAt: inMoscow(at), revision: 1 }), { actor: MANAGER });
    const results = await Promise.allSettled([move('2026-11-25T11:00'), move('2026-11-25T12:00')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('by the client is allowed to the last minute of the policy and not a minute later', async () => {
    const { bookingId } = await salon.books(client, '2026-11-26T12:00');
    const move = (now: string) =>
      salon.within((tx) => moveBooking(tx, { bookingId, startsAt: inMoscow('2026-11-26T18:00') }), {
        actor: asClient(client),
        now: inMoscow(now),
      });
    expect(await refusal(move('2026-11-26T00:01'))).toMatchObject({
      code: 'policy_refused',
      facts: { reason: 'too_late', until: inMoscow('2026-11-26T00:00').toISOString() },
    });
    await move('2026-11-26T00:00');
    expect(await salon.booking(bookingId)).toMatchObject({ moves: 1 });
  });

  it('nothing of somebody else’s', async () => {
    const { bookingId } = await salon.books(client, '2026-11-27T10:00');
    const stranger = await salon.client();
    const work = salon.within((tx) => moveBooking(tx, { bookingId, startsAt: inMoscow('2026-11-27T12:00') }), {
      actor: asClient(stranger),
    });
    expect(await refusal(work)).toMatchObject({ code: 'booking_not_found' });
  });
});

describe('a visit', () => {
  let client: string;
  beforeAll(async () => {
    salon = await aSalon(database, { settings: { booking: { confirmsItself: false } } });
    client = await salon.client();
  });

  it('goes from new to confirmed, arrived and done with the price that was paid', async () => {
    const { bookingId, confirmed } = await salon.books(client, `${MONDAY}T10:00`);
    expect(confirmed).toBe(false);
    const onTheDay = { actor: MANAGER, now: new Date(`${MONDAY}T06:00:00Z`) };
    await salon.within((tx) => markBooking(tx, { bookingId, to: 'confirmed' }), { actor: MANAGER });
    expect(
      await refusal(salon.within((tx) => markBooking(tx, { bookingId, to: 'arrived' }), { actor: MANAGER })),
    ).toMatchObject({ code: 'visit_is_ahead' });
    await salon.within((tx) => markBooking(tx, { bookingId, to: 'arrived' }), onTheDay);
    await salon.within((tx) => markBooking(tx, { bookingId, to: 'done', finalPriceMinor: 230_000 }), onTheDay);
    expect((await salon.events(client)).slice(-3)).toEqual(['booking.confirmed', 'booking.arrived', 'booking.done']);
    const card = await salon.within((tx) => readBooking(tx, bookingId), { actor: OWNER });
    expect(card).toMatchObject({ state: 'done', finalPriceMinor: 230_000, client: { visits: 0 } });
    expect(card.story.map(({ code }) => code)).toContain('booking.done');
  });

  it('is confirmed when the client says that they are coming, once', async () => {
    const { bookingId } = await salon.books(client, `${MONDAY}T12:00`);
    for (const _ of [1, 2]) await salon.within((tx) => answerComing(tx, { bookingId }), { actor: asClient(client) });
    expect(await salon.booking(bookingId)).toMatchObject({ state: 'confirmed', revision: 2 });
  });

  it('gives its time back when it is cancelled, and offers the nearest times when the business cancels', async () => {
    const { bookingId } = await salon.books(client, `${MONDAY}T17:00`);
    await salon.within((tx) => cancelBooking(tx, { bookingId, reason: 'The light is out', offerTimes: true }), {
      actor: MANAGER,
    });
    expect(await salon.booking(bookingId)).toMatchObject({ state: 'cancelled', cancelledBy: 'staff' });
    expect(await isFree(`${MONDAY}T17:00`)).toBe(true);
    expect((await salon.told(client)).at(-1)?.body).toMatch(/The light is out/);
    expect(
      await refusal(salon.within((tx) => markBooking(tx, { bookingId, to: 'arrived' }), { actor: OWNER })),
    ).toMatchObject({
      code: 'booking_transition_refused',
    });
  });

  it('of another master is not a master’s to touch', async () => {
    const { bookingId } = await salon.books(client, `2026-11-24T17:00`);
    const work = salon.within((tx) => markBooking(tx, { bookingId, to: 'arrived' }), { actor: MASTER });
    expect(await refusal(work)).toMatchObject({ code: 'forbidden' });
    expect(
      (await salon.within((tx) => listBookings(tx, { view: 'all', limit: 10 }), { actor: MASTER })).bookings,
    ).toEqual([]);
  });

  it('is found in its view', async () => {
    const list = (view: 'ahead' | 'cancelled' | 'done') =>
      salon.within((tx) => listBookings(tx, { view, limit: 50 }), { actor: OWNER });
    const ahead = await list('ahead');
    expect(ahead.counts).toMatchObject({ cancelled: 1, done: 1, all: 4 });
    expect(ahead.bookings.map(({ startsAt }) => startsAt)).toEqual(
      ahead.bookings.map(({ startsAt }) => startsAt).sort(),
    );
    expect((await list('cancelled')).bookings[0]).toMatchObject({ cancelReason: 'The light is out' });
  });
});

describe('the calendar', () => {
  let client: string;
  beforeAll(async () => {
    salon = await aSalon(database);
    client = await salon.client();
  });

  it('shows who works when, what is booked and how full each one is', async () => {
    await salon.books(client, `${MONDAY}T10:00`);
    const calendar = await salon.within((tx) => readCalendar(tx, { from: MONDAY, days: 1 }), { actor: OWNER });
    const anna = calendar.staff.find(({ staffId }) => staffId === salon.staff.anna);
    expect(anna).toMatchObject({ workingMinutes: 540, bookedMinutes: 60 });
    expect(anna?.working[0]?.spans).toEqual([
      { from: inMoscow(`${MONDAY}T10:00`).toISOString(), to: inMoscow(`${MONDAY}T14:00`).toISOString() },
      { from: inMoscow(`${MONDAY}T15:00`).toISOString(), to: inMoscow(`${MONDAY}T20:00`).toISOString() },
    ]);
    expect(calendar.bookings).toHaveLength(1);
  });

  it('keeps blocked time free of bookings, and refuses to block what is booked', async () => {
    const block = {
      resourceId: salon.staff.anna,
      from: inMoscow(`${MONDAY}T18:00`),
      to: inMoscow(`${MONDAY}T20:00`),
      note: '',
    };
    const { blockId } = await salon.within((tx) => blockTime(tx, block), { actor: OWNER });
    expect(await isFree(`${MONDAY}T18:00`)).toBe(false);
    const over = { ...block, from: inMoscow(`${MONDAY}T10:30`), to: inMoscow(`${MONDAY}T11:30`) };
    expect(await refusal(salon.within((tx) => blockTime(tx, over), { actor: OWNER }))).toMatchObject({
      code: 'block_overlaps',
    });
    await salon.within((tx) => unblockTime(tx, { blockId }), { actor: OWNER });
    expect(await isFree(`${MONDAY}T18:00`)).toBe(true);
  });

  it('shows nothing in the middle of a time that was blocked weeks before', async () => {
    const block = {
      resourceId: salon.staff.anna,
      from: inMoscow('2026-12-07T00:00'),
      to: inMoscow('2027-01-01T00:00'),
      note: 'Away',
    };
    const { blockId } = await salon.within((tx) => blockTime(tx, block), { actor: OWNER });
    expect(await isFree('2026-12-28T12:00')).toBe(false);
    const calendar = await salon.within((tx) => readCalendar(tx, { from: '2026-12-28', days: 1 }));
    expect(calendar.blocks).toMatchObject([{ blockId }]);
    await salon.within((tx) => unblockTime(tx, { blockId }), { actor: OWNER });
    expect(await isFree('2026-12-28T12:00')).toBe(true);
  });

  it('lets the other person of a visit keep their part when a day is called off', async () => {
    const day = '2026-12-03';
    const eva = await salon.person('Ева', 3);
    const lashes = await salon.service({
      name: both('Lashes'),
      rub: 900,
      minutes: 60,
      by: [{ staffId: salon.staff.anna }, { staffId: eva }],
    });
    const { bookingId } = await salon.within(async (tx) =>
      bookVisit(tx, {
        request: {
          items: [
            { serviceId: lashes, staffId: salon.staff.anna, addonIds: [] },
            { serviceId: salon.services.colouring, staffId: salon.staff.dina, addonIds: [] },
          ],
          format: 'place',
          placeId: null,
        },
        startsAt: inMoscow(`${day}T10:00`),
        contactId: await salon.client(),
        botId: null,
        bookingKey: newId(),
        name: null,
        phone: null,
        comment: null,
        source: 'staff',
      }),
    );
    const off = { staffId: salon.staff.anna, day };
    const { bookings } = await salon.within((tx) => planCallOff(tx, off), { actor: OWNER });
    const [near] = bookings[0]?.near ?? [];
    expect(near).toEqual({ startsAt: inMoscow(`${day}T10:00`).toISOString(), staffId: eva, staffName: 'Ева' });
    await salon.within(
      (tx) =>
        callOffDay(tx, {
          ...off,
          note: '',
          decisions: [{ bookingId, do: 'move', startsAt: inMoscow(`${day}T10:00`), staffId: eva }],
        }),
      { actor: OWNER },
    );
    const after = await salon.within((tx) => readBooking(tx, bookingId), { actor: OWNER });
    expect(after.items.map(({ staffId }) => staffId)).toEqual([eva, salon.staff.dina]);
  });

  it('calls a day off only when every booking of it is decided, and then does all of it', async () => {
    const day = '2026-11-26';
    const moved = await salon.books(await salon.client(), `${day}T10:00`);
    const released = await salon.books(await salon.client(), `${day}T12:00`);
    const plan = await salon.within((tx) => planCallOff(tx, { staffId: salon.staff.anna, day }), { actor: OWNER });
    expect(plan.bookings.map(({ bookingId }) => bookingId)).toEqual([moved.bookingId, released.bookingId]);
    expect(plan.bookings[0]?.near[0]).toMatchObject({ staffId: salon.staff.dina });
    const callOff = (decisions: Parameters<typeof callOffDay>[1]['decisions']) =>
      salon.within((tx) => callOffDay(tx, { staffId: salon.staff.anna, day, note: 'Ill', decisions }), {
        actor: OWNER,
      });
    expect(await refusal(callOff([{ bookingId: released.bookingId, do: 'release' }]))).toMatchObject({
      code: 'day_has_bookings',
      facts: { left: 1 },
    });
    expect(await salon.booking(released.bookingId)).toMatchObject({ state: 'confirmed' });
    await callOff([
      { bookingId: moved.bookingId, do: 'move', startsAt: inMoscow(`${day}T10:00`), staffId: salon.staff.dina },
      { bookingId: released.bookingId, do: 'release' },
    ]);
    expect(await salon.booking(released.bookingId)).toMatchObject({ state: 'cancelled', cancelReason: 'Ill' });
    expect(await salon.taken(salon.staff.dina)).toContainEqual({
      from: inMoscow(`${day}T10:00`),
      to: inMoscow(`${day}T11:00`),
    });
    expect(await isFree(`${day}T17:00`)).toBe(false);
  });
});

it('the clock of these tests stands at noon in Moscow', () => {
  expect(SALON_NOW).toEqual(inMoscow('2026-11-21T12:00'));
});
