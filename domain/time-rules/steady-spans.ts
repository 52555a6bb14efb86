import { Temporal } from '@js-temporal/polyfill';

/** A span of time over which the clock of a zone is not changed: local time is the instant plus `offsetMs`. */
export type SteadySpan = { fromMs: number; untilMs: number; offsetMs: number };

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/**
 * The steady spans of a zone in order, from `fromMs` over `days` times 24 hours; a span is at most 24 hours long. No
 * zone changes its clock twice within 24 hours.
 */
export function* steadySpans(fromMs: number, days: number, zone: string): Generator<SteadySpan> {
  let offsetMs = offsetMsAt(fromMs, zone);
  for (let day = 0; day < days; day += 1) {
    const startMs = fromMs + day * DAY_MS;
    const endMs = startMs + DAY_MS;
    const endOffsetMs = offsetMsAt(endMs, zone);
    if (endOffsetMs === offsetMs) {
      yield { fromMs: startMs, untilMs: endMs, offsetMs };
      continue;
    }
    const changeMs = changeBetween(startMs, endMs, zone);
    yield { fromMs: startMs, untilMs: changeMs, offsetMs };
    yield { fromMs: changeMs, untilMs: endMs, offsetMs: endOffsetMs };
    offsetMs = endOffsetMs;
  }
}

/** How far the wall clock of a zone is ahead of UTC at an instant. */
export function offsetMsAt(instantMs: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}

/** The first instant that has the offset of `afterMs`, when `beforeMs` has another. */
function changeBetween(beforeMs: number, afterMs: number, zone: string): number {
  const afterOffsetMs = offsetMsAt(afterMs, zone);
  let before = beforeMs;
  let after = afterMs;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetMsAt(middle, zone) === afterOffsetMs) after = middle;
    else before = middle;
  }
  return after;
}
