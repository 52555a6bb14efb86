import { atWallClock } from '#domain/time-rules.ts';
import { addDays, wallClockOf } from '#domain/time.ts';

/** A moment as the clock on the wall of a place shows it: its day, and minutes since midnight. */
export type Wall = { day: string; minute: number };

export const DAY = 1_440;

export function wallOf(moment: string | number | Date, zone: string): Wall {
  const key = `${zone} ${typeof moment === 'string' ? moment : Number(moment)}`;
  const known = walls.get(key);
  if (known) return known;
  const { date, hour, minute } = wallClockOf(new Date(moment), zone);
  const wall = { day: date, minute: hour * 60 + minute };
  if (walls.size >= MOST_KEPT) walls.clear();
  walls.set(key, wall);
  return wall;
}

/** A calendar asks for the same moments again with every change: what a clock shows at one never changes. */
const walls = new Map<string, Wall>();
const MOST_KEPT = 20_000;

/** Minutes on the wall since the midnight of `day`: 1500 is one o'clock of the night after it. */
export function minutesSince(day: string, wall: Wall): number {
  return daysBetween(day, wall.day) * DAY + wall.minute;
}

/** The other way round: minutes before 0 and after 1440 are of other days. */
export function wallAt(day: string, minutes: number): Wall {
  const days = Math.floor(minutes / DAY);
  return { day: days === 0 ? day : addDays(day, days), minute: minutes - days * DAY };
}

/** `HH:MM`, of the day that it falls on. */
export function clock(minutes: number): string {
  const minute = ((Math.round(minutes) % DAY) + DAY) % DAY;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Minutes since midnight of `9:05`, `09.05`, `905` or `9`, as people type them; anything else is undefined. */
export function minutesOf(time: string): number | undefined {
  const found = /^(\d{1,2})(?:[:.,\s-]?(\d\d))?$/.exec(time.trim());
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  return found && hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** The moment when the wall shows this; the earlier of two, the first one after an hour that the clocks skip. */
export const momentOf = (wall: Wall, zone: string): Date => atWallClock(wall.day, clock(wall.minute), zone);

/** Whether the clock of the place ever shows this: an hour is skipped when clocks go forward. */
export function isShown(wall: Wall, zone: string): boolean {
  const shown = wallOf(momentOf(wall, zone), zone);
  return shown.day === wall.day && shown.minute === wall.minute;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export const daysFrom = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => addDays(day, at));
