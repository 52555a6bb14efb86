import { changesOf, DAY, firstAt, MINUTE, shownAt, stretchAt } from './clock.ts';

/** The rules of domain/time-rules.ts done the slow way: minute by minute, by what the clock of the zone shows. */
const WEEK = 7 * 1440;
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
  const open = rules.window ? openMinutes(rules.window) : new Uint8Array(WEEK).fill(1);
  const quiet = rules.quiet ? quietMinutes(rules.quiet) : new Uint8Array(WEEK);
  const isOpen = open.map((minute, index) => minute & (1 - quiet[index]!));
  for (const { from, minutes, first } of stretches(at, at + days * DAY, zone)) {
    for (let walked = 0, minute = first; walked < minutes; walked += 1, minute = minute + 1 === WEEK ? 0 : minute + 1)
      if (isOpen[minute] === 1) return Math.max(at, from + walked * MINUTE);
  }
  return null;
}

export function nextWallClock(at: number, wanted: { days: readonly number[]; time: string }, zone: string): number {
  const isWanted = new Uint8Array(WEEK);
  for (const day of wanted.days.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : wanted.days)
    isWanted[(day - 1) * 1440 + minutesOf(wanted.time)] = 1;
  /** By what was shown: the same time on the same day is wanted once. */
  const seen = new Set<number>();
  let expected = Infinity;
  for (const { from, minutes, first, shown } of stretches(at - DAY, at + 20 * DAY, zone)) {
    // What the clock jumped over counts as shown at the first minute after it.
    for (let skipped = expected; skipped < shown; skipped += MINUTE)
      if (isWanted[minuteOfWeek(skipped)] === 1 && from > at) return from;
    for (let walked = 0, minute = first; walked < minutes; walked += 1, minute = minute + 1 === WEEK ? 0 : minute + 1) {
      if (isWanted[minute] === 0 || seen.has(shown + walked * MINUTE)) continue;
      seen.add(shown + walked * MINUTE);
      if (from + walked * MINUTE > at) return from + walked * MINUTE;
    }
    expected = shown + minutes * MINUTE;
  }
  throw new Error(`Never ${wanted.time} in ${zone}`);
}

/**
 * The whole minutes from one instant until another, in stretches over which the clock is not changed. `first`: the
 * minute of the week with which the clock begins, `shown`: what it shows then.
 */
function* stretches(from: number, until: number, zone: string) {
  for (let start = Math.floor(from / MINUTE) * MINUTE; start < until;) {
    const end = Math.min(stretchAt(start, zone).until, until);
    const shown = shownAt(start, zone);
    yield { from: start, minutes: Math.ceil((end - start) / MINUTE), first: minuteOfWeek(shown), shown };
    start = end;
  }
}

export const atWallClock = (date: string, time: string, zone: string): number =>
  firstAt(Date.parse(`${date}T${time}:00Z`), zone);

export function withOffset(at: number, offset: string, zone: string): number {
  const found = /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    offset,
  );
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

export function nextYearly(
  after: number,
  yearly: { date: string; offset: string; time: string },
  zone: string,
): number {
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
  const open = new Uint8Array(WEEK);
  const length = (minutesOf(to) - minutesOf(from) + 1440) % 1440 || 1440;
  for (const day of days) {
    const first = (day - 1) * 1440 + minutesOf(from);
    open.fill(1, first, first + length);
    // Sunday night goes on in the Monday that the week began with.
    open.fill(1, 0, Math.max(0, first + length - open.length));
  }
  return open;
}

const quietMinutes = (quiet: Span): Uint8Array =>
  openMinutes({ ...quiet, days: quiet.from === quiet.to ? [] : [1, 2, 3, 4, 5, 6, 7] });

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const dayOf = (shown: number): number => Math.floor(shown / DAY) * DAY;
/** The epoch was on a Thursday, three days after a Monday. */
const minuteOfWeek = (shown: number): number => (Math.floor(shown / MINUTE) + 3 * 1440) % WEEK;

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
