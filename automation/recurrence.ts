import { atWallClock, isTimeOfDay, type TimeOfDay } from '#domain/time-rules.ts';
import { eachDay } from './recurrence-days.ts';
import { ruleOf, type Rule } from './recurrence-rule.ts';

export { recurrenceWords } from './recurrence-words.ts';

/**
 * A repeating schedule of an owner: an RRULE (RFC 5545, without DTSTART/EXDATE), a first date (YYYY-MM-DD) and a
 * wall-clock time. The first date is an occurrence only if the rule names it.
 */
export type Recurrence = { rule: string; startDate: string; time: TimeOfDay };

const YEARS_AHEAD = 5;
const DAY_MS = 86_400_000;
/** Nowhere is the clock further ahead of UTC. */
const FURTHEST_AHEAD_MS = 14 * 3_600_000;

/**
 * Why a rule cannot be used, or undefined. Frequencies finer than DAILY, unknown parts and COUNT/UNTIL that leave
 * nothing are refused, as is a rule without an occurrence in its first 5 years.
 */
export function recurrenceProblem(
  recurrence: Recurrence,
): 'rule_invalid' | 'rule_too_often' | 'rule_empty' | undefined {
  const rule = ruleOf(recurrence.rule);
  if (typeof rule === 'string') return rule;
  if (!isDate(recurrence.startDate) || !isTimeOfDay(recurrence.time)) return 'rule_invalid';
  const startMs = Date.parse(recurrence.startDate);
  let isEmpty = true;
  eachDay(rule, { startMs, fromMs: startMs, untilMs: yearsAfter(startMs) }, (dayMs) => {
    const shownMs = dayMs + timeMsOf(recurrence.time);
    isEmpty = isOver(rule, shownMs, shownMs - FURTHEST_AHEAD_MS);
    return false;
  });
  return isEmpty ? 'rule_empty' : undefined;
}

/**
 * The first occurrence strictly after `after`, by the wall clock of `zone`; null when the rule has come to its end.
 * Looks ahead at most 5 years (from the first date, when that is yet to come). A skipped wall-clock time means the first
 * instant after the gap, a repeated one the earlier. Throws RangeError when the recurrence has a problem.
 */
export function nextOccurrence(recurrence: Recurrence, after: Date, zone: string): Date | null {
  const rule = ruleOf(recurrence.rule);
  if (typeof rule === 'string' || !isDate(recurrence.startDate)) throw new RangeError(recurrence.rule);
  const startMs = Date.parse(recurrence.startDate);
  // Wherever the zone is, its date is the one in UTC or a neighbour of it.
  const fromMs = Math.floor(after.getTime() / DAY_MS) * DAY_MS - DAY_MS;
  let next: Date | null = null;
  eachDay(rule, { startMs, fromMs, untilMs: yearsAfter(Math.max(startMs, fromMs + DAY_MS)) }, (dayMs) => {
    const due = atWallClock(new Date(dayMs).toISOString().slice(0, 10), recurrence.time, zone);
    if (isOver(rule, dayMs + timeMsOf(recurrence.time), due.getTime())) return false;
    if (due > after) next = due;
    return next === null;
  });
  return next;
}

function isOver({ until }: Rule, shownMs: number, instantMs: number): boolean {
  if (until === undefined) return false;
  return (until.kind === 'clock' ? shownMs : instantMs) > until.ms;
}

function isDate(text: string): boolean {
  const ms = /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

function yearsAfter(dayMs: number): number {
  const day = new Date(dayMs);
  return Date.UTC(day.getUTCFullYear() + YEARS_AHEAD, day.getUTCMonth(), day.getUTCDate());
}

const timeMsOf = (time: TimeOfDay): number => Date.parse(`1970-01-01T${time}:00Z`);
