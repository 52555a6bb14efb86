import { describe, expect, it } from '@jest/globals';
import { gridOf } from './columns.ts';
import { aBooking, aCalendar, at, TEST_DAY } from './test-calendar.ts';

const asked = {
  by: 'staff',
  days: [TEST_DAY],
  personId: null,
  now: { day: TEST_DAY, minute: 0 },
  buffers: new Map(),
} as const;
const first = aBooking('first', [{ from: '10:00', to: '12:00', resourceIds: ['room'] }]);
const night = { from: at('22:00'), to: new Date(Date.parse(at('22:00')) + 6 * 3_600_000).toISOString() };

describe('the columns of a day', () => {
  it('are one for each person, with what is theirs', () => {
    const { columns, window } = gridOf(aCalendar([first]), asked);
    expect(columns.map(({ id, pieces }) => [id, pieces.length])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
    expect(window).toEqual({ from: 9 * 60, to: 20 * 60 });
  });

  it('show a visit of several services once for each who gives one', () => {
    const visit = aBooking('visit', [
      { from: '12:00', to: '13:00' },
      { from: '13:00', to: '14:00', staffId: 'b' },
    ]);
    const { columns } = gridOf(aCalendar([visit]), asked);
    expect(columns.map(({ pieces }) => pieces.map(({ from }) => from))).toEqual([[720], [780]]);
  });

  it('are one for each room, and nobody in particular is booked there', () => {
    const { columns } = gridOf(aCalendar([first]), { ...asked, by: 'rooms' });
    expect(columns).toMatchObject([{ id: 'room', staffId: null, resourceId: 'room', pieces: [{ from: 600 }] }]);
  });

  it('grow for a visit before or after the hours', () => {
    const early = aBooking('early', [{ from: '07:30', to: '08:00' }]);
    expect(gridOf(aCalendar([early]), asked).window.from).toBe(7 * 60);
  });

  it('go on after midnight with a shift that does', () => {
    const calendar = aCalendar([], {});
    const working = [{ day: TEST_DAY, spans: [night] }];
    const grid = gridOf({ ...calendar, staff: [{ ...calendar.staff[0]!, working }] }, asked);
    expect(grid.window.to).toBe(28 * 60);
    expect(grid.columns[0]?.work).toEqual([{ from: 22 * 60, to: 28 * 60 }]);
  });

  it('go on after a break of that shift too', () => {
    const later = (hours: number) => new Date(Date.parse(at('20:00')) + hours * 3_600_000).toISOString();
    const spans = [
      { from: later(0), to: later(5) },
      { from: later(5.5), to: later(10) },
    ];
    const calendar = aCalendar([]);
    const staff = [{ ...calendar.staff[0]!, working: [{ day: TEST_DAY, spans }] }];
    expect(gridOf({ ...calendar, staff }, asked).window.to).toBe(30 * 60);
  });

  it('leave time for what a service needs after itself', () => {
    const buffers = new Map([['service', { before: 0, after: 15 }]]);
    const { columns } = gridOf(aCalendar([first]), { ...asked, buffers });
    expect(columns[0]?.free[0]).toEqual({ from: 13.5 * 60, to: 20 * 60 });
    expect(gridOf(aCalendar([first]), asked).columns[0]?.free[0]).toEqual({ from: 12 * 60, to: 13 * 60 });
  });

  it('show a group session once, with everybody who comes', () => {
    const one = aBooking('one', [{ from: '12:00', to: '13:00' }], { sessionId: 'yoga' });
    const two = aBooking('two', [{ from: '12:00', to: '13:00' }], { sessionId: 'yoga' });
    const [column] = gridOf(aCalendar([one, two]), asked).columns;
    expect(column?.pieces.map(({ bookings }) => bookings.length)).toEqual([2]);
    expect(column?.booked).toBe(60);
  });

  it('are as full as the working time that is taken', () => {
    const [column] = gridOf(aCalendar([first]), asked).columns;
    expect([column?.booked, column?.working]).toEqual([120, 570]);
  });
});

describe('the columns of a week', () => {
  const days = [TEST_DAY, '2026-11-21'];

  it('are the days, for one person or for all', () => {
    const all = gridOf(aCalendar([first]), { ...asked, by: 'week', days });
    expect(all.columns.map(({ id, staffId, pieces }) => [id, staffId, pieces.length])).toEqual([
      [TEST_DAY, null, 1],
      ['2026-11-21', null, 0],
    ]);
    const own = gridOf(aCalendar([first]), { ...asked, by: 'week', days, personId: 'b' });
    expect(own.columns.map(({ staffId, pieces }) => [staffId, pieces.length])).toEqual([
      ['b', 0],
      ['b', 0],
    ]);
  });

  it('give the hours after midnight to the next day', () => {
    const calendar = aCalendar([]);
    const working = [{ day: TEST_DAY, spans: [night] }];
    const { columns, window } = gridOf(
      { ...calendar, staff: [{ ...calendar.staff[0]!, working }] },
      { ...asked, by: 'week', days },
    );
    expect(window).toEqual({ from: 0, to: 24 * 60 });
    expect(columns.map(({ work }) => work)).toEqual([[{ from: 22 * 60, to: 24 * 60 }], [{ from: 0, to: 4 * 60 }]]);
  });
});
