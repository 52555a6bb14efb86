import { isQuiet, type QuietHours } from '../time-rules/allowed-hours.ts';
import { DAY_MS, steadySpans } from '../time-rules/steady-spans.ts';
import { timeMsOf } from '../time-rules/wall-clock.ts';

/** The first moment of the quiet hours in which `at` lies; `at` itself when it lies in none. */
export function quietBegin(at: Date, quiet: QuietHours, zone: string): Date {
  let beganMs = at.getTime();
  for (const beginMs of possibleBegins(at.getTime(), quiet, zone)) {
    const begins = isQuiet(new Date(beginMs), quiet, zone) && !isQuiet(new Date(beginMs - 1), quiet, zone);
    if (begins && beginMs <= at.getTime()) beganMs = beginMs;
  }
  return new Date(beganMs);
}

/** Quiet hours begin when the clock shows it, or when the clock is changed into them. In order of time. */
function* possibleBegins(atMs: number, quiet: QuietHours, zone: string): Generator<number> {
  const beginsMs = timeMsOf(quiet.from);
  for (const { fromMs, untilMs, offsetMs } of steadySpans(atMs - 2 * DAY_MS, 3, zone)) {
    yield fromMs;
    const shownMs = Math.ceil((fromMs + offsetMs - beginsMs) / DAY_MS) * DAY_MS + beginsMs - offsetMs;
    if (shownMs < untilMs) yield shownMs;
  }
}
