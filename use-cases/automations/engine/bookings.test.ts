import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anEngine, chain, say } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aSalon, inMoscow } from '#test/support/salon.ts';
import { MANAGER } from '#test/support/shop.ts';
import { blockTime } from '#use-cases/bookings/block-time.ts';
import { cancelBooking } from '#use-cases/bookings/cancel-booking.ts';
import { moveBooking } from '#use-cases/bookings/move-booking.ts';
import { takeOffer } from '#use-cases/bookings/take-offer.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const NOW = inMoscow('2026-11-21T12:00');
const onMade = { trigger: { type: 'event', config: { event: 'booking.made' } } };
const dayBefore = {
  id: 'day-before',
  type: 'wait-until',
  config: {
    until: { kind: 'date', reference: 'booking.startsAt', offset: '-PT24H' },
    ifPast: 'end',
    grace: 'PT1H',
  },
};
const nearest = { kind: 'nearest', after: 'P1D' };

async function aChain(document: Record<string, unknown>) {
  const salon = await aSalon(database);
  const engine = anEngine(database, salon);
  const automationId = await engine.publishes(document, { now: NOW });
  const client = await salon.client();
  const books = (at: string, now = NOW) => salon.books(client, at, { now });
  const moves = (bookingId: string, to: string, now: Date) =>
    salon.within((tx) => moveBooking(tx, { bookingId, startsAt: inMoscow(to) }), { actor: MANAGER, now });
  return { salon, engine, client, automationId, books, moves, run: () => engine.run(automationId, client) };
}
/** A step that tries something, with `done` and `refused` leading to different words. */
const tries = (id: string, type: string, config: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  chain([{ id, type, config }, say('well'), { id: 'done', type: 'end', config: {} }, say('sorry')], {
    ...onMade,
    ...more,
    edges: [
      [id, 'done', 'well'],
      [id, 'refused', 'sorry'],
      ['well', 'next', 'done'],
      ['sorry', 'next', 'done'],
    ],
  });
const said = async (of: Awaited<ReturnType<typeof aChain>>): Promise<string[]> =>
  (await of.salon.told(of.client)).filter(({ key }) => key.startsWith('run:')).map(({ body }) => body);

describe('a chain about a visit', () => {
  it('waits for the visit itself: moved later or earlier, the wait moves at once', async () => {
    const { engine, books, moves, run } = await aChain(chain([dayBefore, say('remind')], onMade));
    const { bookingId } = await books('2026-11-27T12:00');
    await engine.settles(NOW);
    expect((await run()).deadline_at).toEqual(inMoscow('2026-11-26T12:00'));
    await moves(bookingId, '2026-11-30T12:00', inMoscow('2026-11-21T13:00'));
    await engine.settles(inMoscow('2026-11-21T13:00'));
    expect((await run()).deadline_at).toEqual(inMoscow('2026-11-29T12:00'));
    await moves(bookingId, '2026-11-25T12:00', inMoscow('2026-11-21T14:00'));
    await engine.settles(inMoscow('2026-11-21T14:00'));
    expect((await run()).deadline_at).toEqual(inMoscow('2026-11-24T12:00'));
  });

  it('is left when the visit is cancelled, and says nothing more', async () => {
    const of = await aChain(
      chain([dayBefore, say('remind')], { ...onMade, settings: { exitOn: [{ event: 'booking.cancelled' }] } }),
    );
    const { bookingId } = await of.books('2026-11-27T12:00');
    await of.engine.settles(NOW);
    await of.salon.within((tx) => cancelBooking(tx, { bookingId, reason: null }), { actor: MANAGER, now: NOW });
    await of.engine.settles(NOW);
    expect(await of.run()).toMatchObject({ state: 'ended', outcome: 'left' });
  });

  it('names the service, the person and the time in its texts', async () => {
    const words = '{{ booking.service }}, {{ booking.staff }}, {{ booking.startsAt | date: "%H:%M" }}';
    const of = await aChain(chain([say('m', words)], onMade));
    await of.books('2026-11-27T12:00');
    await of.engine.settles(NOW);
    expect(await said(of)).toEqual([expect.stringMatching(/^Manicure, Анна, /)]);
  });

  it('starts so long before a visit, follows it, and is too late for one that is nearer', async () => {
    const trigger = { type: 'date', config: { field: 'booking.startsAt', offset: '-PT24H' } };
    const of = await aChain(chain([say('tomorrow')], { trigger }));
    const { bookingId } = await of.books('2026-11-25T12:00');
    await of.books('2026-11-21T18:00');
    await of.engine.worksOff(NOW);
    await of.moves(bookingId, '2026-11-26T12:00', NOW);
    await of.engine.settles(NOW);
    await of.engine.comesTo(inMoscow('2026-11-24T13:00'));
    expect(await said(of)).toEqual([]);
    await of.engine.comesTo(inMoscow('2026-11-25T12:00'));
    expect(await said(of)).toEqual(['tomorrow']);
  });
});

describe('a step of a chain', () => {
  it('books the same again at the nearest time, once, and goes on by what came of it', async () => {
    const of = await aChain(
      tries('book', 'book', { at: nearest }, { trigger: { type: 'event', config: { event: 'booking.arrived' } } }),
    );
    const { bookingId } = await of.books('2026-11-25T12:00');
    const { markBooking } = await import('#use-cases/bookings/mark-booking.ts');
    const now = inMoscow('2026-11-25T12:00');
    await of.salon.within((tx) => markBooking(tx, { bookingId, to: 'arrived' }), { actor: MANAGER, now });
    await of.engine.settles(now);
    await of.engine.settles(now);
    expect(await said(of)).toEqual(['well']);
    const { rows } = await database.owner.query(
      `select starts_at, source from booking where contact_id = $1 order by created_at`,
      [of.client],
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual({ starts_at: inMoscow('2026-11-26T12:00'), source: 'automation' });
  });

  it('moves the visit that the chain is about', async () => {
    const at = { kind: 'moment', reference: 'booking.startsAt', offset: 'P1D' };
    const of = await aChain(tries('move', 'move-booking', { at }));
    const { bookingId } = await of.books('2026-11-25T12:00');
    await of.engine.settles(NOW);
    expect(await said(of)).toEqual(['well']);
    expect(await of.salon.booking(bookingId)).toMatchObject({ startsAt: inMoscow('2026-11-26T12:00') });
  });

  it('goes another way when the time is not free, and nothing is half done', async () => {
    const at = { kind: 'moment', reference: 'booking.startsAt', offset: 'P1D' };
    const of = await aChain(tries('move', 'move-booking', { at }));
    const taken = { from: inMoscow('2026-11-26T12:00'), to: inMoscow('2026-11-26T13:00'), note: '' };
    await of.salon.within((tx) => blockTime(tx, { resourceId: of.salon.staff.anna, ...taken }), { actor: MANAGER });
    const { bookingId } = await of.books('2026-11-25T12:00');
    await of.engine.settles(NOW);
    expect(await said(of)).toEqual(['sorry']);
    expect(await of.salon.booking(bookingId)).toMatchObject({ startsAt: inMoscow('2026-11-25T12:00') });
  });

  it('cancels the visit and offers other times', async () => {
    const of = await aChain(tries('cancel', 'cancel-booking', { reason: 'Repairs', offerTimes: true }));
    const { bookingId } = await of.books('2026-11-25T12:00');
    await of.engine.settles(NOW);
    expect(await of.salon.booking(bookingId)).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'rule',
      cancelReason: 'Repairs',
    });
    expect(await said(of)).toEqual(['well']);
  });

  it('offers free times as buttons; the press moves the visit, and the chain goes on', async () => {
    const config = {
      text: { ru: 'Когда?', en: 'When?' },
      count: 3,
      moves: true,
      after: 'P2D',
      timeout: 'P1D',
      class: 'service',
    };
    const document = chain([{ id: 'offer', type: 'offer-slots', config }, say('well')], {
      ...onMade,
      edges: [
        ['offer', 'booked', 'well'],
        ['offer', 'none', 'done'],
        ['offer', 'timeout', 'done'],
      ],
    });
    const of = await aChain(document);
    const { bookingId } = await of.books('2026-11-25T12:00');
    await of.engine.settles(NOW);
    const { rows } = await database.owner.query('select id, times from booking_offer where contact_id = $1', [
      of.client,
    ]);
    expect(rows[0].times).toHaveLength(3);
    const press = () =>
      of.salon.within(
        (tx) => takeOffer(tx, { offerId: rows[0].id, index: 1, contactId: of.client, botId: of.salon.botId }),
        { actor: { kind: 'contact', contactId: of.client }, now: NOW },
      );
    await press();
    await expect(press()).rejects.toMatchObject({ code: 'offer_gone' });
    await of.engine.settles(NOW);
    expect(await said(of)).toEqual(['When?', 'well']);
    expect((await of.salon.booking(bookingId)).startsAt.toISOString()).toBe(rows[0].times[1]);
  });
});
