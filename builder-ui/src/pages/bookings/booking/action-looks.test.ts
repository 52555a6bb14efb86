import { describe, expect, it } from '@jest/globals';
import { transitionsFor, type BookingState } from '#domain/bookings/states.ts';
import { mainOf, openNow } from './action-looks.ts';

const at = (time: string) => Date.parse(`2026-11-20T${time}:00Z`);
const visit = (state: BookingState) => ({
  state,
  startsAt: '2026-11-20T10:00:00Z',
  endsAt: '2026-11-20T11:00:00Z',
  timeZone: 'Europe/Moscow',
  next: transitionsFor(state, 'owner').map(({ to, direction }) => ({ to, direction })),
});
const main = (state: BookingState, time: string) => mainOf(visit(state), at(time)).main?.to;

describe('the main action of a visit', () => {
  it('confirms a new one, receives a confirmed one, closes one that has come', () => {
    expect([main('new', '09:00'), main('confirmed', '09:55'), main('arrived', '10:30')]).toEqual([
      'confirmed',
      'arrived',
      'done',
    ]);
  });

  it('receives nobody who comes another day', () => {
    expect(mainOf(visit('confirmed'), at('10:00') - 14 * 3_600_000).main).toBeUndefined();
    expect(mainOf(visit('new'), at('10:00') - 90 * 3_600_000).main?.to).toBe('confirmed');
    expect(main('confirmed', '00:30')).toBe('arrived');
  });

  it('is urgent from half an hour before', () => {
    expect(mainOf(visit('confirmed'), at('09:29')).due).toBe(false);
    expect(mainOf(visit('confirmed'), at('09:30')).due).toBe(true);
    expect(mainOf(visit('done'), at('12:00')).due).toBe(false);
  });

  it('closes whatever is over', () => {
    expect([main('new', '12:00'), main('confirmed', '12:00')]).toEqual(['done', 'done']);
  });

  it('is nothing once it is closed', () => {
    expect([main('done', '12:00'), main('cancelled', '12:00'), main('no_show', '12:00')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('calls nobody a no-show before they are a quarter of an hour late', () => {
    expect(mainOf(visit('confirmed'), at('10:10')).aside).toBeUndefined();
    expect(openNow(visit('confirmed'), at('09:59')).map(({ to }) => to)).toEqual(['arrived', 'done', 'cancelled']);
    expect(openNow(visit('confirmed'), at('00:00') - 4 * 3_600_000).map(({ to }) => to)).toEqual(['cancelled']);
    expect(mainOf(visit('confirmed'), at('10:15')).aside?.to).toBe('no_show');
    expect(mainOf(visit('arrived'), at('12:00')).aside).toBeUndefined();
  });
});
