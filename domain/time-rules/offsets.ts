import { Temporal } from '@js-temporal/polyfill';
import { offsetMsAt } from './steady-spans.ts';
import { atWallClock, dateOf, firstShownMs, localMsOf, type TimeOfDay } from './wall-clock.ts';

/** Nobody plans further, and dates that no clock can show are kept out. */
const MOST_YEARS = 100;

/**
 * Whether the text is an ISO 8601 duration, negative and zero allowed, that a moment can be moved by: at most 100 years.
 */
export function isOffset(text: string): boolean {
  try {
    const length = Temporal.Duration.from(text).abs();
    return length.total({ unit: 'years', relativeTo: '2000-01-01' }) <= MOST_YEARS;
  } catch {
    return false;
  }
}

/**
 * `reference` plus an ISO 8601 duration that may be negative ('-PT24H', '-P1D'). Days and longer follow the wall clock
 * of the zone and come first; a wall-clock time that is skipped means the first instant after the gap. Throws
 * RangeError when `offset` is no duration.
 */
export function withOffset(reference: Date, offset: string, zone: string): Date {
  const whole = Temporal.Duration.from(offset);
  const { years, months, weeks, days } = whole;
  const moved = Temporal.Duration.from({ years, months, weeks, days });
  const exactMs = whole.with({ years: 0, months: 0, weeks: 0, days: 0 }).total('milliseconds');
  const dayMs = moved.blank ? reference.getTime() : onAnotherDay(reference.getTime(), moved, zone);
  return new Date(Math.floor(dayMs + exactMs));
}

/**
 * Next yearly return of a date (birthday) strictly after `after`: month and day of `date`, moved by `offset` whole days
 * ('P0D', '-P3D', ...), at `time`. 29 February is kept on 28 February in common years.
 */
export function nextYearly(after: Date, yearly: { date: string; offset: string; time: TimeOfDay }, zone: string): Date {
  const born = Temporal.PlainDate.from(dateOf(localMsOf(yearly.date)));
  const moved = Temporal.Duration.from(yearly.offset);
  const unmoved = Temporal.PlainDate.from(dateOf(after.getTime())).subtract(moved);
  for (let year = unmoved.year - 1; ; year += 1) {
    // The day that a month lacks becomes its last.
    const day = Temporal.PlainDate.from({ year, month: born.month, day: born.day }).add(moved);
    const due = atWallClock(day.toString(), yearly.time, zone);
    if (due > after) return due;
  }
}

/** The same time of day on the day that `moved` leads to. */
function onAnotherDay(instantMs: number, moved: Temporal.Duration, zone: string): number {
  const localMs = instantMs + offsetMsAt(instantMs, zone);
  const date = dateOf(localMs);
  const other = Temporal.PlainDate.from(date).add(moved).toString();
  return firstShownMs(localMsOf(other) + (localMs - localMsOf(date)), zone);
}
