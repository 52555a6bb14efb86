import { addDuration } from '#domain/time.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const known = new Map<string, number>();

/** How long a duration is at most, in milliseconds: a day has 24 hours, a month 31 days. Negative ones are too. */
export function lengthMs(duration: string): number {
  const found = known.get(duration);
  if (found !== undefined) return found;
  const isBefore = duration.startsWith('-');
  // January, then: the longest month comes first.
  const from = new Date(0);
  const ms = addDuration(from, isBefore ? duration.slice(1) : duration, 'UTC').getTime() * (isBefore ? -1 : 1);
  if (known.size >= 1_000) known.clear();
  known.set(duration, ms);
  return ms;
}

/** The shortest way to write so many milliseconds as an ISO 8601 duration: `P3DT2H`. */
export function durationOf(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  const parts = [
    [Math.floor(seconds / 86_400), 'D'],
    [Math.floor(seconds / 3_600) % 24, 'H'],
    [Math.floor(seconds / 60) % 60, 'M'],
    [seconds % 60, 'S'],
  ] as const;
  const [days, ...times] = parts.map(([count, unit]) => (count === 0 ? '' : `${count}${unit}`));
  const time = times.join('');
  return time === '' ? (days === '' ? 'PT0S' : `P${days}`) : `P${days}T${time}`;
}
