import { DAY_MS, offsetMsAt, steadySpans } from './steady-spans.ts';
import { readingOf, timeMsOf, type Reading, type TimeOfDay, type Weekday } from './wall-clock.ts';

/**
 * Allowed hours: on these weekdays, from `from` until `to` (exclusive). `to` <= `from` goes on over midnight and belongs
 * to the weekday on which it began; from === to is the whole day from that time.
 */
export type TimeWindow = { days: readonly Weekday[]; from: TimeOfDay; to: TimeOfDay };

/** Nobody is written to from `from` until `to` (over midnight when to <= from; from === to: no quiet hours). */
export type QuietHours = { from: TimeOfDay; to: TimeOfDay };

/** A window of one weekday that a clock change swallows comes again a week later. */
const WINDOW_DAYS = 15;
const ALLOWED_DAYS = 8;

/*
 * All of these ask what the clock on the wall shows, so that an hour that happens twice counts twice, and an edge that
 * is skipped means the first instant after the gap.
 */

/** The first instant, not before `instant`, inside the window; null when the window has no days. */
export function nextInWindow(instant: Date, window: TimeWindow, zone: string): Date | null {
  return firstWhere(instant, windowRule(window), { zone, days: WINDOW_DAYS });
}

export function inWindow(instant: Date, window: TimeWindow, zone: string): boolean {
  return windowRule(window).holds(readingAt(instant, zone));
}

/** The first instant, not before `instant`, outside the quiet hours. */
export function afterQuietHours(instant: Date, quiet: QuietHours, zone: string): Date {
  return firstWhere(instant, outsideRule(quiet), { zone, days: ALLOWED_DAYS }) ?? instant;
}

export function isQuiet(instant: Date, quiet: QuietHours, zone: string): boolean {
  return !outsideRule(quiet).holds(readingAt(instant, zone));
}

/**
 * First instant outside quiet hours and inside the window (either may be undefined), not before `instant`; null when
 * there is none within 8 days of 24 hours (window wholly inside quiet hours).
 */
export function nextAllowed(
  instant: Date,
  rules: { window?: TimeWindow | undefined; quiet?: QuietHours | undefined },
  zone: string,
): Date | null {
  const all = [rules.window && windowRule(rules.window), rules.quiet && outsideRule(rules.quiet)];
  const given = all.filter((rule) => rule !== undefined);
  const both: Rule = {
    opensAtMs: given.flatMap((rule) => rule.opensAtMs),
    holds: (reading) => given.every((rule) => rule.holds(reading)),
  };
  return firstWhere(instant, both, { zone, days: ALLOWED_DAYS });
}

/** What must hold of the wall clock, and the only times of day at which it can begin to. */
type Rule = { opensAtMs: readonly number[]; holds: (reading: Reading) => boolean };

function windowRule({ days, from, to }: TimeWindow): Rule {
  const fromMs = timeMsOf(from);
  const toMs = timeMsOf(to);
  const dayBefore = (weekday: Weekday): Weekday => (weekday === 1 ? 7 : weekday - 1) as Weekday;
  const holds = ({ weekday, timeMs }: Reading): boolean => {
    if (fromMs < toMs) return days.includes(weekday) && fromMs <= timeMs && timeMs < toMs;
    return (days.includes(weekday) && timeMs >= fromMs) || (days.includes(dayBefore(weekday)) && timeMs < toMs);
  };
  return { opensAtMs: [fromMs], holds };
}

function outsideRule({ from, to }: QuietHours): Rule {
  const fromMs = timeMsOf(from);
  const toMs = timeMsOf(to);
  const holds = ({ timeMs }: Reading): boolean => {
    if (fromMs <= toMs) return timeMs < fromMs || timeMs >= toMs;
    return timeMs < fromMs && timeMs >= toMs;
  };
  return { opensAtMs: [toMs], holds };
}

function firstWhere(instant: Date, rule: Rule, within: { zone: string; days: number }): Date | null {
  for (const { fromMs, untilMs, offsetMs } of steadySpans(instant.getTime(), within.days, within.zone)) {
    const opens = rule.opensAtMs.map((timeMs) => nextLocal(fromMs + offsetMs, timeMs) - offsetMs);
    const candidates = [fromMs, ...opens.filter((ms) => ms < untilMs).sort((a, b) => a - b)];
    const found = candidates.find((ms) => rule.holds(readingOf(ms + offsetMs)));
    if (found !== undefined) return new Date(found);
  }
  return null;
}

/** The first local time, not before `localMs`, with this time of day. */
const nextLocal = (localMs: number, timeMs: number): number => Math.ceil((localMs - timeMs) / DAY_MS) * DAY_MS + timeMs;

const readingAt = (instant: Date, zone: string): Reading =>
  readingOf(instant.getTime() + offsetMsAt(instant.getTime(), zone));
