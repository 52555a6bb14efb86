import { changesOf, DAY, firstAt, MINUTE, shownAt } from './clock.ts';

/** The rules of domain/time-rules.ts done the slow way: minute by minute, by what the clock of the zone shows. */
type Span = { from: string; to: string };
type Window = Span & { days: readonly number[] };

export function inWindow(at: number, window: Window, zone: string): boolean {
  return openMinutes(window)[minuteOfWeek(shownAt(at, zone))] === 1;
}

export function isQuiet(at: number, quiet: Span, zone: string): boolean {
  return quietMinutes(quiet)[minuteOfWeek(shownAt(at, zone))] === 1;
}

/** The first instant within so many days of 24 hours that is open and not quiet. */
export function nextOpen(
  at: number,
  rules: { window?: Window | undefined; quiet?: Span | undefined },
  zone: string,
  days: number,
): number | null {
  const open = rules.window && openMinutes(rules.window);
  const quiet = rules.quiet && quietMinutes(rules.quiet);
  for (let moment = at; moment < at + days * DAY; moment = moment - (moment % MINUTE) + MINUTE) {
    const minute = minuteOfWeek(shownAt(moment, zone));
    if ((!open || open[minute] === 1) && (!quiet || quiet[minute] === 0)) return moment;
  }
  return null;
}

export function nextWallClock(at: number, wanted: { days: readonly number[]; time: string }, zone: string): number {
  const time = minutesOf(wanted.time) * MINUTE;
  const wants = (shown: number): boolean =>
    shown - dayOf(shown) === time && (wanted.days.length === 0 || wanted.days.includes(weekdayOf(shown)));
  const showsFirst = new Map<number, number>();
  for (let moment = at - (at % MINUTE) - DAY; ; moment += MINUTE) {
    const shown = shownAt(moment, zone);
    const skippedFrom = shownAt(moment - MINUTE, zone) + MINUTE;
    for (let passed = Math.min(skippedFrom, shown); passed <= shown; passed += MINUTE) {
      if (!wants(passed) || showsFirst.has(passed)) continue;
      showsFirst.set(passed, moment);
      if (moment > at) return moment;
    }
  }
}

export const atWallClock = (date: string, time: string, zone: string): number =>
  firstAt(Date.parse(`${date}T${time}:00Z`), zone);

export function withOffset(at: number, offset: string, zone: string): number {
  const found = /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(offset);
  if (!found) throw new Error(`Not an offset: ${offset}`);
  const sign = found[1] === '-' ? -1 : 1;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(2)
    .map((part) => sign * Number(part ?? 0));
  const exact = hours * 60 * MINUTE + minutes * MINUTE + seconds * 1000;
  if (years === 0 && months === 0 && weeks === 0 && days === 0) return at + exact;
  const shown = shownAt(at, zone);
  const day = monthsLater(dayOf(shown), years * 12 + months) + (weeks * 7 + days) * DAY;
  return firstAt(day + (shown - dayOf(shown)), zone) + exact;
}

export function nextYearly(after: number, yearly: { date: string; offset: string; time: string }, zone: string): number {
  const [, month = 1, day = 1] = yearly.date.split('-').map(Number);
  const moved = (yearly.offset.startsWith('-') ? -1 : 1) * Number(/\d+/.exec(yearly.offset)?.[0]);
  for (let year = new Date(after).getUTCFullYear() - 3; ; year += 1) {
    const isCommon = new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1;
    const kept = month === 2 && day === 29 && isCommon ? 28 : day;
    const due = firstAt(Date.UTC(year, month - 1, kept + moved) + minutesOf(yearly.time) * MINUTE, zone);
    if (due > after) return due;
  }
}

/** One byte for each minute of the week that begins on Monday at 00:00. */
function openMinutes({ days, from, to }: Window): Uint8Array {
  const open = new Uint8Array(7 * 1440);
  const length = (minutesOf(to) - minutesOf(from) + 1440) % 1440 || 1440;
  for (const day of days)
    for (let minute = 0; minute < length; minute += 1)
      open[((day - 1) * 1440 + minutesOf(from) + minute) % open.length] = 1;
  return open;
}

const quietMinutes = (quiet: Span): Uint8Array =>
  openMinutes({ ...quiet, days: quiet.from === quiet.to ? [] : [1, 2, 3, 4, 5, 6, 7] });

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const dayOf = (shown: number): number => Math.floor(shown / DAY) * DAY;
const weekdayOf = (shown: number): number => new Date(shown).getUTCDay() || 7;
const minuteOfWeek = (shown: number): number =>
  (weekdayOf(shown) - 1) * 1440 + Math.floor((shown - dayOf(shown)) / MINUTE);

function monthsLater(day: number, months: number): number {
  const date = new Date(day);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(date.getUTCDate(), length));
}

/** The instants at which a zone's clock changes, from 2019 to 2032. */
export const changeInstants = (zone: string): number[] =>
  changesOf(zone)
    .map(({ at }) => at)
    .filter((at) => at > Date.UTC(2019, 0) && at < Date.UTC(2033, 0));
