import { DAY, firstAt } from './clock.ts';

/** RRULE walked day by day; a day is the epoch milliseconds of its 00:00 in UTC. */
export function nextOccurrence(
  { rule, startDate, time }: { rule: string; startDate: string; time: string },
  after: number,
  zone: string,
): number | null {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const start = Date.parse(startDate);
  const timeMs = Date.parse(`1970-01-01T${time}Z`);
  const soonest = new Date(Math.max(after - (after % DAY), start));
  const last = Date.UTC(soonest.getUTCFullYear() + 5, soonest.getUTCMonth(), soonest.getUTCDate());
  let left = Number(parts.get('COUNT') ?? Infinity);
  const first = left === Infinity ? Math.max(start, Math.floor(after / DAY) * DAY - 2 * DAY) : start;
  for (let day = first; day <= last; day += DAY) {
    if (!isPicked(day, start, parts)) continue;
    left -= 1;
    if (left < 0) return null;
    if (day + 2 * DAY < after) continue;
    const due = firstAt(day + timeMs, zone);
    if (isPastEnd(parts.get('UNTIL'), day, timeMs, due)) return null;
    if (due > after) return due;
  }
  return null;
}

type Parts = ReadonlyMap<string, string>;

function isPastEnd(until: string | undefined, day: number, timeMs: number, due: number): boolean {
  if (until === undefined) return false;
  const at = (text: string): number =>
    Date.UTC(
      Number(text.slice(0, 4)),
      Number(text.slice(4, 6)) - 1,
      Number(text.slice(6, 8)),
      Number(text.slice(9, 11)),
      Number(text.slice(11, 13)),
      Number(text.slice(13, 15)),
    );
  if (!until.includes('T')) return day > at(until);
  return until.endsWith('Z') ? due > at(until) : day + timeMs > at(until);
}

/** Whether the rule picks the day, when it starts on `start`. */
function isPicked(day: number, start: number, parts: Parts): boolean {
  if (!isInPeriod(day, start, parts) || !matches(day, start, parts)) return false;
  const positions = numbers(parts.get('BYSETPOS'));
  if (positions.length === 0) return true;
  const set = setOf(day, start, parts);
  const place = set.indexOf(day);
  return positions.includes(place + 1) || positions.includes(place - set.length);
}

function isInPeriod(day: number, start: number, parts: Parts): boolean {
  const interval = Number(parts.get('INTERVAL') ?? 1);
  if (interval === 1) return true;
  const frequency = parts.get('FREQ');
  if (frequency === 'DAILY') return Math.round((day - start) / DAY) % interval === 0;
  if (frequency === 'WEEKLY')
    return Math.round((weekOf(day, parts) - weekOf(start, parts)) / (7 * DAY)) % interval === 0;
  const [one, other] = [new Date(day), new Date(start)];
  const years = one.getUTCFullYear() - other.getUTCFullYear();
  if (frequency === 'YEARLY') return years % interval === 0;
  return (years * 12 + one.getUTCMonth() - other.getUTCMonth()) % interval === 0;
}

function matches(day: number, start: number, parts: Parts): boolean {
  const date = new Date(day);
  const frequency = parts.get('FREQ');
  const months = numbers(parts.get('BYMONTH'));
  const monthDays = numbers(parts.get('BYMONTHDAY'));
  const weekdays = parts.get('BYDAY')?.split(',') ?? [];
  const first = new Date(start);
  if (months.length > 0 && !months.includes(date.getUTCMonth() + 1)) return false;
  if (monthDays.length > 0 && !monthDays.some((wanted) => wanted === placeInMonth(day, wanted))) return false;
  if (weekdays.length > 0 && !weekdays.some((wanted) => isWeekday(day, wanted, parts))) return false;
  if (monthDays.length > 0 || weekdays.length > 0 || frequency === 'DAILY') return true;
  if (frequency === 'WEEKLY') return date.getUTCDay() === first.getUTCDay();
  if (date.getUTCDate() !== first.getUTCDate()) return false;
  return frequency === 'MONTHLY' || months.length > 0 || date.getUTCMonth() === first.getUTCMonth();
}

const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function isWeekday(day: number, wanted: string, parts: Parts): boolean {
  if (names[new Date(day).getUTCDay()] !== wanted.slice(-2)) return false;
  const nth = Number(wanted.slice(0, -2));
  if (nth === 0) return true;
  const inYear = parts.get('FREQ') === 'YEARLY' && !parts.has('BYMONTH');
  const span = inYear ? yearOf(day) : monthOf(day);
  const same = span.filter((other) => new Date(other).getUTCDay() === new Date(day).getUTCDay());
  return same[nth > 0 ? nth - 1 : same.length + nth] === day;
}

function placeInMonth(day: number, wanted: number): number {
  const date = new Date(day);
  return wanted > 0 ? date.getUTCDate() : date.getUTCDate() - monthOf(day).length - 1;
}

let latest: { parts: Parts; period: number[]; set: number[] } | undefined;

/** The days that the rule matches in the month or year of a day; the days of one period are asked about in a row. */
function setOf(day: number, start: number, parts: Parts): number[] {
  const period = parts.get('FREQ') === 'YEARLY' ? yearOf(day) : monthOf(day);
  if (latest?.parts !== parts || latest.period[0] !== period[0])
    latest = { parts, period, set: period.filter((other) => matches(other, start, parts)) };
  return latest.set;
}

/** The day on which the week of a day began. */
function weekOf(day: number, parts: Parts): number {
  const first = names.indexOf(parts.get('WKST') ?? 'MO');
  return day - ((new Date(day).getUTCDay() - first + 7) % 7) * DAY;
}

const NONE: number[] = [];
const lists = new Map<string, number[]>();

function numbers(text: string | undefined): number[] {
  if (text === undefined) return NONE;
  const list = lists.get(text) ?? text.split(',').map(Number);
  lists.set(text, list);
  return list;
}

const spans = new Map<string, number[]>();

/** The days of a month, or of a year, each of which is counted out once. */
const monthOf = (day: number): number[] => daysOf(new Date(day).toISOString().slice(0, 7), `-01`);
const yearOf = (day: number): number[] => daysOf(new Date(day).toISOString().slice(0, 4), `-01-01`);

function daysOf(span: string, first: string): number[] {
  const known = spans.get(span);
  if (known) return known;
  const days: number[] = [];
  for (let day = Date.parse(span + first); new Date(day).toISOString().startsWith(span); day += DAY) days.push(day);
  spans.set(span, days);
  return days;
}
