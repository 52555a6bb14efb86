import { describe, expect, it } from '@jest/globals';
import {
  afterQuietHours,
  atWallClock,
  inWindow,
  isOffset,
  isQuiet,
  isTimeOfDay,
  nextAllowed,
  nextInWindow,
  nextWallClock,
  nextYearly,
  withOffset,
  type TimeWindow,
} from './time-rules.ts';

const BERLIN = 'Europe/Berlin';
const at = (moment: string): Date => new Date(moment);
const workingDays: TimeWindow['days'] = [1, 2, 3, 4, 5];
const text = (moment: Date | null): string | undefined => moment?.toISOString();

describe('allowed hours', () => {
  const office: TimeWindow = { days: workingDays, from: '09:00', to: '18:00' };

  it('let a moment inside them be, and move one outside to their next beginning', () => {
    expect(text(nextInWindow(at('2026-01-05T10:15:00.001Z'), office, BERLIN))).toBe('2026-01-05T10:15:00.001Z');
    expect(text(nextInWindow(at('2026-01-09T17:00:00Z'), office, BERLIN))).toBe('2026-01-12T08:00:00.000Z');
  });

  it('that go on over midnight belong to the day on which they began', () => {
    const fridayNight: TimeWindow = { days: [5], from: '22:00', to: '02:00' };
    expect(inWindow(at('2026-01-10T00:30:00Z'), fridayNight, BERLIN)).toBe(true);
    expect(inWindow(at('2026-01-09T00:30:00Z'), fridayNight, BERLIN)).toBe(false);
  });

  it('from a time to the same time are the whole day from then on', () => {
    const sunday: TimeWindow = { days: [7], from: '06:00', to: '06:00' };
    expect(inWindow(at('2026-01-12T04:59:59Z'), sunday, BERLIN)).toBe(true);
    expect(inWindow(at('2026-01-12T05:00:00Z'), sunday, BERLIN)).toBe(false);
  });

  it('without a day never come', () => {
    expect(nextInWindow(at('2026-01-05T10:00:00Z'), { ...office, days: [] }, BERLIN)).toBeNull();
  });

  it('that begin in a skipped hour begin when the clocks have changed', () => {
    const early: TimeWindow = { days: [7], from: '02:30', to: '04:00' };
    expect(text(nextInWindow(at('2026-03-28T12:00:00Z'), early, BERLIN))).toBe('2026-03-29T01:00:00.000Z');
  });

  it('hold in both passes of an hour that happens twice', () => {
    const early: TimeWindow = { days: [7], from: '02:00', to: '02:30' };
    expect(text(nextInWindow(at('2026-10-25T00:30:00Z'), early, BERLIN))).toBe('2026-10-25T01:00:00.000Z');
  });
});

describe('quiet hours', () => {
  const night = { from: '22:00', to: '08:00' };

  it('hold over midnight and end in the morning', () => {
    expect(isQuiet(at('2026-01-05T21:00:00Z'), night, BERLIN)).toBe(true);
    expect(text(afterQuietHours(at('2026-01-05T21:00:00Z'), night, BERLIN))).toBe('2026-01-06T07:00:00.000Z');
    expect(text(afterQuietHours(at('2026-01-06T07:00:00Z'), night, BERLIN))).toBe('2026-01-06T07:00:00.000Z');
  });

  it('from a time to the same time are none', () => {
    expect(isQuiet(at('2026-01-05T21:00:00Z'), { from: '22:00', to: '22:00' }, BERLIN)).toBe(false);
  });

  it('and allowed hours both have their say', () => {
    const window: TimeWindow = { days: workingDays, from: '07:00', to: '12:00' };
    const early = at('2026-01-05T06:00:00Z');
    expect(text(nextAllowed(early, { window, quiet: night }, BERLIN))).toBe('2026-01-05T07:00:00.000Z');
    expect(text(nextAllowed(early, {}, BERLIN))).toBe('2026-01-05T06:00:00.000Z');
  });

  it('that swallow the allowed hours leave no moment', () => {
    const window: TimeWindow = { days: workingDays, from: '23:00', to: '07:00' };
    expect(nextAllowed(at('2026-01-05T06:00:00Z'), { window, quiet: night }, BERLIN)).toBeNull();
  });
});

describe('the clock on the wall', () => {
  it('shows a time next strictly after now, and only once in the night that has an hour twice', () => {
    const daily = { days: [], time: '02:30' };
    expect(text(nextWallClock(at('2026-10-25T00:30:00Z'), daily, BERLIN))).toBe('2026-10-26T01:30:00.000Z');
    expect(text(nextWallClock(at('2026-10-25T00:29:00Z'), daily, BERLIN))).toBe('2026-10-25T00:30:00.000Z');
  });

  it('comes to a skipped time at the first instant after the gap, also one of half an hour or a whole day', () => {
    expect(text(atWallClock('2026-03-29', '02:30', BERLIN))).toBe('2026-03-29T01:00:00.000Z');
    expect(text(atWallClock('2026-10-04', '02:15', 'Australia/Lord_Howe'))).toBe('2026-10-03T15:30:00.000Z');
    expect(text(atWallClock('2011-12-30', '12:00', 'Pacific/Apia'))).toBe('2011-12-30T10:00:00.000Z');
  });

  it('knows no time and no date that do not exist', () => {
    expect(['00:00', '23:59', '24:00', '9:00', '12:60'].map(isTimeOfDay)).toEqual([true, true, false, false, false]);
    expect(() => atWallClock('2026-02-30', '10:00', BERLIN)).toThrow(RangeError);
    expect(() => atWallClock('2026-02-28', '10:00', 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('a moment moved', () => {
  it('by hours counts hours, by days keeps the time on the wall', () => {
    const noon = at('2026-03-29T10:00:00Z');
    expect(text(withOffset(noon, '-PT24H', BERLIN))).toBe('2026-03-28T10:00:00.000Z');
    expect(text(withOffset(noon, '-P1D', BERLIN))).toBe('2026-03-28T11:00:00.000Z');
    expect(text(withOffset(noon, 'PT0S', BERLIN))).toBe('2026-03-29T10:00:00.000Z');
  });

  it('by months ends on the last day of a shorter one', () => {
    expect(text(withOffset(at('2026-01-31T11:00:00Z'), 'P1M', BERLIN))).toBe('2026-02-28T11:00:00.000Z');
  });

  it.each([
    ['-PT24H', true],
    ['P0D', true],
    ['-P3D', true],
    ['P1Y2M3DT4H', true],
    ['P101Y', false],
    ['P999999999Y', false],
    ['3 days', false],
    ['', false],
  ])('%j is an offset: %s', (offset, answer) => expect(isOffset(offset)).toBe(answer));
});

describe('a birthday', () => {
  it('returns every year, strictly later, so many days before', () => {
    const yearly = { date: '1990-03-08', offset: '-P3D', time: '10:00' };
    expect(text(nextYearly(at('2026-01-01T00:00:00Z'), yearly, BERLIN))).toBe('2026-03-05T09:00:00.000Z');
    expect(text(nextYearly(at('2026-03-05T09:00:00Z'), yearly, BERLIN))).toBe('2027-03-05T09:00:00.000Z');
    const inHours = { ...yearly, offset: '-PT72H' };
    expect(text(nextYearly(at('2026-01-01T00:00:00Z'), inHours, BERLIN))).toBe('2026-03-05T09:00:00.000Z');
  });

  it('on 29 February is kept on 28 February in common years', () => {
    const yearly = { date: '1996-02-29', offset: 'P0D', time: '10:00' };
    expect(text(nextYearly(at('2026-01-01T00:00:00Z'), yearly, BERLIN))).toBe('2026-02-28T09:00:00.000Z');
    expect(text(nextYearly(at('2028-01-01T00:00:00Z'), yearly, BERLIN))).toBe('2028-02-29T09:00:00.000Z');
  });
});
