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

/** How far the wall clock of a zone is ahead of UTC at an instant. Throws RangeError when there is no such zone. */
export function offsetMsAt(instantMs: number, zone: string): number {
  const day = Math.floor(instantMs / DAY_MS);
  const offsetMs = offsetOnDay(day, zone);
  return offsetOnDay(day + 1, zone) === offsetMs ? offsetMs : shownOffsetMs(instantMs, zone);
}

/** The offset at the beginning of a day of UTC, of which few are asked about again and again. */
function offsetOnDay(day: number, zone: string): number {
  const known = offsets.get(zone)?.get(day);
  if (known !== undefined) return known;
  const offsetMs = shownOffsetMs(day * DAY_MS, zone);
  const ofZone = offsets.get(zone);
  if (ofZone && ofZone.size < KEPT_DAYS) ofZone.set(day, offsetMs);
  else offsets.set(zone, new Map([[day, offsetMs]]));
  return offsetMs;
}
const offsets = new Map<string, Map<number, number>>();
const KEPT_DAYS = 2_000;

function shownOffsetMs(instantMs: number, zone: string): number {
  const secondMs = Math.floor(instantMs / 1000) * 1000;
  const shown = clockOf(zone).format(secondMs).match(/\d+/g)?.map(Number) ?? [];
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - secondMs;
}

/** Asked of Intl and not of Temporal: the polyfill takes twenty times as long. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const numeric = 'numeric' as const;
  const date = { year: numeric, month: numeric, day: numeric };
  const time = { hour: numeric, minute: numeric, second: numeric, hourCycle: 'h23' as const };
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...date, ...time });
  clocks.set(zone, clock);
  return clock;
}
const clocks = new Map<string, Intl.DateTimeFormat>();

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
