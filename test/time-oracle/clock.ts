/**
 * What the clocks of a zone show, asked of Intl alone: the second opinion that the arithmetic of domain/ is held
 * against. Nothing here may come from domain/, automation/ or their packages.
 */
export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 86_400_000;

/** A change of a zone's clock: from `at` (epoch milliseconds) on, it is `offset` milliseconds ahead of UTC. */
export type Change = { at: number; offset: number };

const WEEK = 7 * DAY;
const FIRST = Date.UTC(2017, 0);
const LAST = Date.UTC(2041, 0);

const formatters = new Map<string, Intl.DateTimeFormat>();
const tables = new Map<string, Change[]>();

/** A stretch between two changes: from `from` (inclusive) until `until` the clock is `offset` ahead of UTC. */
export type Stretch = { zone: string; from: number; until: number; offset: number };

/** Walking minute by minute stays in one stretch for long. */
let latest: Stretch = { zone: '', from: 0, until: 0, offset: 0 };

export function stretchAt(at: number, zone: string): Stretch {
  if (zone === latest.zone && at >= latest.from && at < latest.until) return latest;
  const table = changesOf(zone);
  const next = table.findIndex((change) => change.at > at);
  const { at: from, offset } = table.at(next === -1 ? -1 : next - 1)!;
  latest = { zone, from, until: table[next]?.at ?? Infinity, offset };
  return latest;
}

/** What the clock shows, written as the epoch milliseconds at which a clock in UTC shows the same. */
export const shownAt = (at: number, zone: string): number => at + stretchAt(at, zone).offset;

/**
 * Every change of a zone's clock from 2017 to 2040, found by halving a week, within which no zone changes it back. The
 * first entry is where the table begins.
 */
export function changesOf(zone: string): Change[] {
  const known = tables.get(zone);
  if (known) return known;
  const table: Change[] = [{ at: -Infinity, offset: askIntl(FIRST, zone) }];
  for (let week = FIRST; week < LAST; week += WEEK) {
    const offset = askIntl(week + WEEK, zone);
    if (offset === table[table.length - 1]!.offset) continue;
    let before = week;
    let after = week + WEEK;
    while (after - before > 1000) {
      const middle = (before + after) / 2 - (((before + after) / 2) % 1000);
      if (askIntl(middle, zone) === offset) after = middle;
      else before = middle;
    }
    table.push({ at: after, offset });
  }
  tables.set(zone, table);
  return table;
}

/**
 * The first instant whose clock shows `shown` or later: the earlier of two, the first after a gap. Found by walking
 * minutes from an instant at which it was surely earlier; since 2019 no clock was set by as much as three hours.
 */
export function firstAt(shown: number, zone: string): number {
  let at = shown - 15 * HOUR;
  for (;;) {
    const seen = shownAt(at, zone);
    if (seen === shown) return at;
    // Clocks change at whole minutes.
    if (seen > shown) return at - (at % MINUTE);
    at += Math.max(MINUTE, shown - seen - 3 * HOUR);
  }
}

function askIntl(at: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
    formatter.format(at).match(/\d+/g) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}
