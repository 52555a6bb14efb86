import { describe, expect, it } from '@jest/globals';
import type { DayInterval, DayPlan, PlanException } from './slot-facts.ts';
import { workingSpans } from './working-time.ts';

const hours = (text: string): DayInterval => ({ from: text.slice(0, 5), to: text.slice(6) });
const plan = (open: string, breaks = ''): DayPlan => ({
  hours: open.split(' ').filter(Boolean).map(hours),
  breaks: breaks.split(' ').filter(Boolean).map(hours),
});
const always = (open: string, breaks = '') => ({ week: Array<DayPlan>(7).fill(plan(open, breaks)), exceptions: [] });

/** What is worked by the plan of a day, in UTC: day and time. */
function worked(
  staff: Parameters<typeof workingSpans>[0],
  day: string,
  { zone = 'UTC', holidays = [] as PlanException[] } = {},
): string[] {
  const shown = (ms: number): string => new Date(ms).toISOString().slice(8, 16).replace('T', ' ');
  return workingSpans(staff, holidays, day, zone).map(({ from, to }) => `${shown(from)} - ${shown(to)}`);
}

describe('the hours of a day', () => {
  it.each([
    ['begin and end by the clock', '09:00-18:00', '', ['10 09:00 - 10 18:00']],
    ['may be several', '09:00-13:00 15:00-18:00', '', ['10 09:00 - 10 13:00', '10 15:00 - 10 18:00']],
    [
      'are in order whatever order they were written in',
      '15:00-18:00 09:00-10:00',
      '',
      ['10 09:00 - 10 10:00', '10 15:00 - 10 18:00'],
    ],
    ['are one when they overlap', '09:00-14:00 12:00-18:00', '', ['10 09:00 - 10 18:00']],
    ['are one when they touch', '09:00-13:00 13:00-18:00', '', ['10 09:00 - 10 18:00']],
    ['go on over midnight', '22:00-06:00', '', ['10 22:00 - 11 06:00']],
    ['end at midnight', '18:00-00:00', '', ['10 18:00 - 11 00:00']],
    ['last a whole day from a time to the same time', '08:00-08:00', '', ['10 08:00 - 11 08:00']],
    ['may be none', '', '12:00-13:00', []],
  ])('%s', (_, open, breaks, spans) => {
    expect(worked(always(open, breaks), '2026-06-10')).toEqual(spans);
  });
});

describe('a break', () => {
  it.each([
    ['is taken out', '09:00-18:00', '13:00-14:00', ['10 09:00 - 10 13:00', '10 14:00 - 10 18:00']],
    [
      'may be one of several',
      '09:00-18:00',
      '16:00-16:15 13:00-14:00',
      ['10 09:00 - 10 13:00', '10 14:00 - 10 16:00', '10 16:15 - 10 18:00'],
    ],
    ['outside the hours takes nothing', '09:00-18:00', '19:00-20:00', ['10 09:00 - 10 18:00']],
    ['over the beginning makes it later', '09:00-18:00', '08:00-10:00', ['10 10:00 - 10 18:00']],
    ['over everything leaves nothing', '09:00-18:00', '08:00-19:00', []],
    [
      'in a night shift before midnight is of the day',
      '20:00-04:00',
      '23:00-23:30',
      ['10 20:00 - 10 23:00', '10 23:30 - 11 04:00'],
    ],
    [
      'in a night shift may cross midnight',
      '20:00-04:00',
      '23:45-00:15',
      ['10 20:00 - 10 23:45', '11 00:15 - 11 04:00'],
    ],
    [
      'in a night shift after midnight is of the next day',
      '20:00-04:00',
      '02:00-02:30',
      ['10 20:00 - 11 02:00', '11 02:30 - 11 04:00'],
    ],
    [
      'of a day shift and of a night shift are told apart by themselves',
      '09:00-13:00 20:00-04:00',
      '10:00-10:30 02:00-02:30',
      ['10 09:00 - 10 10:00', '10 10:30 - 10 13:00', '10 20:00 - 11 02:00', '11 02:30 - 11 04:00'],
    ],
  ])('%s', (_, open, breaks, spans) => {
    expect(worked(always(open, breaks), '2026-06-10')).toEqual(spans);
  });
});

describe('the plan of a day', () => {
  const week = [1, 2, 3, 4, 5].map(() => plan('09:00-18:00')).concat([plan('10:00-14:00'), plan('')]);
  const own: PlanException[] = [{ from: '2026-06-10', to: '2026-06-12', plan: plan('12:00-13:00') }];
  const holidays: PlanException[] = [
    { from: '2026-06-12', to: '2026-06-13', plan: plan('') },
    { from: '2026-06-13', to: '2026-06-14', plan: plan('08:00-09:00') },
  ];

  it.each([
    ['that of the weekday', '2026-06-09', ['09 09:00 - 09 18:00']],
    ['an own exception from its first day', '2026-06-10', ['10 12:00 - 10 13:00']],
    ['an own exception also on a holiday of the place, to its last day', '2026-06-12', ['12 12:00 - 12 13:00']],
    ['a holiday of the place; the first that was written, of two', '2026-06-13', []],
    ['a holiday on which a closed place opens', '2026-06-14', ['14 08:00 - 14 09:00']],
    ['of Monday again', '2026-06-15', ['15 09:00 - 15 18:00']],
  ])('is %s', (_, day, spans) => {
    expect(worked({ week, exceptions: own }, day, { holidays })).toEqual(spans);
  });

  it('keeps its night shift when the next day is off', () => {
    const nights = { ...always('22:00-06:00'), exceptions: [{ from: '2026-06-11', to: '2026-06-11', plan: plan('') }] };
    expect(worked(nights, '2026-06-10')).toEqual(['10 22:00 - 11 06:00']);
    expect(worked(nights, '2026-06-11')).toEqual([]);
  });
});

describe('where the clock is changed, hours are those that the clock shows', () => {
  it.each([
    // Berlin, 29 March 2026: after 01:59 comes 03:00. 25 October: after 02:59 comes 02:00 once more.
    [
      'a night in Berlin is an hour shorter in March',
      'Europe/Berlin',
      '2026-03-28',
      '22:00-06:00',
      '',
      ['28 21:00 - 29 04:00'],
    ],
    ['and an hour longer in October', 'Europe/Berlin', '2026-10-24', '22:00-06:00', '', ['24 20:00 - 25 05:00']],
    [
      'a skipped beginning is the first moment after it',
      'Europe/Berlin',
      '2026-03-29',
      '02:30-10:00',
      '',
      ['29 01:00 - 29 08:00'],
    ],
    ['hours that are all skipped are none', 'Europe/Berlin', '2026-03-29', '02:00-03:00', '', []],
    [
      'a beginning that comes twice is the first',
      'Europe/Berlin',
      '2026-10-25',
      '02:30-10:00',
      '',
      ['25 00:30 - 25 09:00'],
    ],
    ['an end that comes twice is the first', 'Europe/Berlin', '2026-10-24', '22:00-02:30', '', ['24 20:00 - 25 00:30']],
    ['a skipped break is none', 'Europe/Berlin', '2026-03-29', '00:00-10:00', '02:00-03:00', ['28 23:00 - 29 08:00']],
    [
      'a break over the change is an hour longer',
      'Europe/Berlin',
      '2026-10-25',
      '00:00-10:00',
      '01:30-03:00',
      ['24 22:00 - 24 23:30', '25 02:00 - 25 09:00'],
    ],
    ['the day after is usual again', 'Europe/Berlin', '2026-03-30', '09:00-18:00', '', ['30 07:00 - 30 16:00']],
    // Lord Howe, 4 October 2026: after 01:59 comes 02:30. 5 April: after 01:59 comes 01:30 once more.
    [
      'Lord Howe moves by half an hour: forward',
      'Australia/Lord_Howe',
      '2026-10-04',
      '01:00-05:00',
      '',
      ['03 14:30 - 03 18:00'],
    ],
    [
      'a quarter that is skipped there',
      'Australia/Lord_Howe',
      '2026-10-04',
      '02:15-05:00',
      '',
      ['03 15:30 - 03 18:00'],
    ],
    ['and back', 'Australia/Lord_Howe', '2026-04-05', '01:00-05:00', '', ['04 14:00 - 04 18:30']],
    ['Kathmandu is a quarter off', 'Asia/Kathmandu', '2026-06-10', '09:00-18:00', '', ['10 03:15 - 10 12:15']],
    ['in Beirut midnight itself is skipped', 'Asia/Beirut', '2026-03-29', '00:00-08:00', '', ['28 22:00 - 29 05:00']],
    ['Samoa left a whole day out', 'Pacific/Apia', '2011-12-30', '09:00-18:00', '', []],
  ])('%s', (_, zone, day, open, breaks, spans) => {
    expect(worked(always(open, breaks), day, { zone })).toEqual(spans);
  });
});
