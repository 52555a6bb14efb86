import type { DayInterval, DayPlan, WeekPlan } from '#domain/bookings/slot-facts.ts';
import { BusinessError } from '#domain/errors.ts';
import { isTimeOfDay } from '#domain/time-rules.ts';

const DAY = 1_440;
const MOST_SHIFTS = 4;
const MOST_BREAKS = 8;

/** Seven days from Monday. @throws as {@link checkDayPlan}. */
export function checkWeek(week: WeekPlan, path: string): void {
  if (week.length !== 7) throw new BusinessError('hours_invalid', { path });
  week.forEach((day, index) => checkDayPlan(day, `${path}.${index}`));
}

/**
 * Hours and breaks of one day, in order and apart. A shift that ends at or before its beginning goes on to the next
 * day; a break that is earlier than such a shift is of the next day.
 * @throws BusinessError `time_invalid`, `hours_overlap`, `break_empty`, `break_outside_hours`, `breaks_overlap`, with the path.
 */
export function checkDayPlan(plan: DayPlan, path: string): void {
  if (plan.hours.length > MOST_SHIFTS) throw new BusinessError('setting_invalid', few(`${path}.hours`, MOST_SHIFTS));
  if (plan.breaks.length > MOST_BREAKS) throw new BusinessError('setting_invalid', few(`${path}.breaks`, MOST_BREAKS));
  const hours = plan.hours.map((one, index) => minutesOf(one, `${path}.hours.${index}`));
  checkApart(hours, 'hours_overlap');
  const breaks = plan.breaks.map((one, index) => {
    const at = `${path}.breaks.${index}`;
    const minutes = minutesOf(one, at);
    if (one.from === one.to) throw new BusinessError('break_empty', { path: at });
    const fits = [0, DAY].flatMap((later) =>
      hours.some(({ from, to }) => from <= minutes.from + later && minutes.to + later <= to) ? [later] : [],
    )[0];
    if (fits === undefined) throw new BusinessError('break_outside_hours', { path: at, from: one.from, to: one.to });
    return { ...minutes, from: minutes.from + fits, to: minutes.to + fits };
  });
  checkApart(breaks, 'breaks_overlap');
}

type Minutes = { from: number; to: number; path: string };

function minutesOf({ from, to }: DayInterval, path: string): Minutes {
  if (!isTimeOfDay(from) || !isTimeOfDay(to)) throw new BusinessError('time_invalid', { path });
  const begins = minuteOf(from);
  const ends = minuteOf(to);
  return { from: begins, to: ends > begins ? ends : ends + DAY, path };
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function checkApart(list: readonly Minutes[], code: string): void {
  const inOrder = [...list].sort((one, other) => one.from - other.from);
  inOrder.forEach((one, index) => {
    const before = inOrder[index - 1];
    if (before && one.from < before.to) throw new BusinessError(code, { path: one.path });
  });
}

const few = (path: string, max: number) => ({ path, min: 0, max });
