import { describe, expect, it } from '@jest/globals';
import { nextOccurrence, recurrenceProblem, recurrenceWords } from './recurrence.ts';

const on = (rule: string, startDate = '2026-01-01', time = '10:00') => ({ rule, startDate, time });
const after = (rule: string, moment: string, zone = 'Europe/Berlin', time = '10:00'): string | undefined =>
  nextOccurrence(on(rule, '2026-01-01', time), new Date(moment), zone)?.toISOString();

describe('a schedule of an owner', () => {
  it('keeps its hour on the wall when the clocks change', () => {
    expect(after('FREQ=WEEKLY;BYDAY=SA,SU', '2026-03-28T00:00:00Z')).toBe('2026-03-28T09:00:00.000Z');
    expect(after('FREQ=WEEKLY;BYDAY=SA,SU', '2026-03-28T09:00:00Z')).toBe('2026-03-29T08:00:00.000Z');
  });

  it('comes at the first instant after the gap when its hour is skipped, and once when it happens twice', () => {
    expect(after('FREQ=DAILY', '2026-03-28T12:00:00Z', 'Europe/Berlin', '02:30')).toBe('2026-03-29T01:00:00.000Z');
    expect(after('FREQ=DAILY', '2026-10-24T12:00:00Z', 'Europe/Berlin', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(after('FREQ=DAILY', '2026-10-25T00:30:00Z', 'Europe/Berlin', '02:30')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('is not on its first date unless the rule names that day', () => {
    expect(after('FREQ=WEEKLY;BYDAY=MO', '2025-12-01T00:00:00Z')).toBe('2026-01-05T09:00:00.000Z');
  });

  it('ends after so many times, and with the whole of its last day', () => {
    expect(after('FREQ=DAILY;COUNT=2', '2026-01-01T12:00:00Z')).toBe('2026-01-02T09:00:00.000Z');
    expect(after('FREQ=DAILY;COUNT=2', '2026-01-02T12:00:00Z')).toBeUndefined();
    expect(after('FREQ=DAILY;UNTIL=20260102', '2026-01-01T12:00:00Z')).toBe('2026-01-02T09:00:00.000Z');
    expect(after('FREQ=DAILY;UNTIL=20260102', '2026-01-02T12:00:00Z')).toBeUndefined();
  });

  it('has no second last Friday in a month that has one matching day', () => {
    expect(recurrenceProblem(on('FREQ=MONTHLY;BYMONTHDAY=31;BYSETPOS=-2'))).toBe('rule_empty');
  });
});

describe('a rule that cannot be used', () => {
  it.each([
    ['FREQ=HOURLY', 'rule_too_often'],
    ['FREQ=MINUTELY;INTERVAL=5', 'rule_too_often'],
    ['', 'rule_invalid'],
    ['every day', 'rule_invalid'],
    ['FREQ=DAILY;BYHOUR=9,12', 'rule_invalid'],
    ['FREQ=DAILY;INTERVAL=0', 'rule_invalid'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'rule_invalid'],
    ['FREQ=MONTHLY;BYDAY=MO,1TU', 'rule_invalid'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'rule_invalid'],
    ['FREQ=DAILY;UNTIL=20260230', 'rule_invalid'],
    ['FREQ=DAILY;COUNT=0', 'rule_invalid'],
    ['DTSTART=20260101;FREQ=DAILY', 'rule_invalid'],
    ['FREQ=DAILY;UNTIL=20251231', 'rule_empty'],
    ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', 'rule_empty'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'rule_empty'],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=FR', 'rule_empty'],
    ['FREQ=DAILY', undefined],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO', undefined],
  ])('%j: %s', (rule, problem) => expect(recurrenceProblem(on(rule))).toBe(problem));

  it('has a first date and a time of day that exist', () => {
    expect(recurrenceProblem(on('FREQ=DAILY', '2026-02-30'))).toBe('rule_invalid');
    expect(recurrenceProblem(on('FREQ=DAILY', '2026-02-28', '25:00'))).toBe('rule_invalid');
  });
});

describe('a rule in words', () => {
  it.each([
    ['FREQ=DAILY', 'каждый день в 10:00', 'every day at 10:00'],
    ['FREQ=DAILY;INTERVAL=2', 'каждые 2 дня в 10:00', 'every 2 days at 10:00'],
    ['FREQ=WEEKLY', 'по четвергам в 10:00', 'every Thursday at 10:00'],
    ['FREQ=WEEKLY;BYDAY=TH,MO', 'по понедельникам и четвергам в 10:00', 'every Monday and Thursday at 10:00'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'по будням в 10:00', 'every working day at 10:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'каждые 2 недели по понедельникам в 10:00', 'every 2 weeks on Monday at 10:00'],
    ['FREQ=MONTHLY', 'каждый месяц 1-го числа в 10:00', 'every month on the 1st at 10:00'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=1,15',
      'каждый месяц 1-го и 15-го числа в 10:00',
      'every month on the 1st and 15th at 10:00',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'каждый месяц в последний день в 10:00', 'every month on the last day at 10:00'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'каждый месяц во второй вторник в 10:00', 'every month on the second Tuesday at 10:00'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'каждый месяц в последнюю пятницу в 10:00', 'every month on the last Friday at 10:00'],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'каждый месяц в последний будний день в 10:00',
      'every month on the last working day at 10:00',
    ],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8', 'каждый год 8 марта в 10:00', 'every year on 8 March at 10:00'],
    ['FREQ=YEARLY', 'каждый год 1 января в 10:00', 'every year on 1 January at 10:00'],
    [
      'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU',
      'каждый год в мае во второе воскресенье в 10:00',
      'every year in May on the second Sunday at 10:00',
    ],
    [
      'FREQ=DAILY;BYMONTH=6,7',
      'каждый день в 10:00, только в июне и июле',
      'every day at 10:00, only in June and July',
    ],
    ['FREQ=DAILY;COUNT=3', 'каждый день в 10:00, всего 3 раза', 'every day at 10:00, 3 times in all'],
    [
      'FREQ=DAILY;UNTIL=20261231',
      'каждый день в 10:00, до 31 декабря 2026 г. включительно',
      'every day at 10:00, until 31 December 2026',
    ],
    ['nonsense', 'nonsense', 'nonsense'],
  ])('%s: %s', (rule, russian, english) => {
    expect(recurrenceWords(on(rule), 'ru')).toBe(russian);
    expect(recurrenceWords(on(rule), 'en')).toBe(english);
  });
});
