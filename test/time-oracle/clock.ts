/**
 * What the clocks of a zone show, asked of Intl alone: the second opinion that the arithmetic of domain/ is held
 * against. Nothing here may come from domain/, automation/ or their packages.
 */
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** A change of a zone's clock: from `at` (epoch milliseconds) on, it is `offset` milliseconds ahead of UTC. */
export type Change = { at: number; offset: number };

const FIRST = Date.UTC(2017, 0);
const LAST = Date.UTC(2046, 0);

const formatters = new Map<string, Intl.DateTimeFormat>();
const tables = new Map<string, Change[]>();

/** What the clock shows, written as the epoch milliseconds at which a clock in UTC shows the same. */
export function shownAt(at: number, zone: string): number {
  const table = changesOf(zone);
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (table[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  return at + table[low]!.offset;
}

/** Every change of a zone's clock from 2017 to 2045, found by halving; the first entry is where the table begins. */
export function changesOf(zone: string): Change[] {
  const known = tables.get(zone);
  if (known) return known;
  const table: Change[] = [{ at: -Infinity, offset: askIntl(FIRST, zone) }];
  for (let day = FIRST; day < LAST; day += DAY) {
    const offset = askIntl(day + DAY, zone);
    if (offset === table[table.length - 1]!.offset) continue;
    let before = day;
    let after = day + DAY;
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
 * minutes from an instant at which it was surely earlier.
 */
export function firstAt(shown: number, zone: string): number {
  for (let at = shown - 15 * 60 * MINUTE; ; at += MINUTE) {
    const seen = shownAt(at, zone);
    if (seen === shown) return at;
    // Clocks change at whole minutes.
    if (seen > shown) return at - (at % MINUTE);
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
