import { describe, expect, it } from '@jest/globals';
import { aPlace, answerAt, at, minutes, person, planOf, service, timeIn, timesOf } from '#test/slot-oracle/a-place.ts';
import type { GroupSession, SlotFacts } from './slot-facts.ts';
import { freeSlots, nearestSlots } from './slots.ts';

const rules = { stepMinutes: 60, noticeMinutes: 0, horizonDays: 30 };
const one = (told: Parameters<typeof person>[1], facts: Partial<SlotFacts> = {}): SlotFacts =>
  aPlace({ staff: [person('anna', told)], ...facts });
const lasting = (duration: number, more = {}) => [service(minutes(duration, more), 'anna')];

describe('times are offered', () => {
  it.each([
    [
      'every step from the beginning of the shift to the visit that ends when the place closes',
      one({ hours: '09:00-12:00' }),
      '09:00 10:00 11:00',
    ],
    ['from where the shift begins, not from the full hour', one({ hours: '09:20-12:30' }), '09:20 10:20 11:20'],
    [
      'by the step, however long the service',
      one({ hours: '09:00-11:00' }, { rules: { ...rules, stepMinutes: 30 } }),
      '09:00 09:30 10:00',
    ],
    [
      'also when the service is longer than the step',
      one({ hours: '09:00-11:00' }, { items: lasting(90), rules: { ...rules, stepMinutes: 15 } }),
      '09:00 09:15 09:30',
    ],
    ['not when the shift is too short', one({ hours: '09:00-11:00' }, { items: lasting(121) }), ''],
    [
      'around a break, on the grid of the shift',
      one({ hours: '09:00-15:00', breaks: '12:30-13:30' }),
      '09:00 10:00 11:00 14:00',
    ],
    ['from each shift anew', one({ hours: '09:00-11:00 15:30-17:30' }), '09:00 10:00 15:30 16:30'],
    ['around what is taken, back to back', one({ hours: '09:00-13:00', busy: '10:00-11:00' }), '09:00 11:00 12:00'],
    ['not where a minute is taken', one({ hours: '09:00-13:00', busy: '10:59-11:01' }), '09:00 12:00'],
    ['not on a day off', one({ hours: '' }), ''],
  ])('%s', (_, facts, times) => {
    expect(timesOf(facts)).toBe(times);
  });

  it('once, when several people are free', () => {
    const facts = aPlace({
      staff: [person('anna', { hours: '09:00-11:00' }), person('boris', { hours: '10:00-12:00' })],
      items: [service(minutes(60), 'anna boris')],
    });
    expect(timesOf(facts)).toBe('09:00 10:00 11:00');
  });

  it('on the grid of the person who begins', () => {
    const facts = aPlace({
      staff: [person('anna', { hours: '09:00-11:00' }), person('boris', { hours: '09:30-11:30' })],
      items: [service(minutes(60), 'anna boris')],
    });
    expect(timesOf(facts)).toBe('09:00 09:30 10:00 10:30');
    const onlyBorisBegins = { ...facts, items: [service(minutes(30), 'boris'), service(minutes(30), 'anna')] };
    expect(timesOf(onlyBorisBegins)).toBe('09:30');
  });
});

describe('a night shift', () => {
  const night = one({ hours: '21:30-01:30' }, { items: lasting(30) });

  it('offers its times on the day on which they are', () => {
    expect(timesOf(night)).toBe('00:30 21:30 22:30 23:30');
  });

  it('goes on into a day off', () => {
    const staff = [
      person('anna', {
        hours: '21:30-01:30',
        exceptions: [{ from: '2026-06-10', to: '2026-06-10', plan: planOf('') }],
      }),
    ];
    expect(timesOf({ ...night, staff })).toBe('00:30');
    expect(timesOf({ ...night, staff }, '2026-06-11')).toBe('21:30 22:30 23:30');
  });

  it('takes a visit over midnight, and one over the seam of two shifts', () => {
    expect(answerAt(one({ hours: '20:00-02:00' }, { items: lasting(120) }), at('23:00'))).toBe('anna 23:00-01:00');
    expect(answerAt(one({ hours: '00:00-00:00' }, { items: lasting(120) }), at('23:00'))).toBe('anna 23:00-01:00');
  });
});

describe('where the clock is changed', () => {
  const at15 = { ...rules, stepMinutes: 30, horizonDays: 400 };
  it.each([
    ['Europe/Berlin', '2026-03-29', '01:00-04:00', '01:00 01:30 03:00 03:30'],
    ['Europe/Berlin', '2026-10-25', '01:00-04:00', '01:00 01:30 02:00 02:30 02:00 02:30 03:00 03:30'],
    ['Australia/Lord_Howe', '2026-10-04', '01:00-04:00', '01:00 01:30 02:30 03:00 03:30'],
    ['Australia/Lord_Howe', '2026-04-05', '01:00-03:00', '01:00 01:30 01:30 02:00 02:30'],
    ['America/Nuuk', '2026-03-29', '00:00-01:00', '00:00 00:30'],
    ['Asia/Beirut', '2026-03-29', '00:00-02:00', '01:00 01:30'],
  ])('%s, on %s from %s: every half hour that passes', (zone, day, hours, times) => {
    const facts = one({ hours }, { zone, rules: at15, items: lasting(30), now: new Date('2026-01-10T12:00:00Z') });
    expect(timesOf(facts, day)).toBe(times);
  });
});

describe('a client books', () => {
  const now = at('10:30');
  it.each([
    ['nothing that has begun', { noticeMinutes: 0 }, '10:29', 'past'],
    ['with the notice that the place wants', { noticeMinutes: 30 }, '10:59', 'too_soon'],
    ['at the last minute of the notice', { noticeMinutes: 30 }, '11:00', 'anna 11:00-12:00'],
    ['at once when no notice is wanted', { noticeMinutes: 0 }, '11:00', 'anna 11:00-12:00'],
    ['on the grid', { noticeMinutes: 0 }, '11:15', 'off_grid'],
    ['in working hours', { noticeMinutes: 0 }, '17:00', 'anna 17:00-18:00'],
  ])('%s', (_, more, time, answer) => {
    expect(answerAt(one({}, { now, rules: { ...rules, ...more } }), at(time))).toBe(answer);
  });

  it('until the last day of the horizon, counted by the calendar of the place', () => {
    const facts = one({}, { now: at('23:59'), rules: { ...rules, horizonDays: 1 } });
    expect(timesOf(facts, '2026-06-11')).not.toBe('');
    expect(timesOf(facts, '2026-06-12')).toBe('');
    expect(answerAt(facts, at('09:00', '2026-06-12'))).toBe('too_far');
    // At 23:59 UTC, Tokyo has the next day already.
    const tokyo = { ...facts, zone: 'Asia/Tokyo' };
    expect([timesOf(tokyo, '2026-06-12') !== '', timesOf(tokyo, '2026-06-13')]).toEqual([true, '']);
  });

  it('days without end only up to the horizon', () => {
    const slots = freeSlots(one({ hours: '09:00-10:00' }), { from: '2020-01-01', count: 100_000 });
    expect(slots).toHaveLength(30);
  });

  it('nothing that nobody gives', () => {
    expect(answerAt(aPlace({ items: [service(minutes(60), 'gone')] }), at('09:00'))).toBe('nobody_gives_it');
    expect(answerAt(aPlace({ items: [] }), at('09:00'))).toBe('nobody_gives_it');
    expect(timesOf(aPlace({ items: [] }))).toBe('');
  });

  it('is refused where a time would break two rules, by the first of them', () => {
    const facts = one({ busy: '09:00-18:00' }, { now, rules: { ...rules, noticeMinutes: 60 } });
    expect(['09:00', '11:00', '12:30', '18:00', '12:00'].map((time) => answerAt(facts, at(time)))).toEqual([
      'past',
      'too_soon',
      'off_grid',
      'not_working',
      'staff_busy',
    ]);
    expect(answerAt(one({ hours: '09:00-12:30', busy: '09:00-18:00' }), at('12:00'))).toBe('not_working');
  });
});

describe('staff book', () => {
  const now = at('10:30');
  it.each([
    ['somebody who came in and sat down a quarter ago', {}, '10:15', 'anna 10:15-11:15'],
    ['sooner than clients may', { rules: { ...rules, noticeMinutes: 600 } }, '10:45', 'anna 10:45-11:45'],
    ['further ahead than clients may', { rules: { ...rules, horizonDays: -1 } }, '11:00', 'anna 11:00-12:00'],
    ['not after hours', {}, '17:01', 'not_working'],
  ])('%s', (_, more, time, answer) => {
    expect(answerAt(one({}, { now, ...more }), at(time), 'staff')).toBe(answer);
  });

  it('more visits than clients may, but never over another', () => {
    const facts = one({ busy: '12:00-13:00', visits: [at('12:00')], maxPerDay: 1, maxPerWeek: 1 }, { now });
    expect(answerAt(facts, at('14:00'))).toBe('day_full');
    expect(answerAt(facts, at('14:00'), 'staff')).toBe('anna 14:00-15:00');
    expect(answerAt(facts, at('11:30'), 'staff')).toBe('staff_busy');
  });
});

describe('a group', () => {
  const session = (from: string, seatsLeft: number, staffId = 'anna'): GroupSession => ({
    id: `at ${from}`,
    staffId,
    from: +at(from),
    to: +at(from) + 3_600_000,
    seatsLeft,
  });
  const staff = [person('anna', { hours: '09:00-12:00', busy: '10:10-11:10' }), person('boris', { hours: '' })];
  const group = (sessions: GroupSession[], more: Partial<SlotFacts> = {}): SlotFacts =>
    aPlace({
      staff,
      items: [service(minutes(60), 'anna boris', 'hall')],
      resources: [{ id: 'hall', busy: [] }],
      sessions,
      ...more,
    });

  it('that is planned has its time, on the grid or not, beside the times for a new one', () => {
    const facts = group([session('10:10', 3)]);
    expect(timesOf(facts)).toBe('09:00 10:10');
    const [, slot] = freeSlots(facts, { from: '2026-06-10', count: 1 });
    expect(slot).toEqual({
      startsAt: at('10:10'),
      endsAt: at('11:10'),
      sessionId: 'at 10:10',
      items: [{ staffId: 'anna', resourceIds: [], startsAt: at('10:10'), endsAt: at('11:10') }],
    });
  });

  it('at midnight is of the day that begins', () => {
    const facts = group([session('00:00', 3)]);
    expect([timesOf(facts, '2026-06-10').slice(0, 5), timesOf(facts, '2026-06-09')]).toEqual(['00:00', '']);
  });

  it('is full when no seat is left', () => {
    expect(timesOf(group([session('10:10', 0)]))).toBe('09:00');
    expect(answerAt(group([session('10:10', 0)]), at('10:10'))).toBe('group_full');
    expect(answerAt(group([session('10:10', 0)]), at('10:10'), 'staff')).toBe('group_full');
  });

  it('that is full makes way for a new one by somebody else', () => {
    const facts = group([session('10:00', 0)], { staff: [person('anna', { busy: '10:00-11:00' }), person('boris')] });
    expect(answerAt(facts, at('10:00'))).toBe('boris+hall 10:00-11:00');
  });

  it('of somebody who does not give the service any more is not joined', () => {
    expect(answerAt(group([session('10:00', 3, 'clara')]), at('10:00'))).toBe('staff_busy');
  });

  it('has seats also where its hours, limits and rooms would refuse a new one', () => {
    const facts = group([session('19:00', 1)], { resources: [], staff: [person('anna', { maxPerDay: 0 })] });
    expect(timesOf(facts)).toBe('19:00');
  });
});

describe('the nearest times', () => {
  const near = (facts: SlotFacts, wanted: Date, count: number, reachDays?: number): string[] =>
    nearestSlots(facts, wanted, count, reachDays).map(
      ({ startsAt }) => `${startsAt.toISOString().slice(8, 10)} ${timeIn('UTC', startsAt)}`,
    );
  const facts = one({ hours: '10:00-13:00' });

  it.each([
    ['lie on both sides, in order of time', '11:00', 3, ['10 10:00', '10 11:00', '10 12:00']],
    ['of two as near, are the earlier', '11:30', 1, ['10 11:00']],
    ['have the wanted time itself among them when it is free', '10:00', 1, ['10 10:00']],
    [
      'lie on other days when the day has too few',
      '12:00',
      5,
      ['10 10:00', '10 11:00', '10 12:00', '11 10:00', '11 11:00'],
    ],
    ['are none when none are wanted', '12:00', 0, []],
  ])('%s', (_, wanted, count, times) => {
    expect(near(facts, at(wanted), count)).toEqual(times);
  });

  it('come from the night before when that is nearer than the day itself', () => {
    const nights = one({ hours: '22:00-00:00 14:00-15:00' });
    expect(near(nights, at('01:00'), 3)).toEqual(['09 14:00', '09 22:00', '09 23:00']);
  });

  it('end with the horizon, on both sides', () => {
    const short = one({ hours: '10:00-11:00' }, { rules: { ...rules, horizonDays: 2 } });
    const all = ['10 10:00', '11 10:00'];
    expect(near(short, at('10:00'), 9)).toEqual(all);
    expect(near(short, at('10:00', '2026-09-01'), 9)).toEqual(all);
    expect(near(short, at('10:00', '2020-01-01'), 1)).toEqual(['10 10:00']);
    expect(near(one({ hours: '' }), at('10:00'), 3)).toEqual([]);
  });

  it('are not looked for further away than the facts go', () => {
    const mondays = one({
      hours: '',
      exceptions: [{ from: '2026-06-15', to: '2026-06-15', plan: planOf('10:00-11:00') }],
    });
    expect(near(mondays, at('10:00'), 1)).toEqual(['15 10:00']);
    expect(near(mondays, at('10:00'), 1, 5)).toEqual(['15 10:00']);
    expect(near(mondays, at('10:00'), 1, 4)).toEqual([]);
  });
});
