import { describe, expect, it } from '@jest/globals';
import { mayCancel, mayMove } from './policy.ts';

const policy = { cancelHours: 12, moveHours: 3, maxMoves: 2 };
const startsAt = new Date('2026-03-10T12:00:00Z');
const at = (time: string): Date => new Date(`2026-03-${time}Z`);

describe('cancelling a visit', () => {
  it.each([
    ['a day before', '09T12:00:00', null],
    ['in the last minute, exactly so many hours before', '10T00:00:00', null],
    ['a second later', '10T00:00:01', 'too_late'],
    ['a second before the visit', '10T11:59:59', 'too_late'],
    ['when the visit begins', '10T12:00:00', 'began'],
    ['after it began', '10T13:00:00', 'began'],
  ])('%s', (_, now, reason) => {
    const until = at('10T00:00:00');
    expect(mayCancel(policy, { startsAt, now: at(now) })).toEqual(
      reason === null ? { allowed: true } : { allowed: false, reason, until },
    );
  });

  it('is possible until the visit begins when the policy says 0 hours', () => {
    const open = { ...policy, cancelHours: 0 };
    expect(mayCancel(open, { startsAt, now: at('10T11:59:59') })).toEqual({ allowed: true });
    expect(mayCancel(open, { startsAt, now: startsAt })).toMatchObject({ reason: 'began' });
  });
});

describe('moving a visit', () => {
  it.each([
    ['the first time', '09T12:00:00', 0, null],
    ['the last time', '09T12:00:00', 1, null],
    ['once more than allowed', '09T12:00:00', 2, 'too_many_moves'],
    ['in the last minute', '10T09:00:00', 1, null],
    ['a second later', '10T09:00:01', 1, 'too_late'],
    ['too often and too late', '10T10:00:00', 2, 'too_many_moves'],
    ['after it began', '10T12:00:00', 2, 'began'],
  ])('%s', (_, now, moves, reason) => {
    const until = at('10T09:00:00');
    expect(mayMove(policy, { startsAt, moves, now: at(now) })).toEqual(
      reason === null ? { allowed: true } : { allowed: false, reason, until },
    );
  });

  it('is never allowed when the policy allows no move', () => {
    const answer = mayMove({ ...policy, maxMoves: 0 }, { startsAt, moves: 0, now: at('01T00:00:00') });
    expect(answer).toMatchObject({ allowed: false, reason: 'too_many_moves' });
  });
});
