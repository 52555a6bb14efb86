import { describe, expect, it } from '@jest/globals';
import { stepped } from './stepped.ts';

describe('a step on the calendar', () => {
  it('goes a day or a week, over the end of a year too', () => {
    expect([stepped('day', '2026-12-31', 1), stepped('day', '2027-01-01', -1)]).toEqual(['2027-01-01', '2026-12-31']);
    expect(stepped('week', '2026-12-29', 1)).toBe('2027-01-05');
  });

  it('goes from month to month, also from a day that the next one does not have', () => {
    expect([stepped('month', '2027-01-31', 1), stepped('month', '2027-01-31', -1)]).toEqual([
      '2027-02-01',
      '2026-12-01',
    ]);
  });
});
