import { describe, expect, it } from '@jest/globals';
import { breaksOf, freeOf, offOf } from './gaps.ts';

const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 });
const shift = [hours(10, 13), hours(13.5, 20)];
const window = hours(9, 21);

describe('the ground of a column', () => {
  it('is hatched before and after the hours of work', () => {
    expect(offOf(shift, window)).toEqual([
      { ...hours(9, 10), kind: 'off' },
      { ...hours(20, 21), kind: 'off' },
    ]);
  });

  it('is hatched all day when nobody works', () => {
    expect(offOf([], window)).toEqual([{ ...window, kind: 'off' }]);
    expect(breaksOf([])).toEqual([]);
  });

  it('calls a pause in the middle of the day lunch, another one a break', () => {
    expect(breaksOf(shift)).toEqual([{ ...hours(13, 13.5), kind: 'lunch' }]);
    expect(breaksOf([hours(10, 16), hours(16.5, 20)])).toEqual([{ ...hours(16, 16.5), kind: 'break' }]);
  });

  it('calls a long pause between two shifts no break', () => {
    const split = [hours(9, 12), hours(17, 21)];
    expect(breaksOf(split)).toEqual([]);
    expect(offOf(split, window)).toEqual([{ ...hours(12, 17), kind: 'off' }]);
  });
});

describe('free time', () => {
  it('is said when it is an hour or more', () => {
    expect(freeOf([hours(10, 20)], [hours(10, 12), hours(12.5, 14), hours(15, 20)], 0)).toEqual([hours(14, 15)]);
  });

  it('begins now, not in the past', () => {
    expect(freeOf([hours(10, 20)], [], 18 * 60 + 3)).toEqual([{ from: 18 * 60 + 5, to: 20 * 60 }]);
    expect(freeOf([hours(10, 20)], [], 19.5 * 60)).toEqual([]);
  });

  it('stops at a break', () => {
    expect(freeOf(shift, [hours(14.5, 20)], 0)).toEqual([hours(10, 13), hours(13.5, 14.5)]);
  });
});
