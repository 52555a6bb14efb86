/** Hours and breaks of one day, by the wall clock; `to` at or before `from` is of the next day. */
export type Hours = { readonly from: string; readonly to: string };
export type DayPlan = { readonly hours: readonly Hours[]; readonly breaks: readonly Hours[] };

export const dayOff: DayPlan = { hours: [], breaks: [] };
export const usualDay: DayPlan = { hours: [{ from: '10:00', to: '19:00' }], breaks: [] };

export const isClock = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

/** "9", "930", "9.30" and "24:00" as the clock shows them; what is no time stays as it was typed. */
export function tidyTime(text: string): string {
  const found = /^(\d{1,2})(?:[:.,\s-]?(\d{2}))?$/.exec(text.trim());
  if (!found) return text;
  const time = `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}`;
  return time === '24:00' ? '00:00' : time;
}

export const endsNextDay = ({ from, to }: Hours): boolean =>
  isClock(tidyTime(from)) && isClock(tidyTime(to)) && tidyTime(to) <= tidyTime(from);

const DAY = 1_440;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minute: number): string => {
  const within = ((minute % DAY) + DAY) % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};
const spanOf = ({ from, to }: Hours): { from: number; to: number } => {
  const begins = minuteOf(tidyTime(from));
  const ends = minuteOf(tidyTime(to));
  return { from: begins, to: ends > begins ? ends : ends + DAY };
};

/** An hour off that fits into the first shift: at one o'clock, or in its middle; after the breaks that are there. */
export function freeBreak(plan: DayPlan): Hours {
  const [first] = plan.hours;
  if (!first || !isClock(tidyTime(first.from)) || !isClock(tidyTime(first.to))) return { from: '13:00', to: '14:00' };
  const shift = spanOf(first);
  const long = Math.min(60, Math.max(15, Math.floor((shift.to - shift.from) / 4 / 15) * 15));
  const taken = plan.breaks.map(spanOf);
  const wanted = [13 * 60, ...Array.from({ length: 96 }, (_, n) => shift.from + long + n * 15)];
  const free = wanted.find(
    (from) =>
      from >= shift.from && from + long <= shift.to && taken.every((one) => from + long <= one.from || one.to <= from),
  );
  const from = free ?? shift.from;
  return { from: timeOf(from), to: timeOf(from + long) };
}

/** Three hours that begin an hour after the last shift. */
export function nextShift(plan: DayPlan): Hours {
  const last = plan.hours.at(-1);
  if (!last || !isClock(tidyTime(last.to))) return { from: '16:00', to: '19:00' };
  const from = Math.min(spanOf(last).to + 60, DAY - 60);
  return { from: timeOf(from), to: timeOf(Math.min(from + 180, DAY)) };
}

/** How long one works in a day, breaks taken out, in minutes. */
export function workOf(plan: DayPlan): number {
  const long = (list: readonly Hours[]) =>
    list
      .filter(({ from, to }) => isClock(tidyTime(from)) && isClock(tidyTime(to)))
      .map(spanOf)
      .reduce((sum, { from, to }) => sum + to - from, 0);
  return Math.max(0, long(plan.hours) - long(plan.breaks));
}

/** What is sent: times as the clock shows them. */
export const tidyPlan = ({ hours, breaks }: DayPlan) => ({
  hours: hours.map(({ from, to }) => ({ from: tidyTime(from), to: tidyTime(to) })),
  breaks: breaks.map(({ from, to }) => ({ from: tidyTime(from), to: tidyTime(to) })),
});
