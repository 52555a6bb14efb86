import { describe, expect, it } from '@jest/globals';
import { moveTo, moveToMoment, moveVisit, withShown } from './moves.ts';
import { piecesOf } from './pieces.ts';
import { aBooking, aCalendar, at, TEST_DAY } from './test-calendar.ts';

const place = { zone: 'Europe/Moscow', placeId: 'place', nameOf: (id: string) => `name of ${id}` };
const single = aBooking('one', [{ from: '17:00', to: '18:30' }]);
const visit = aBooking('two', [
  { from: '12:00', to: '13:00' },
  { from: '13:00', to: '13:30', staffId: 'b' },
]);
const pieces = (booking: typeof single) => piecesOf([booking], TEST_DAY, place.zone);
const [piece] = pieces(single) as [ReturnType<typeof piecesOf>[number]];
const hour = 60;

describe('a block that is dropped', () => {
  it('where it was asks for nothing', () => {
    expect(moveTo(piece, { day: TEST_DAY, from: 17 * hour, to: 18.5 * hour, staffId: 'a' }, place)).toBeUndefined();
    expect(moveTo(piece, { day: TEST_DAY, from: 17 * hour, to: 18.5 * hour, staffId: null }, place)).toBeUndefined();
  });

  it('at another time asks for that hour on the wall of the place', () => {
    const move = moveTo(piece, { day: TEST_DAY, from: 15 * hour, to: 16.5 * hour, staffId: 'a' }, place);
    expect(move?.body).toEqual({ startsAt: { day: TEST_DAY, time: '15:00', placeId: 'place' }, revision: 3 });
    expect(move?.shown).toMatchObject({ startsAt: at('15:00'), endsAt: at('16:30'), revision: 4 });
  });

  it('on another person asks for the person of that service alone', () => {
    const move = moveTo(piece, { day: TEST_DAY, from: 17 * hour, to: 18.5 * hour, staffId: 'b' }, place);
    expect(move?.body).toEqual({ startsAt: { at: at('17:00') }, staff: [{ position: 0, staffId: 'b' }], revision: 3 });
    expect(move?.shown.items[0]).toMatchObject({ staffId: 'b', staffName: 'name of b' });
  });

  it('by its lower edge asks for another length', () => {
    const move = moveTo(piece, { day: TEST_DAY, from: 17 * hour, to: 19 * hour, staffId: 'a' }, place);
    expect(move?.body).toEqual({ startsAt: { at: at('17:00') }, duration: { position: 0, minutes: 120 }, revision: 3 });
    expect(move?.shown.endsAt).toBe(at('19:00'));
  });

  it('takes the other services of the visit along', () => {
    const second = pieces(visit)[1] as typeof piece;
    const move = moveTo(second, { day: TEST_DAY, from: 15 * hour, to: 15.5 * hour, staffId: 'b' }, place);
    expect(move?.body.startsAt).toEqual({ day: TEST_DAY, time: '14:00', placeId: 'place' });
    expect(move?.shown.items.map(({ startsAt }) => startsAt)).toEqual([at('14:00'), at('15:00')]);
  });

  it('pushes the services that follow when one grows', () => {
    const first = pieces(visit)[0] as typeof piece;
    const move = moveTo(first, { day: TEST_DAY, from: 12 * hour, to: 13.5 * hour, staffId: 'a' }, place);
    expect(move?.shown.items.map(({ startsAt }) => startsAt)).toEqual([at('12:00'), at('13:30')]);
    expect(move?.shown.endsAt).toBe(at('14:00'));
  });

  it('on another day keeps the hour of the wall over a change of the clocks', () => {
    const zone = 'Europe/Berlin';
    const booking = aBooking('three', [], {});
    const item = { ...single.items[0]!, startsAt: '2026-03-28T09:00:00.000Z', endsAt: '2026-03-28T10:00:00.000Z' };
    const berlin = { ...booking, startsAt: item.startsAt, endsAt: item.endsAt, items: [item] };
    const [block] = piecesOf([berlin], '2026-03-28', zone) as [typeof piece];
    const move = moveTo(
      block,
      { day: '2026-03-29', from: block.from, to: block.to, staffId: null },
      { ...place, zone },
    );
    expect(move?.body.startsAt).toEqual({ day: '2026-03-29', time: '10:00', placeId: 'place' });
    expect(move?.shown.startsAt).toBe('2026-03-29T08:00:00.000Z');
  });

  it('can be put back, if nobody has changed it since', () => {
    const drop = { day: TEST_DAY, from: 15 * hour, to: 17 * hour, staffId: 'b' };
    expect(moveTo(piece, drop, place)?.back).toEqual({
      startsAt: { at: at('17:00') },
      staff: [{ position: 0, staffId: 'a' }],
      duration: { position: 0, minutes: 90 },
      revision: 4,
    });
  });

  it('goes to a near time with the person and the length that were wanted', () => {
    const move = moveTo(piece, { day: TEST_DAY, from: 15 * hour, to: 17 * hour, staffId: 'b' }, place)!;
    const near = moveToMoment(move, at('14:00'));
    expect(near.body).toEqual({ ...move.body, startsAt: { at: at('14:00') } });
    expect(near.shown).toMatchObject({ startsAt: at('14:00'), endsAt: at('16:00'), items: [{ staffId: 'b' }] });
  });

  it('is shown where it goes until the answer comes', () => {
    const move = moveTo(piece, { day: TEST_DAY, from: 15 * hour, to: 16.5 * hour, staffId: 'b' }, place)!;
    const shown = withShown(aCalendar([visit, single]), move.shown);
    expect(shown.bookings.map(({ startsAt }) => startsAt)).toEqual([at('12:00'), at('15:00')]);
  });

  it('moved from its card goes to a moment, with the people that were changed alone', () => {
    const staff = [
      { position: 0, staffId: 'a', staffName: 'a' },
      { position: 1, staffId: 'a', staffName: 'Анна' },
    ];
    const move = moveVisit(visit, { moment: new Date(at('15:00')), staff });
    expect(move.body).toEqual({ startsAt: { at: at('15:00') }, revision: 3, staff: [{ position: 1, staffId: 'a' }] });
    expect(move.back).toEqual({ startsAt: { at: at('12:00') }, revision: 4, staff: [{ position: 1, staffId: 'b' }] });
    expect(move.shown).toMatchObject({
      startsAt: at('15:00'),
      endsAt: at('16:30'),
      revision: 4,
      items: [{ staffId: 'a' }, { staffId: 'a', staffName: 'Анна', startsAt: at('16:00') }],
    });
  });
});
