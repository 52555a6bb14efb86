import { weekNumberOf, type DayNumber, type PlaceClock } from './place-clock.ts';
import type { PlanException, Span, StaffFacts } from './slot-facts.ts';
import { meets, spanAt, unionOf } from './spans.ts';
import { planOf, workOfPlan, type DayWork } from './working-time.ts';

/** What is asked of one person again and again; what was worked out for a day is kept. */
export type Person = {
  id: string;
  /** The shifts that the plan of a day begins. */
  shiftsOf: (day: DayNumber) => readonly Span[];
  isOnGrid: (startMs: number, stepMs: number) => boolean;
  /** Whether the person works without a break from one moment to another. */
  works: (from: number, to: number) => boolean;
  isFree: (from: number, to: number) => boolean;
  visitsOn: (day: DayNumber) => number;
  visitsInWeekOf: (day: DayNumber) => number;
  /** Which limit one more visit on this day would break. */
  fullOn: (day: DayNumber) => 'day_full' | 'week_full' | null;
};

export function personOf(staff: StaffFacts, holidays: readonly PlanException[], clock: PlaceClock): Person {
  const busy = unionOf(staff.busy);
  const visits = countedVisits(staff.visits, clock);
  const ofDay = remembered((day): DayWork => workOfPlan(planOf(staff, holidays, day), day, clock));
  /** What is worked on a day: a shift may have begun the day before. */
  const about = remembered((day): DayWork => {
    const days = [ofDay(day - 1), ofDay(day)];
    return {
      shifts: days.flatMap(({ shifts }) => shifts),
      working: unionOf(days.flatMap(({ working }) => working)),
    };
  });
  const visitsOn = (day: DayNumber): number => visits.days.get(day) ?? 0;
  const visitsInWeekOf = (day: DayNumber): number => visits.weeks.get(weekNumberOf(day)) ?? 0;
  return {
    id: staff.id,
    shiftsOf: (day) => ofDay(day).shifts,
    isOnGrid: (startMs, stepMs) =>
      about(clock.dayOf(startMs)).shifts.some(
        ({ from, to }) => from <= startMs && startMs < to && (startMs - from) % stepMs === 0,
      ),
    works: (from, to) => {
      let workedTo = from;
      while (workedTo < to) {
        const span = spanAt(about(clock.dayOf(workedTo)).working, workedTo);
        if (!span) return false;
        workedTo = span.to;
      }
      return true;
    },
    isFree: (from, to) => !meets(busy, from, to),
    visitsOn,
    visitsInWeekOf,
    fullOn: (day) => {
      if (staff.maxPerDay !== null && visitsOn(day) >= staff.maxPerDay) return 'day_full';
      if (staff.maxPerWeek !== null && visitsInWeekOf(day) >= staff.maxPerWeek) return 'week_full';
      return null;
    },
  };
}

function countedVisits(visits: readonly number[], clock: PlaceClock) {
  const days = new Map<number, number>();
  const weeks = new Map<number, number>();
  for (const startMs of visits) {
    const day = clock.dayOf(startMs);
    days.set(day, (days.get(day) ?? 0) + 1);
    weeks.set(weekNumberOf(day), (weeks.get(weekNumberOf(day)) ?? 0) + 1);
  }
  return { days, weeks };
}

/** Works a value out once for each day. */
export function remembered<T>(workOut: (day: DayNumber) => T): (day: DayNumber) => T {
  const known = new Map<DayNumber, T>();
  return (day) => {
    let value = known.get(day);
    if (value === undefined) known.set(day, (value = workOut(day)));
    return value;
  };
}
