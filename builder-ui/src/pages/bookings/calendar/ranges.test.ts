import { describe, expect, it } from '@jest/globals';
import { clip, total, union, without } from './ranges.ts';

describe('ranges of a day', () => {
  it('join where they touch or overlap', () => {
    expect(
      union([
        { from: 60, to: 90 },
        { from: 0, to: 60 },
        { from: 120, to: 130 },
      ]),
    ).toEqual([
      { from: 0, to: 90 },
      { from: 120, to: 130 },
    ]);
  });

  it('lose what is taken out of them, at the edges and in the middle', () => {
    const taken = [
      { from: -30, to: 30 },
      { from: 100, to: 120 },
      { from: 110, to: 130 },
      { from: 590, to: 700 },
    ];
    expect(without([{ from: 0, to: 600 }], taken)).toEqual([
      { from: 30, to: 100 },
      { from: 130, to: 590 },
    ]);
  });

  it('are nothing where they only touch', () => {
    expect(clip({ from: 0, to: 60 }, { from: 60, to: 120 })).toBeUndefined();
    expect(without([{ from: 0, to: 60 }], [{ from: 0, to: 60 }])).toEqual([]);
  });

  it('count time once that is taken twice', () => {
    expect(
      total([
        { from: 0, to: 60 },
        { from: 30, to: 90 },
      ]),
    ).toBe(90);
  });
});
