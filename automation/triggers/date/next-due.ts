import { addDuration } from '#domain/time.ts';
import { atWallClock, nextYearly, withOffset } from '#domain/time-rules.ts';
import type { DateTriggerConfig } from './definition.ts';

/** A date that came longer ago than this was missed: nobody wants yesterday's birthday wishes. */
const MISSED = 'P1D';

/**
 * When a date next starts the chain for one person; null when it has passed or is not known. `after`: the last time
 * that it did, or the moment of asking.
 */
export function nextDue(config: DateTriggerConfig, value: unknown, after: Date, zone: string): Date | null {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return null;
  if (config.yearly) {
    const date = value.length === 10 ? value : dayIn(value, zone);
    return nextYearly(after, { date, offset: config.offset, time: config.time }, zone);
  }
  const moment = value.length === 10 ? atWallClock(value, config.time, zone) : new Date(value);
  const due = withOffset(moment, config.offset, zone);
  return due > addDuration(after, `-${MISSED}`, 'UTC') ? due : null;
}

const dayIn = (moment: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(moment));
