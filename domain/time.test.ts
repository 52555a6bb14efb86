import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDuration, isDuration, pickupSlots, wallClockInstant, wallClockOf } from './time.ts';

const zones = [
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'Asia/Vladivostok',
  'UTC',
];

describe('the wall clock of a zone', () => {
  it('is read back as it was set, but for the hours that a clock change skips', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 0, max: 23 }),
        (zone, day, hour) => {
          const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
          const read = wallClockOf(wallClockInstant({ date, hour, zone }), zone);
          expect(read.date).toBe(date);
          // A skipped hour becomes a later one, by at most an hour.
          expect([hour, hour + 1]).toContain(read.hour);
        },
      ),
    );
  });

  it('takes the hour after the gap when the clocks go forward, and the first of two when they go back', () => {
    expect(wallClockInstant({ date: '2026-03-29', hour: 2, zone: 'Europe/Berlin' }).toISOString()).toBe(
      '2026-03-29T01:00:00.000Z',
    );
    expect(wallClockInstant({ date: '2026-10-25', hour: 2, zone: 'Europe/Berlin' }).toISOString()).toBe(
      '2026-10-25T00:00:00.000Z',
    );
  });
});

describe('waiting', () => {
  it('a day is the same hour tomorrow, also when the clocks change', () => {
    const before = new Date('2026-10-24T08:00:00Z');
    expect(addDuration(before, 'P1D', 'Europe/Berlin').toISOString()).toBe('2026-10-25T09:00:00.000Z');
    expect(addDuration(before, 'PT24H', 'Europe/Berlin').toISOString()).toBe('2026-10-25T08:00:00.000Z');
  });

  it.each([
    ['PT15M', true],
    ['P1D', true],
    ['P1Y2M', true],
    ['PT0S', false],
    ['-PT5M', false],
    ['15', false],
    ['soon', false],
    ['', false],
  ])('%j is a duration: %s', (text, answer) => {
    expect(isDuration(text)).toBe(answer);
  });
});

describe('times to pick an order up', () => {
  it('have not begun, lie inside the shop’s hours and never overlap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 * 24 * 60 }), (zone, minutes) => {
        const now = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000);
        const slots = pickupSlots({ now, zone, fromHour: 10, toHour: 19, days: 3 });
        for (const slot of slots) {
          expect(wallClockInstant({ date: slot.date, hour: slot.fromHour, zone }).getTime()).toBeGreaterThan(
            now.getTime(),
          );
          expect(slot.fromHour).toBeGreaterThanOrEqual(10);
          expect(slot.toHour).toBeLessThanOrEqual(19);
          expect(slot.toHour).toBeGreaterThan(slot.fromHour);
        }
        const keys = slots.map((slot) => `${slot.date} ${slot.fromHour}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 200 },
    );
  });
});
