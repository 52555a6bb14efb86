/** The arithmetic of time for the language of automations: hours in which to write, moments to wait for. */
export {
  afterQuietHours,
  inWindow,
  isQuiet,
  nextAllowed,
  nextInWindow,
  type QuietHours,
  type TimeWindow,
} from './time-rules/allowed-hours.ts';
export { isOffset, nextYearly, withOffset } from './time-rules/offsets.ts';
export { atWallClock, isTimeOfDay, nextWallClock, type TimeOfDay, type Weekday } from './time-rules/wall-clock.ts';
