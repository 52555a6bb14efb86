import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aSalon, inMoscow, type Salon } from '#test/support/salon.ts';
import { changeBookingRules, type RulesChange } from '#use-cases/services/change-booking-rules.ts';
import { MANAGER, OWNER } from '#test/support/shop.ts';
import { cancelBooking } from './cancel-booking.ts';
import { moveBooking } from './move-booking.ts';
import { readBooking } from './read-booking.ts';
import { remindOfBooking, type ReminderStep } from './remind-of-booking.ts';
import { remindOthersDue } from './remind-others.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const MADE = inMoscow('2026-11-21T12:00');
/** Wednesday at five in the afternoon: reminders at 17:00 the day before, at 9:00 and at 16:00. */
const VISIT = '2026-11-25T17:00';

async function aVisit(settings: Record<string, unknown> = {}, facts: { timeZone?: string } = {}) {
  const salon: Salon = await aSalon(database, { settings });
  const client = await salon.client('Anna K', facts);
  const { bookingId } = await salon.books(client, VISIT);
  const reminds = (now: string): Promise<ReminderStep> =>
    salon.within((tx) => remindOfBooking(tx, bookingId), { now: inMoscow(now) });
  /** The workflow of a night and a day: a look whenever the next reminder is due. */
  const lives = async (until: string): Promise<string[]> => {
    const moments: string[] = [];
    let step = await reminds('2026-11-21T12:00');
    while (step.kind === 'wait' && step.until <= inMoscow(until)) {
      moments.push(step.until.toISOString());
      step = await salon.within((tx) => remindOfBooking(tx, bookingId), { now: step.until });
    }
    return moments;
  };
  const reminded = async () => (await salon.told(client)).filter(({ key }) => key.includes(':reminder:'));
  const moves = (to: string, now: string) =>
    salon.within((tx) => moveBooking(tx, { bookingId, startsAt: inMoscow(to) }), {
      actor: MANAGER,
      now: inMoscow(now),
    });
  return { salon, client, bookingId, reminds, lives, reminded, moves };
}
const utc = (at: string): string => inMoscow(at).toISOString();

describe('the reminders of a visit', () => {
  it('come a day before, that morning and an hour before, each once', async () => {
    const { lives, reminded, reminds } = await aVisit();
    expect(await lives(VISIT)).toEqual([utc('2026-11-24T17:00'), utc('2026-11-25T09:00'), utc('2026-11-25T16:00')]);
    expect((await reminded()).map(({ class: kind, body }) => [kind, body.split('\n')[0]])).toEqual([
      ['service', 'We expect you'],
      ['service', 'We expect you today'],
      ['service', 'We expect you'],
    ]);
    expect(await reminds(VISIT)).toMatchObject({ kind: 'closed' });
    expect(await reminded()).toHaveLength(3);
  });

  it('follow the visit when it moves later and when it moves earlier', async () => {
    const { reminds, moves } = await aVisit();
    expect(await reminds('2026-11-21T12:00')).toMatchObject({ until: inMoscow('2026-11-24T17:00') });
    await moves('2026-11-28T12:00', '2026-11-21T13:00');
    expect(await reminds('2026-11-21T13:00')).toMatchObject({ until: inMoscow('2026-11-27T12:00') });
    await moves('2026-11-24T12:00', '2026-11-21T14:00');
    expect(await reminds('2026-11-21T14:00')).toMatchObject({ until: inMoscow('2026-11-23T12:00') });
  });

  it('that waited to be sent when the visit moved are taken back', async () => {
    const { reminds, moves, reminded } = await aVisit();
    await reminds('2026-11-24T17:00');
    expect((await reminded()).map(({ state }) => state)).toEqual(['queued']);
    await moves('2026-11-28T12:00', '2026-11-24T17:01');
    expect((await reminded()).map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it('stop at once when the visit is cancelled', async () => {
    const { salon, bookingId, reminds, reminded } = await aVisit();
    await reminds('2026-11-24T17:00');
    await salon.within((tx) => cancelBooking(tx, { bookingId, reason: null }), { actor: MANAGER });
    expect((await reminded()).map(({ state }) => state)).toEqual(['withdrawn']);
    expect(await reminds('2026-11-25T09:00')).toEqual({ kind: 'closed', outcome: 'cancelled' });
  });

  it('that were missed when the visit was booked do not come late', async () => {
    const salon = await aSalon(database);
    const client = await salon.client();
    const now = inMoscow('2026-11-24T10:00');
    const { bookingId } = await salon.books(client, '2026-11-24T17:00', { now });
    const step = await salon.within((tx) => remindOfBooking(tx, bookingId), { now });
    expect(step).toMatchObject({ until: inMoscow('2026-11-24T16:00') });
    const card = await salon.within((tx) => readBooking(tx, bookingId), { actor: MANAGER, now });
    expect(card.reminders.map(({ reminder, outcome, reason }) => [reminder, outcome, reason])).toEqual([
      ['24h', 'skipped', 'missed'],
      ['morning', 'skipped', 'missed'],
      ['1h', 'ahead', null],
    ]);
  });

  it('leave the client’s night in peace, by the client’s own clock', async () => {
    // In Vladivostok it is seven hours later: 17:00 in Moscow is midnight there.
    const { lives } = await aVisit(
      { booking: { quietHours: { from: '22:00', to: '08:00' } } },
      { timeZone: 'Asia/Vladivostok' },
    );
    const hours = (await lives(VISIT)).map((at) => (new Date(at).getUTCHours() + 10) % 24);
    for (const hour of hours) expect(hour >= 8 && hour < 22).toBe(true);
    expect(hours.length).toBeGreaterThan(0);
  });

  it('say the owner’s own text, with the visit filled in', async () => {
    const reminders = [
      {
        id: '1h',
        on: true,
        when: { kind: 'before', minutes: 60 },
        toClient: true,
        toStaff: false,
        text: { ru: 'Скоро {service} у {staff}', en: 'Soon {service} with {staff} <3' },
      },
    ];
    const { reminds, reminded } = await aVisit({ booking: { reminders } });
    await reminds('2026-11-25T16:00');
    expect((await reminded())[0]?.body).toBe('Soon Manicure with Анна <3');
  });

  it('are silent when the owner draws their own', async () => {
    const { reminds } = await aVisit({ booking: { remindersOn: false } });
    expect(await reminds('2026-11-21T12:00')).toMatchObject({ kind: 'closed', outcome: 'no_more_reminders' });
  });

  it('follow the owner’s new rules for visits that are booked already', async () => {
    const { salon, reminds } = await aVisit();
    expect(await reminds('2026-11-21T12:00')).toMatchObject({ until: inMoscow('2026-11-24T17:00') });
    const when = { kind: 'before', minutes: 2_880 } as const;
    const reminders = [{ id: '2days', on: true, when, toClient: true, toStaff: false, text: null }];
    const change = (rules: RulesChange) =>
      salon.within((tx) => changeBookingRules(tx, rules), { actor: OWNER, now: inMoscow('2026-11-21T13:00') });
    const woken = () =>
      salon.within((tx) =>
        tx.sql<{ type: string }>(`select type from process where wake_no > seen_no and type like 'booking-%'`),
      );
    await change({ stepMinutes: 15, horizonDays: 30 });
    expect(await woken()).toEqual([]);
    await change({ reminders });
    expect(await woken()).toEqual([{ type: 'booking-reminders' }]);
    expect(await reminds('2026-11-21T13:00')).toMatchObject({ until: inMoscow('2026-11-23T17:00') });
  });

  it('do not come hours late after a machine stood still, and the record says so', async () => {
    const { salon, bookingId, reminds, reminded } = await aVisit();
    await reminds('2026-11-24T22:30');
    expect(await reminded()).toEqual([]);
    const card = await salon.within((tx) => readBooking(tx, bookingId), { actor: MANAGER, now: MADE });
    expect(card.reminders[0]).toMatchObject({ reminder: '24h', outcome: 'skipped', reason: 'late' });
  });
});

describe('reminders that are due at one moment', () => {
  const DUE = inMoscow('2026-11-24T17:00');

  async function threeVisits() {
    const salon = await aSalon(database);
    const visits = await Promise.all(
      ['anna', 'boris', 'vera'].map(async (person) => {
        const client = await salon.client(person);
        const dina = { serviceId: salon.services.colouring };
        const group = { serviceId: salon.services.yoga };
        const { bookingId } = await salon.books(client, VISIT, person === 'vera' ? dina : group);
        await salon.within((tx) => remindOfBooking(tx, bookingId), { now: MADE });
        return { bookingId, client };
      }),
    );
    const reminded = () =>
      Promise.all(
        visits.map(
          async ({ client }) => (await salon.told(client)).filter(({ key }) => key.includes(':reminder:')).length,
        ),
      );
    /** Whoever comes first, at that moment, when the last look is long enough ago. */
    const first = async (now = DUE): Promise<void> => {
      await pause(200);
      await remindOthersDue((id, actor, work) => database.withBusiness(id, actor, work, { now }), salon.businessId);
    };
    return { salon, visits, reminded, first };
  }

  it('go out together with the first of them, each once; their own workflows find it done', async () => {
    const { salon, visits, reminded, first } = await threeVisits();
    await Promise.all([first(), first()]);
    expect(await reminded()).toEqual([1, 1, 1]);
    await first();
    const own = await salon.within((tx) => remindOfBooking(tx, visits[0]!.bookingId), { now: DUE });
    expect(own).toMatchObject({ kind: 'wait', until: inMoscow('2026-11-25T09:00') });
    expect(await reminded()).toEqual([1, 1, 1]);
  });

  it('are decided by the visit as it is then: a moved or a cancelled one is not reminded, nor one before its time', async () => {
    const { salon, visits, reminded, first } = await threeVisits();
    const [moved, cancelled] = visits.map(({ bookingId }) => bookingId);
    const by = { actor: MANAGER, now: inMoscow('2026-11-22T12:00') };
    await salon.within((tx) => moveBooking(tx, { bookingId: moved!, startsAt: inMoscow('2026-11-27T17:00') }), by);
    await salon.within((tx) => cancelBooking(tx, { bookingId: cancelled!, reason: null }), by);
    await first(new Date(DUE.getTime() - 1));
    expect(await reminded()).toEqual([0, 0, 0]);
    await first();
    expect(await reminded()).toEqual([0, 0, 1]);
  });

  it('are on time for a visit that was moved closer, even when its own workflow has not learnt of it yet', async () => {
    const { salon, visits, reminded, first } = await threeVisits();
    const [moved] = visits;
    const to = { bookingId: moved!.bookingId, startsAt: inMoscow('2026-11-24T17:00') };
    await salon.within((tx) => moveBooking(tx, to), { actor: MANAGER, now: inMoscow('2026-11-22T12:00') });
    await first(inMoscow('2026-11-23T17:00'));
    expect(await reminded()).toEqual([1, 0, 0]);
  });

  it('swallow no wake-up of a workflow', async () => {
    const { salon, visits, first } = await threeVisits();
    const [visit] = visits;
    const wakes = async () =>
      (
        await database.owner.query(
          `select wake_no, seen_no from process where subject_id = $1 and type = 'booking-reminders'`,
          [visit!.bookingId],
        )
      ).rows;
    const before = await wakes();
    await first();
    expect(await wakes()).toEqual(before);
    await salon.within(
      (tx) => moveBooking(tx, { bookingId: visit!.bookingId, startsAt: inMoscow('2026-11-27T17:00') }),
      {
        actor: MANAGER,
        now: DUE,
      },
    );
    await first();
    expect((await wakes())[0]).toMatchObject({ wake_no: before[0].wake_no + 1, seen_no: before[0].seen_no });
  });
});
