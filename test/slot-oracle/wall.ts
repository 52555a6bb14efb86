import { Temporal } from '@js-temporal/polyfill';

/** Time is cut into pieces of five minutes; every edge of a world lies between two of them. */
export const PIECE_MS = 5 * 60_000;
const DAY_MS = 24 * 12 * PIECE_MS;
const DAYS_BEFORE = 3;
const DAYS_AFTER = 5;

/** Some days around a day in a zone: which date every piece of time has. Nothing of it comes from domain/. */
export type Wall = {
  zone: string;
  day: string;
  /** Where the pieces begin, and how many there are. */
  startMs: number;
  pieces: number;
  /** The days around, in order. */
  days: readonly string[];
  /** Of each piece, its date. */
  dates: readonly string[];
  dateOf: (ms: number) => string;
  /** The ISO week of a date. */
  weekOf: (date: string) => string;
  /** The instant at which a date's clock shows a time: the earlier of two, the first after a gap. */
  instantOf: (date: string, time: string) => number;
};

const walls = new Map<string, Wall>();

export function wallAround(zone: string, day: string): Wall {
  const known = walls.get(`${zone} ${day}`);
  if (known) return known;
  const startMs = Date.parse(`${day}T00:00:00Z`) - DAYS_BEFORE * DAY_MS;
  const pieces = (DAYS_BEFORE + DAYS_AFTER) * 24 * 12;
  const days = Array.from({ length: DAYS_BEFORE + DAYS_AFTER }, (_, index) => plus(day, index - DAYS_BEFORE));
  const dates = datesOf(zone, startMs, pieces, [...days, plus(day, DAYS_AFTER)]);
  const instants = new Map<string, number>();
  const weeks = new Map<string, string>();
  const wall: Wall = {
    zone,
    day,
    startMs,
    pieces,
    days,
    dates,
    dateOf: (ms) => dates[(ms - startMs - ((ms - startMs) % PIECE_MS)) / PIECE_MS]!,
    weekOf: (date) => remembered(weeks, date, () => isoWeek(date)),
    instantOf: (date, time) => remembered(instants, `${date}T${time}`, () => shownFirst(`${date}T${time}`, zone)),
  };
  walls.set(`${zone} ${day}`, wall);
  return wall;
}

export const plus = (day: string, days: number): string =>
  remembered(sums, `${day} ${days}`, () => Temporal.PlainDate.from(day).add({ days }).toString());
const sums = new Map<string, string>();

/** The days on which, or next to which, the clocks of a zone are changed from 2025 on, and some that are hard anyway. */
export function hardDays(zone: string): string[] {
  const days = ['2026-06-10', '2026-12-31', '2028-02-28'];
  let at = Temporal.Instant.from('2025-01-01T00:00:00Z').toZonedDateTimeISO(zone);
  for (let count = 0; count < 4; count += 1) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.year > 2030) break;
    days.push(next.toPlainDate().toString(), next.toPlainDate().subtract({ days: 1 }).toString());
    at = next;
  }
  // Samoa had no 30 December in 2011.
  return zone === 'Pacific/Apia' ? [...days, '2011-12-29', '2011-12-31'] : days;
}

function shownFirst(text: string, zone: string): number {
  const plain = Temporal.PlainDateTime.from(text);
  const shown = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (shown.toPlainDateTime().equals(plain)) return shown.epochMilliseconds;
  // `shown` is as long after the gap as the time was within it.
  return shown.add({ milliseconds: 1 }).getTimeZoneTransition('previous')!.epochMilliseconds;
}

/** Each piece is of the day that began last. A day that a zone left out begins together with the next. */
function datesOf(zone: string, startMs: number, pieces: number, days: readonly string[]): string[] {
  const begins = days.map((day) => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
  return Array.from({ length: pieces }, (_, piece) => {
    const next = begins.findLastIndex((ms) => ms <= startMs + piece * PIECE_MS);
    return days[next] ?? plus(days[0]!, -1);
  });
}

function isoWeek(date: string): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date);
  return `${yearOfWeek}-W${weekOfYear}`;
}

function remembered<T>(known: Map<string, T>, key: string, workOut: () => T): T {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = workOut()));
  return value;
}
