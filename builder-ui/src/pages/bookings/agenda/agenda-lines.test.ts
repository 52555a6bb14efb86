import { describe, expect, it } from '@jest/globals';
import { gridOf } from '../calendar/columns.ts';
import { aBooking, aCalendar, at, TEST_DAY } from '../calendar/test-calendar.ts';
import { linesOf } from './agenda-lines.ts';

const asked = {
  by: 'staff',
  days: [TEST_DAY],
  personId: null,
  now: { day: TEST_DAY, minute: 0 },
  buffers: new Map(),
} as const;
const kinds = (calendar: ReturnType<typeof aCalendar>, personId: string | null, now?: number) =>
  linesOf(gridOf(calendar, { ...asked, personId }), calendar, now).map(({ kind, from }) => `${kind} ${from / 60}`);

describe('the agenda of a day', () => {
  const visit = aBooking('visit', [
    { from: '12:00', to: '13:00' },
    { from: '13:00', to: '14:00', staffId: 'b' },
  ]);
  const late = aBooking('late', [{ from: '18:00', to: '20:00' }]);

  it('is in order of time, a visit of several services once', () => {
    expect(kinds(aCalendar([late, visit]), null)).toEqual(['visit 12', 'visit 18']);
  });

  it('says the free time of one person, and where the day has come to', () => {
    expect(kinds(aCalendar([late, visit]), 'a', 750)).toEqual([
      'free 10',
      'visit 12',
      'now 12.5',
      'free 13.5',
      'visit 18',
    ]);
  });

  it('shows a group once, and time that is taken', () => {
    const yoga = ['x', 'y'].map((id) => aBooking(id, [{ from: '10:00', to: '11:00' }], { sessionId: 'yoga' }));
    const blocks = [{ blockId: 'block', resourceId: 'a', from: at('11:00'), to: at('12:00'), note: 'Учёба' }];
    expect(kinds(aCalendar(yoga, { blocks }), null)).toEqual(['group 10', 'block 11']);
  });
});
