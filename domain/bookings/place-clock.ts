import type { TimeOfDay } from '#domain/time-rules.ts';
import { DAY_MS, steadySpans, type SteadySpan } from '../time-rules/steady-spans.ts';
import { dateOf, localMsOf, timeMsOf } from '../time-rules/wall-clock.ts';
import type { Day } from './slot-facts.ts';

/** A day of the calendar as the number of days since 1 January 1970: what slots are counted with. */
export type DayNumber = number;

export const dayNumberOf = (day: Day): DayNumber => localMsOf(day) / DAY_MS;
export function dayOfNumber(number: DayNumber): Day {
  const known = names.get(number);
  if (known) return known;
  const day = dateOf(number * DAY_MS);
  if (names.size >= MOST_DAYS_KEPT) names.clear();
  names.set(number, day);
  return day;
}
const MOST_DAYS_KEPT = 5_000;
const names = new Map<DayNumber, Day>();

/** Monday is 0. 1 January 1970 was a Thursday. */
export const weekdayIndexOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;
/** Days of one ISO week have one number. */
export const weekNumberOf = (day: DayNumber): number => Math.floor((day + 3) / 7);

/** The wall clock of a place, quick to ask: what Intl said about a day is remembered. */
export type PlaceClock = {
  /** The calendar day of an instant. */
  dayOf: (instantMs: number) => DayNumber;
  /** A day lasts until the next begins: since 2011 no clock was put back over a midnight that it had shown. */
  beginOf: (day: DayNumber) => number;
  /** The instant of a time of a day: the earlier of two, the first after a gap (as `atWallClock`). */
  instantOf: (day: DayNumber, time: TimeOfDay) => number;
};

const clocks = new Map<string, PlaceClock>();

export function placeClock(zone: string): PlaceClock {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = newClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function newClock(zone: string): PlaceClock {
  const days = new Map<number, SteadySpan[]>();
  /** Questions about one day come in a row. */
  let latest = { utcDay: NaN, spans: [] as SteadySpan[] };
  /** One span for a day of UTC; two when the clock is changed within it. */
  const spansOf = (utcDay: number): SteadySpan[] => {
    if (utcDay === latest.utcDay) return latest.spans;
    const spans = days.get(utcDay) ?? [...steadySpans(utcDay * DAY_MS, 1, zone)];
    if (days.size >= MOST_DAYS_KEPT) days.clear();
    days.set(utcDay, spans);
    latest = { utcDay, spans };
    return spans;
  };
  const times = new Map<TimeOfDay, number>();
  const timeOf = (time: TimeOfDay): number => {
    let timeMs = times.get(time);
    if (timeMs === undefined) times.set(time, (timeMs = timeMsOf(time)));
    return timeMs;
  };
  const instantOf = (day: DayNumber, time: TimeOfDay): number => {
    const localMs = day * DAY_MS + timeOf(time);
    // No clock is a day ahead of or behind UTC.
    for (let utcDay = day - 1; utcDay <= day + 1; utcDay += 1)
      for (const { fromMs, untilMs, offsetMs } of spansOf(utcDay)) {
        if (localMs < fromMs + offsetMs) return fromMs;
        if (localMs < untilMs + offsetMs) return localMs - offsetMs;
      }
    throw new RangeError(`No clock of ${zone} comes to ${time} on ${dayOfNumber(day)}`);
  };
  return {
    instantOf,
    beginOf: (day) => instantOf(day, '00:00'),
    dayOf: (instantMs) => {
      const spans = spansOf(Math.floor(instantMs / DAY_MS));
      const second = spans[1];
      const { offsetMs } = second && instantMs >= second.fromMs ? second : spans[0]!;
      return Math.floor((instantMs + offsetMs) / DAY_MS);
    },
  };
}
