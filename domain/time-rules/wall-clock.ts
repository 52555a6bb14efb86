import { DAY_MS, HOUR_MS, MINUTE_MS, steadySpans } from './steady-spans.ts';

/** 'HH:MM', 00:00..23:59 */
export type TimeOfDay = string;
/** ISO: Monday is 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** What the clock on the wall shows: the weekday, and the milliseconds since the 00:00 that it showed. */
export type Reading = { weekday: Weekday; timeMs: number };

/** Whether the text is a time of day such as 09:30. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * The instant of a date's time of day in a zone. A wall-clock time that a clock change skips means the first instant
 * after the gap; one that happens twice means the earlier. `date`: YYYY-MM-DD. Throws RangeError on anything else.
 */
export function atWallClock(date: string, time: TimeOfDay, zone: string): Date {
  return new Date(firstShownMs(localMsOf(date) + timeMsOf(time), zone));
}

/**
 * The first moment strictly after `instant` at which the wall clock of `zone` shows `at.time` on one of `at.days` (all
 * days when empty). Once a day: an hour that happens twice counts the first time, one that is skipped counts as the
 * first instant after the gap.
 */
export function nextWallClock(instant: Date, at: { days: readonly Weekday[]; time: TimeOfDay }, zone: string): Date {
  const timeMs = timeMsOf(at.time);
  // No clock is a day ahead of or behind UTC, so that the day before the one in UTC is early enough.
  for (let localMs = dayStartMs(instant.getTime()) - DAY_MS + timeMs; ; localMs += DAY_MS) {
    if (at.days.length > 0 && !at.days.includes(readingOf(localMs).weekday)) continue;
    const shownMs = firstShownMs(localMs, zone);
    if (shownMs > instant.getTime()) return new Date(shownMs);
  }
}

/**
 * Local time is counted as if it were UTC: `localMs` is what `Date.UTC` makes of the date and time shown. The first
 * instant at which the clock shows it, or the first after the gap that swallowed it.
 */
export function firstShownMs(localMs: number, zone: string): number {
  for (const span of steadySpans(localMs - DAY_MS, 2, zone)) {
    if (localMs < span.fromMs + span.offsetMs) return span.fromMs;
    if (localMs < span.untilMs + span.offsetMs) return localMs - span.offsetMs;
  }
  throw new RangeError(`No clock of ${zone} comes to ${new Date(localMs).toISOString()}`);
}

export function readingOf(localMs: number): Reading {
  const day = Math.floor(localMs / DAY_MS);
  // 1 January 1970 was a Thursday.
  return { weekday: (((((day + 3) % 7) + 7) % 7) + 1) as Weekday, timeMs: localMs - day * DAY_MS };
}

/** The milliseconds since 00:00 of a time of day. Throws RangeError when it is none. */
export function timeMsOf(time: TimeOfDay): number {
  if (!isTimeOfDay(time)) throw new RangeError(`Not a time of day: ${time}`);
  return Number(time.slice(0, 2)) * HOUR_MS + Number(time.slice(3)) * MINUTE_MS;
}

/** The local milliseconds of 00:00 on a date. Throws RangeError when there is no such date. */
export function localMsOf(date: string): number {
  const localMs = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  if (Number.isNaN(localMs) || dateOf(localMs) !== date) throw new RangeError(`Not a date: ${date}`);
  return localMs;
}

/** The date (YYYY-MM-DD) of a local time. */
export const dateOf = (localMs: number): string => new Date(localMs).toISOString().slice(0, 10);

/** The local milliseconds of the 00:00 before a local time. */
export const dayStartMs = (localMs: number): number => Math.floor(localMs / DAY_MS) * DAY_MS;
