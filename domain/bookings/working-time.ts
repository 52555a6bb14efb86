import {
  dayNumberOf,
  dayOfNumber,
  placeClock,
  weekdayIndexOf,
  type DayNumber,
  type PlaceClock,
} from './place-clock.ts';
import type { Day, DayInterval, DayPlan, PlanException, Span, StaffFacts } from './slot-facts.ts';
import { unionOf, without } from './spans.ts';

/** Whose hours are asked about. */
export type Working = Pick<StaffFacts, 'week' | 'exceptions'>;

/**
 * When a person works by the plan of a day, breaks taken out: in order, none touching another. What begins on that day
 * belongs to it to its end, also after midnight.
 */
export function workingSpans(staff: Working, holidays: readonly PlanException[], day: Day, zone: string): Span[] {
  const number = dayNumberOf(day);
  return workOfPlan(planOf(staff, holidays, number), number, placeClock(zone)).working;
}

/** An own exception comes before a holiday of the place, and that before the week. */
export function planOf(staff: Working, holidays: readonly PlanException[], number: DayNumber): DayPlan {
  const day = dayOfNumber(number);
  const isMeant = ({ from, to }: PlanException): boolean => from <= day && day <= to;
  const exception = staff.exceptions.find(isMeant) ?? holidays.find(isMeant);
  return exception?.plan ?? staff.week[weekdayIndexOf(number)] ?? DAY_OFF;
}

const DAY_OFF: DayPlan = { hours: [], breaks: [] };

/** The shifts of a day, from whose beginnings times are offered, and what is worked of them. */
export type DayWork = { shifts: readonly Span[]; working: readonly Span[] };

export function workOfPlan(plan: DayPlan, day: DayNumber, clock: PlaceClock): { shifts: Span[]; working: Span[] } {
  const hours = plan.hours.map((interval) => ({ interval, span: spanOf(interval, day, clock) }));
  const working = hours.flatMap(({ interval, span }) =>
    plan.breaks.length === 0 ? [span] : without(span, breaksOf(interval, plan.breaks, day, clock)),
  );
  return { shifts: unionOf(hours.map(({ span }) => span)), working: unionOf(working) };
}

/** The breaks of the day, and in a shift over midnight the same times of the next day. */
function breaksOf(hours: DayInterval, breaks: readonly DayInterval[], day: DayNumber, clock: PlaceClock): Span[] {
  const days = isOverMidnight(hours) ? [day, day + 1] : [day];
  return days.flatMap((on) => breaks.map((one) => spanOf(one, on, clock)));
}

const spanOf = (interval: DayInterval, day: DayNumber, clock: PlaceClock): Span => ({
  from: clock.instantOf(day, interval.from),
  to: clock.instantOf(isOverMidnight(interval) ? day + 1 : day, interval.to),
});

const isOverMidnight = ({ from, to }: DayInterval): boolean => to <= from;
