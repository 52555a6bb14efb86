import { describe, expect, it } from '@jest/globals';
import { dayTitle, daysTitle, dayWithin, monthTitle, phoneTitle, within } from './date-words.ts';

const today = '2026-11-20';
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('the head of the calendar', () => {
  it('names the day, and the year only when it is another one', () => {
    expect(plain(dayTitle('ru', today, today))).toBe('Пятница, 20 ноября');
    expect(plain(dayTitle('en', today, today))).toBe('Friday 20 November');
    expect(plain(dayTitle('ru', '2027-01-04', today))).toBe('Понедельник, 4 января 2027 г.');
  });

  it('names both years of a week over the end of a year', () => {
    expect(plain(daysTitle('ru', '2026-11-16', '2026-11-22', today))).toBe('16–22 ноября');
    expect(plain(daysTitle('en', '2026-11-30', '2026-12-06', today))).toBe('30 November – 6 December');
    expect(plain(daysTitle('en', '2026-12-28', '2027-01-03', today))).toBe('28 December 2026 – 3 January 2027');
    expect(plain(daysTitle('ru', '2026-12-28', '2027-01-03', today))).toBe('28 декабря 2026 г. – 3 января 2027 г.');
  });

  it('names the month with its year', () => {
    expect(plain(monthTitle('ru', today))).toBe('Ноябрь 2026 г.');
  });

  it('is short on a phone', () => {
    expect(plain(phoneTitle('ru', today))).toBe('Пт, 20 нояб.');
    expect(plain(phoneTitle('en', today))).toBe('Fri 20 Nov');
  });
});

describe('a day within a sentence', () => {
  it('begins small in Russian, and with a capital in English', () => {
    expect(plain(dayWithin('ru', today, today))).toBe('пятница, 20 ноября');
    expect(plain(dayWithin('en', today, today))).toBe('Friday 20 November');
  });
});

describe('a name within a sentence', () => {
  it('begins small, unless it is all capitals', () => {
    expect([within('Маникюр'), within('SPA-уход'), within('Мастер-класс'), within('')]).toEqual([
      'маникюр',
      'SPA-уход',
      'мастер-класс',
      '',
    ]);
  });
});
