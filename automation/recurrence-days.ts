import * as library from 'rrule';
import type { RRule as RRuleClass } from 'rrule';
import type { Rule } from './recurrence-rule.ts';

const DAY_MS = 86_400_000;

// Node sees the CommonJS build of the package, the bundler of the pages its ESM build.
const { RRule } = ('RRule' in library ? library : (library as { default: unknown }).default) as {
  RRule: typeof RRuleClass;
};

/**
 * Visits the days of a rule in order, each as the milliseconds of its 00:00 in UTC, until `visit` answers false. A day
 * counts from `startMs`; those before `fromMs` are passed over, none after `untilMs` is reached.
 */
export function eachDay(
  rule: Rule,
  { startMs, fromMs, untilMs }: { startMs: number; fromMs: number; untilMs: number },
  visit: (dayMs: number) => boolean,
): void {
  const first = periodStart(rule, startMs, rule.count === undefined ? Math.max(startMs, fromMs) : startMs);
  const lastYear = new Date(untilMs).getUTCFullYear();
  const movedYears = yearsToTheEnd(first.getUTCFullYear(), lastYear);
  let count = 0;
  const take = (dayMs: number): boolean => {
    if (dayMs < startMs) return true;
    count += 1;
    if (dayMs > untilMs || (rule.count !== undefined && count > rule.count)) return false;
    return dayMs < fromMs || visit(dayMs);
  };
  const inPeriods = byPosition(rule, take);
  const days = new RRule({
    ...optionsOf(rule, new Date(startMs)),
    dtstart: inYear(first, movedYears),
    until: new Date(Date.UTC(lastYear + movedYears, 11, 31)),
  });
  let goesOn = true;
  days.all((moved) => (goesOn = inPeriods.day(inYear(moved, -movedYears).getTime())));
  if (goesOn) inPeriods.end();
}

/**
 * BYSETPOS: of the days of a month or year, only those at the wanted positions are taken. The generator's own BYSETPOS
 * takes the first day for a position that lies before it.
 */
function byPosition({ every, positions }: Rule, take: (dayMs: number) => boolean) {
  if (positions.length === 0) return { day: take, end: () => true };
  let period: number[] = [];
  const periodOf = (dayMs: number): string => new Date(dayMs).toISOString().slice(0, every === 'MONTHLY' ? 7 : 4);
  const end = (): boolean => {
    const whole = period;
    const isWanted = (index: number): boolean =>
      positions.some((at) => at === index + 1 || at === index - whole.length);
    period = [];
    return whole.filter((_, index) => isWanted(index)).every(take);
  };
  const day = (dayMs: number): boolean => {
    const isSame = period[0] === undefined || periodOf(period[0]) === periodOf(dayMs);
    const goesOn = isSame || end();
    period.push(dayMs);
    return goesOn;
  };
  return { day, end };
}

/** What the start date leaves to be understood is said outright, since the generator begins somewhere else. */
function optionsOf(rule: Rule, start: Date): ConstructorParameters<typeof RRuleClass>[0] {
  const names = [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR, RRule.SA, RRule.SU];
  const noDays = rule.weekdays.length + rule.monthDays.length === 0;
  const byDate = noDays && (rule.every === 'MONTHLY' || rule.every === 'YEARLY');
  const byMonth = noDays && rule.every === 'YEARLY' && rule.months.length === 0;
  const weekdays = noDays && rule.every === 'WEEKLY' ? [{ weekday: isoWeekday(start), nth: undefined }] : rule.weekdays;
  return {
    freq: RRule[rule.every],
    interval: rule.interval,
    wkst: rule.weekStart - 1,
    byweekday: weekdays.flatMap(({ weekday, nth }) => {
      const name = names[weekday - 1];
      return name === undefined ? [] : [nth === undefined ? name : name.nth(nth)];
    }),
    bymonthday: byDate ? [start.getUTCDate()] : [...rule.monthDays],
    bymonth: byMonth ? [start.getUTCMonth() + 1] : [...rule.months],
  };
}

/**
 * The beginning of a period of the rule (day, week, month, year), the last one by its interval that is not after
 * `fromMs`: from the true start, old rules would be walked day by day, and BYSETPOS would
 * count in half a period.
 */
function periodStart(rule: Rule, startMs: number, fromMs: number): Date {
  const start = new Date(startMs);
  const from = new Date(fromMs);
  const wholeIntervals = (periods: number): number => Math.floor(periods / rule.interval) * rule.interval;
  switch (rule.every) {
    case 'DAILY':
      return new Date(startMs + wholeIntervals((fromMs - startMs) / DAY_MS) * DAY_MS);
    case 'WEEKLY': {
      const weekMs = startMs - ((isoWeekday(start) - rule.weekStart + 7) % 7) * DAY_MS;
      return new Date(weekMs + wholeIntervals((fromMs - weekMs) / (7 * DAY_MS)) * 7 * DAY_MS);
    }
    case 'MONTHLY': {
      const months = (from.getUTCFullYear() - start.getUTCFullYear()) * 12 + from.getUTCMonth() - start.getUTCMonth();
      return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + wholeIntervals(months)));
    }
    case 'YEARLY': {
      const years = wholeIntervals(from.getUTCFullYear() - start.getUTCFullYear());
      return new Date(Date.UTC(start.getUTCFullYear() + years, 0));
    }
  }
}

/**
 * A rule that no day meets is given up by the generator in the year 9999 only, which takes it seconds. So the calendar
 * is moved to the last years before that have the same weekdays and leap days.
 */
function yearsToTheEnd(firstYear: number, lastYear: number): number {
  const newYear = (year: number): number => new Date(Date.UTC(year, 0)).getUTCDay();
  const wanted = Array.from({ length: lastYear - firstYear + 2 }, (_, index) => newYear(firstYear + index));
  for (let moved = 9999 - lastYear - 1; moved > 0; moved -= 1)
    if (wanted.every((weekday, index) => weekday === newYear(firstYear + index + moved))) return moved;
  return 0;
}

const inYear = (date: Date, movedYears: number): Date =>
  new Date(Date.UTC(date.getUTCFullYear() + movedYears, date.getUTCMonth(), date.getUTCDate()));

const isoWeekday = (date: Date): number => date.getUTCDay() || 7;
