import { describe, expect, it } from '@jest/globals';
import type { DayOffPlan } from '../../../api.ts';
import { aBooking, at } from '../calendar/test-calendar.ts';
import { allSame, anyDay, clashes, countsOf, decisionsOf, suggested } from './decisions.ts';

const near = (staffId: string, time: string) => ({ staffId, staffName: staffId, startsAt: at(time) });
const planned = (id: string, places: ReturnType<typeof near>[]): DayOffPlan['bookings'][number] => ({
  ...aBooking(id, [{ from: '10:00', to: '11:00' }]),
  near: places,
});
const bookings = [
  planned('one', [near('dina', '10:00'), near('sveta', '11:00')]),
  planned('two', [near('dina', '10:30'), near('sveta', '12:00')]),
  planned('three', [near('dina', '10:00')]),
  planned('four', []),
];

describe('a day that is called off', () => {
  it('sends everybody to the nearest place where nobody else was sent at that time, and releases the rest', () => {
    expect(suggested(bookings, anyDay)).toEqual({ one: 'move:0', two: 'move:1', three: 'release', four: 'release' });
  });

  it('sends nobody to another day unasked', () => {
    const sameDay = (moment: string) => moment !== at('12:00');
    expect(suggested(bookings, sameDay)).toMatchObject({ one: 'move:0', two: 'release' });
  });

  it('says who was sent where somebody else is at that time', () => {
    expect([...clashes(bookings, { one: 'move:0', two: 'move:0', three: 'keep', four: 'keep' })]).toEqual(['two']);
    expect(clashes(bookings, suggested(bookings, anyDay)).size).toBe(0);
  });

  it('counts what will happen', () => {
    expect(countsOf(bookings, suggested(bookings, anyDay))).toEqual({ moved: 2, released: 2, kept: 0 });
    expect(countsOf(bookings, allSame(bookings, 'keep'))).toEqual({ moved: 0, released: 0, kept: 4 });
  });

  it('decides about every booking', () => {
    expect(decisionsOf(bookings, { ...suggested(bookings, anyDay), four: 'keep' })).toEqual([
      { bookingId: 'one', do: 'move', startsAt: at('10:00'), staffId: 'dina' },
      { bookingId: 'two', do: 'move', startsAt: at('12:00'), staffId: 'sveta' },
      { bookingId: 'three', do: 'release' },
      { bookingId: 'four', do: 'keep' },
    ]);
  });
});
