import { Temporal } from '@js-temporal/polyfill';
import { DAY_MS, offsetMsAt } from './steady-spans.ts';
import { dateOf, dayStartMs, firstShownMs, localMsOf, timeMsOf, type TimeOfDay } from './wall-clock.ts';
import { wholeTime } from './whole-time.ts';

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
  const { toDay, exactMs } = lengthOf(offset);
  return new Date(Math.floor((toDay ? onAnotherDay(reference.getTime(), toDay, zone) : reference.getTime()) + exactMs));
}

/**
 * Next yearly return of a date (birthday) strictly after `after`: month and day of `date`, moved by `offset` whole days
 * ('P0D', '-P3D', ...), at `time`. 29 February is kept on 28 February in common years.
 */
export function nextYearly(after: Date, yearly: { date: string; offset: string; time: TimeOfDay }, zone: string): Date {
  const born = new Date(localMsOf(yearly.date));
  const { toDay = sameDay, exactMs } = lengthOf(yearly.offset);
  // Hours count as the whole days that they make.
  const restMs = Math.trunc(exactMs / DAY_MS) * DAY_MS + timeMsOf(yearly.time);
  const dueIn = (year: number) => new Date(firstShownMs(toDay(dayOfYear(born, year)) + restMs, zone));
  let year = after.getUTCFullYear();
  while (dueIn(year) > after) year -= 1;
  for (;;) {
    const due = dueIn((year += 1));
    if (due > after) return due;
  }
}

/** Moves the 00:00 of a day, in local time, to that of another. */
type ToDay = (dayMs: number) => number;
const sameDay: ToDay = (dayMs) => dayMs;

/** What a duration does to the day, if anything, and what comes after. Throws RangeError when it is none. */
function lengthOf(duration: string): { toDay?: ToDay; exactMs: number } {
  const whole = wholeTime(duration);
  if (whole) {
    const { days, exactMs } = whole;
    return days === 0 ? { exactMs } : { toDay: (dayMs) => dayMs + days * DAY_MS, exactMs };
  }
  const length = Temporal.Duration.from(duration);
  const { years, months, weeks, days } = length;
  const moved = Temporal.Duration.from({ years, months, weeks, days });
  const exactMs = length.with({ years: 0, months: 0, weeks: 0, days: 0 }).total('milliseconds');
  if (moved.blank) return { exactMs };
  return { toDay: (dayMs) => localMsOf(Temporal.PlainDate.from(dateOf(dayMs)).add(moved).toString()), exactMs };
}

/** The same time of day on the day that `toDay` leads to. */
function onAnotherDay(instantMs: number, toDay: ToDay, zone: string): number {
  const localMs = instantMs + offsetMsAt(instantMs, zone);
  const dayMs = dayStartMs(localMs);
  return firstShownMs(toDay(dayMs) + (localMs - dayMs), zone);
}

/** The day of a birth in a year; the day that a month lacks becomes its last. */
function dayOfYear(born: Date, year: number): number {
  const month = born.getUTCMonth();
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(born.getUTCDate(), lastDay));
}
