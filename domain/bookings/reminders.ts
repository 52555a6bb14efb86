import { afterQuietHours, isQuiet, type QuietHours } from '../time-rules/allowed-hours.ts';
import type { TimeOfDay } from '../time-rules/wall-clock.ts';
import { placeClock } from './place-clock.ts';
import { quietBegin } from './quiet-begin.ts';

export type Reminder = {
  id: string;
  on: boolean;
  /** So long before the visit, or at a time of the day on which it is. */
  when: { kind: 'before'; minutes: number } | { kind: 'morning'; time: TimeOfDay };
  toClient: boolean;
  toStaff: boolean;
};

/**
 * `missed`: its moment was over when the booking was made or moved. `after_visit`: it would not come before the visit.
 * `too_near`: another comes at about the same time, nearer to the visit.
 */
export type ReminderSkip = 'missed' | 'after_visit' | 'too_near';
/** `toClient`, `toStaff`: who still hears of it by this one; who hears of another at about the same time does not. */
export type PlannedReminder = {
  id: string;
  at: Date;
  toClient: boolean;
  toStaff: boolean;
  skipped: ReminderSkip | null;
};

export type ReminderFacts = {
  reminders: readonly Reminder[];
  startsAt: Date;
  /** When the booking was made or last moved. */
  setAt: Date;
  zone: string;
  quietHours: QuietHours | null;
};

const MINUTE_MS = 60_000;
/** After quiet hours a reminder is still of use this long before the visit. */
const LEAST_LEAD_MS = 30 * MINUTE_MS;
const NEAR_MS = 10 * MINUTE_MS;

/** When the reminders of a visit go out, in order of time. Those that are off, or for nobody, are not in the plan. */
export function planReminders(facts: ReminderFacts): PlannedReminder[] {
  const planned = facts.reminders
    .filter((reminder) => reminder.on && (reminder.toClient || reminder.toStaff))
    .map((reminder) => plannedAt(reminder, facts))
    .sort((a, b) => b.wantedMs - a.wantedMs);
  // From the one nearest to the visit on: of two that would come to somebody together, the nearer one stays.
  const kept: typeof planned = [];
  for (const one of planned) {
    if (one.skipped) continue;
    const near = kept.filter((other) => Math.abs(one.at.getTime() - other.at.getTime()) <= NEAR_MS);
    one.toClient &&= !near.some((other) => other.toClient);
    one.toStaff &&= !near.some((other) => other.toStaff);
    if (one.toClient || one.toStaff) kept.push(one);
    else one.skipped = 'too_near';
  }
  return planned
    .map(({ wantedMs: _, ...one }) => one)
    .reverse()
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

type Planned = PlannedReminder & { wantedMs: number };

function plannedAt(reminder: Reminder, facts: ReminderFacts): Planned {
  const { id, toClient, toStaff } = reminder;
  const wanted = wantedAt(reminder, facts.startsAt, facts.zone);
  return { id, toClient, toStaff, wantedMs: wanted.getTime(), ...momentOf(wanted, facts) };
}

function momentOf(wanted: Date, facts: ReminderFacts): Pick<PlannedReminder, 'at' | 'skipped'> {
  const { startsAt, setAt, zone, quietHours } = facts;
  if (wanted >= startsAt) return { at: wanted, skipped: 'after_visit' };
  if (wanted <= setAt) return { at: wanted, skipped: 'missed' };
  const at = quietHours ? outOfQuietHours(wanted, { startsAt, zone, quietHours }) : wanted;
  return { at, skipped: at <= setAt ? 'missed' : null };
}

function wantedAt({ when }: Reminder, startsAt: Date, zone: string): Date {
  if (when.kind === 'before') return new Date(startsAt.getTime() - when.minutes * MINUTE_MS);
  const clock = placeClock(zone);
  return new Date(clock.instantOf(clock.dayOf(startsAt.getTime()), when.time));
}

/** To their end when the visit is not too near then, otherwise to the last minute before they began. */
function outOfQuietHours(
  wanted: Date,
  { startsAt, zone, quietHours }: { startsAt: Date; zone: string; quietHours: QuietHours },
): Date {
  if (!isQuiet(wanted, quietHours, zone)) return wanted;
  const end = afterQuietHours(wanted, quietHours, zone);
  if (startsAt.getTime() - end.getTime() >= LEAST_LEAD_MS) return end;
  return new Date(quietBegin(wanted, quietHours, zone).getTime() - MINUTE_MS);
}
