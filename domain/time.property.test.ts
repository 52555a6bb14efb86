import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { addDuration } from './time.ts';

const zones = [
  'Europe/Moscow',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Tehran',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'UTC',
];
const part = (most: number, letter: string) => fc.nat(most).map((count) => (count === 0 ? '' : `${count}${letter}`));
const duration = fc
  .tuple(
    fc.constantFrom('', '-'),
    part(3, 'M'),
    part(60, 'W'),
    part(400, 'D'),
    part(50, 'H'),
    part(90, 'M'),
    part(90, 'S'),
  )
  .map(([sign, months, weeks, days, hours, minutes, seconds]) => {
    const clock = `${hours}${minutes}${seconds}`;
    const date = `${months}${weeks}${days}`;
    return date + clock === '' ? 'PT0S' : `${sign}P${date}${clock === '' ? '' : `T${clock}`}`;
  });

describe('a duration added to a moment', () => {
  it('is what the calendar says, over changes of the clock and without them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2009, 0), max: Date.UTC(2030, 0) }),
        duration,
        fc.constantFrom(...zones),
        (at, length, zone) => {
          const calendar = Temporal.Instant.fromEpochMilliseconds(at)
            .toZonedDateTimeISO(zone)
            .add(Temporal.Duration.from(length)).epochMilliseconds;
          expect(addDuration(new Date(at), length, zone).getTime()).toBe(calendar);
        },
      ),
      { numRuns: 4_000 },
    );
  });
});
