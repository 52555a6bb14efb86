import { describe, expect, it } from '@jest/globals';
import {
  bookingBadge,
  bookingTransition,
  bookingTransitions,
  mayMarkNow,
  transitionsFor,
  type BookingRole,
  type BookingState,
} from './states.ts';

const states: BookingState[] = ['new', 'confirmed', 'arrived', 'done', 'no_show', 'cancelled'];
const staff: BookingRole[] = ['owner', 'manager', 'master'];

describe('a booking', () => {
  const allowed: Record<BookingState, BookingState[]> = {
    new: ['confirmed', 'arrived', 'done', 'no_show', 'cancelled'],
    confirmed: ['arrived', 'done', 'no_show', 'cancelled'],
    arrived: ['confirmed', 'done', 'cancelled'],
    done: ['arrived'],
    no_show: ['confirmed'],
    cancelled: [],
  };
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))(
    'from %s to %s goes only as the table says',
    (from, to) => {
      expect(bookingTransition(from, to) !== undefined).toBe(allowed[from].includes(to));
    },
  );

  it('that is cancelled stays so, whoever asks: its time was given back', () => {
    for (const role of [...staff, 'contact', 'process'] as const) expect(transitionsFor('cancelled', role)).toEqual([]);
  });

  it('is confirmed or cancelled by its client before the visit, and nothing else', () => {
    const moves = states.flatMap((state) => transitionsFor(state, 'contact').map(({ from, to }) => `${from} ${to}`));
    expect(moves).toEqual(['new confirmed', 'new cancelled', 'confirmed cancelled']);
  });

  it('is never said to have taken place by an automation', () => {
    for (const { to } of bookingTransitions.filter(({ who }) => who.includes('process')))
      expect(['confirmed', 'no_show', 'cancelled']).toContain(to);
  });

  it('whose client is there is cancelled by owner and manager alone', () => {
    expect(bookingTransition('arrived', 'cancelled')?.who).toEqual(['owner', 'manager']);
  });

  it('is moved back by staff alone', () => {
    for (const { who } of bookingTransitions.filter(({ direction }) => direction === 'back'))
      expect(who).toEqual(staff);
  });

  it('offers what goes forward first, then back, then cancel', () => {
    expect(transitionsFor('arrived', 'owner').map(({ to }) => to)).toEqual(['done', 'confirmed', 'cancelled']);
    expect(transitionsFor('arrived', 'master').map(({ to }) => to)).toEqual(['done', 'confirmed']);
  });
});

describe('a mark of a visit', () => {
  const visit = { startsAt: new Date('2026-11-24T21:30:00Z'), timeZone: 'Europe/Moscow' };
  const may = (to: BookingState, now: string) => mayMarkNow(to, { ...visit, now: new Date(now) });

  it('that the client is there is made from the day of the visit on, by the clock of its place', () => {
    for (const to of ['arrived', 'done'] as const) {
      expect(may(to, '2026-11-24T20:59:59Z')).toBe(false);
      expect(may(to, '2026-11-24T21:00:00Z')).toBe(true);
    }
  });

  it('that nobody came is made once it should have begun; confirmed and cancelled it may be at any time', () => {
    expect([may('no_show', '2026-11-24T21:29:59Z'), may('no_show', '2026-11-24T21:30:00Z')]).toEqual([false, true]);
    expect([may('confirmed', '2026-11-01T00:00:00Z'), may('cancelled', '2026-11-01T00:00:00Z')]).toEqual([true, true]);
  });
});

describe('the badge of a booking', () => {
  const early = new Date('2026-03-01T10:00:00Z');
  const late = new Date('2026-03-01T11:00:00Z');
  it.each([
    ['new', null, null, 'new'],
    ['confirmed', null, late, 'confirmed'],
    ['new', late, null, 'moved'],
    ['confirmed', late, null, 'moved'],
    ['confirmed', late, early, 'moved'],
    ['confirmed', early, late, 'confirmed'],
    ['confirmed', early, early, 'confirmed'],
    ['arrived', late, null, 'arrived'],
    ['done', late, null, 'done'],
    ['no_show', late, null, 'no_show'],
    ['cancelled', late, null, 'cancelled'],
  ] as const)('that is %s, moved at %p, answered at %p is %s', (state, movedAt, answeredAt, badge) => {
    expect(bookingBadge({ state, movedAt, answeredAt })).toBe(badge);
  });
});
