import { describe, expect, it } from '@jest/globals';
import { inLanes } from './lanes.ts';

const piece = (name: string, from: number, to: number) => ({ name, from, to });
const placed = (pieces: ReturnType<typeof piece>[]) =>
  Object.fromEntries(inLanes(pieces).map(({ name, lane, lanes }) => [name, `${lane}/${lanes}`]));

describe('what overlaps on the calendar', () => {
  it('has the whole width when nothing else is at the time', () => {
    expect(placed([piece('a', 0, 60), piece('b', 60, 120)])).toEqual({ a: '0/1', b: '0/1' });
  });

  it('stands side by side, the earlier first', () => {
    expect(placed([piece('late', 30, 90), piece('early', 0, 60)])).toEqual({ early: '0/2', late: '1/2' });
  });

  it('takes a place again that has become free, within one chain', () => {
    expect(placed([piece('long', 0, 180), piece('first', 0, 60), piece('second', 60, 120)])).toEqual({
      long: '0/2',
      first: '1/2',
      second: '1/2',
    });
  });

  it('shares the width anew after a gap', () => {
    expect(placed([piece('a', 0, 60), piece('b', 0, 60), piece('c', 0, 60), piece('alone', 90, 120)])).toEqual({
      a: '0/3',
      b: '1/3',
      c: '2/3',
      alone: '0/1',
    });
  });

  it('puts the longer of two that begin together first', () => {
    expect(placed([piece('short', 0, 30), piece('long', 0, 90)])).toEqual({ long: '0/2', short: '1/2' });
  });
});
