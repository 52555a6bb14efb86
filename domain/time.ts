import { Temporal } from '@js-temporal/polyfill';
import type { DeliverySlot } from './orders/delivery.ts';
import { DAY_MS, offsetMsAt } from './time-rules/steady-spans.ts';
import { wholeTime } from './time-rules/whole-time.ts';

/**
 * The instant of a wall-clock hour in a zone. An hour that a clock change skips means the first one after it; one
 * that happens twice means the earlier.
 */
export function wallClockInstant(at: { date: string; hour: number; zone: string }): Date {
  const plain = Temporal.PlainDate.from(at.date).toPlainDateTime({ hour: at.hour });
  return new Date(plain.toZonedDateTime(at.zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** The calendar day and hour of an instant in a zone. */
export function wallClockOf(instant: Date, zone: string): { date: string; hour: number; minute: number } {
  const shown = new Date(instant.getTime() + offsetMsAt(instant.getTime(), zone));
  return { date: shown.toISOString().slice(0, 10), hour: shown.getUTCHours(), minute: shown.getUTCMinutes() };
}

/** The calendar day that comes `days` after `date`. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * When one can still pick an order up: two-hour slots inside the shop's hours, over `days` days, that have not begun.
 */
export function pickupSlots(facts: {
  now: Date;
  zone: string;
  fromHour: number;
  toHour: number;
  days: number;
}): DeliverySlot[] {
  const today = wallClockOf(facts.now, facts.zone).date;
  const slots: DeliverySlot[] = [];
  for (let day = 0; day < facts.days; day += 1) {
    const date = addDays(today, day);
    for (let fromHour = facts.fromHour; fromHour < facts.toHour; fromHour += 2) {
      const toHour = Math.min(fromHour + 2, facts.toHour);
      if (wallClockInstant({ date, hour: fromHour, zone: facts.zone }) > facts.now)
        slots.push({ date, fromHour, toHour });
    }
  }
  return slots;
}

/** Adds an ISO 8601 duration. Days and longer follow the wall clock of `zone`, so that a day is a day over DST. */
export function addDuration(instant: Date, duration: string, zone: string): Date {
  return addedInSteadyTime(instant, duration, zone) ?? addedByCalendar(instant, duration, zone);
}

/** Undefined where the calendar must be asked. The calendar alone would do, and takes thirty times as long. */
function addedInSteadyTime(instant: Date, duration: string, zone: string): Date | undefined {
  const whole = wholeTime(duration);
  if (!whole) return undefined;
  const dayMs = instant.getTime() + whole.days * DAY_MS;
  if (dayMs !== instant.getTime() && zone !== 'UTC') {
    const offset = offsetMsAt(instant.getTime(), zone);
    // Where no clock is changed on the day before or after, the same time of day is there, and there once.
    if ([-DAY_MS, 0, DAY_MS].some((near) => offsetMsAt(dayMs + near, zone) !== offset)) return undefined;
  }
  return new Date(dayMs + whole.exactMs);
}

function addedByCalendar(instant: Date, duration: string, zone: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return new Date(zoned.add(Temporal.Duration.from(duration)).epochMilliseconds);
}

/** Whether a text is a positive ISO 8601 duration, such as PT15M. */
export function isDuration(text: string): boolean {
  try {
    const duration = Temporal.Duration.from(text);
    return duration.sign > 0;
  } catch {
    return false;
  }
}

/** Whether this is the name of a zone that clocks know, such as `Europe/Moscow`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
