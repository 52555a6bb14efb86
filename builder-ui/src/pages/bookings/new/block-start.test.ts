import { describe, expect, it } from '@jest/globals';
import { aCalendar, TEST_DAY } from '../calendar/test-calendar.ts';
import { blockStart } from './block-start.ts';

const calendar = aCalendar([]);
const evening = { today: '2026-11-19', nowMinute: 23 * 60 + 10 };

describe('where a block of time begins', () => {
  it('at the press on the calendar', () => {
    expect(blockStart({ day: TEST_DAY, from: 900 }, calendar, evening)).toBe(900);
  });

  it('today at the next half hour', () => {
    expect(blockStart({ day: TEST_DAY }, calendar, { today: TEST_DAY, nowMinute: 611 })).toBe(630);
  });

  it('on another day with the shift of the person, whatever the hour is now', () => {
    expect(blockStart({ day: TEST_DAY, staffId: 'b' }, calendar, evening)).toBe(12 * 60);
    expect(blockStart({ day: '2026-11-21', staffId: 'b' }, calendar, evening)).toBe(10 * 60);
  });
});
