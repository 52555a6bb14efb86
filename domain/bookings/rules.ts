import type { TimeOfDay } from '#domain/time-rules.ts';
import type { BookingPolicy } from './policy.ts';
import type { Reminder } from './reminders.ts';
import type { SlotRules } from './slot-facts.ts';

/** How the business takes bookings: what an owner sets. */
export type BookingRules = SlotRules & {
  policy: BookingPolicy;
  /** What clients book themselves stands at once, without a look by staff. */
  confirmsItself: boolean;
  /** What becomes of a booking that nobody confirmed, so long before the visit. */
  unconfirmed: { minutesBefore: number; then: 'keep' | 'cancel' | 'confirm' };
  /** The built-in reminders; without them an owner draws their own. */
  remindersOn: boolean;
  reminders: readonly ReminderWithText[];
  /** No reminder comes in these hours of the client's clock. */
  quietHours: { from: TimeOfDay; to: TimeOfDay } | null;
};

/** `text` null: the words that the product has for it. */
export type ReminderWithText = Reminder & { text: { ru: string; en: string } | null };

const reminder = (id: string, when: Reminder['when'], on: boolean, toStaff: boolean): ReminderWithText => ({
  id,
  on,
  when,
  toClient: true,
  toStaff,
  text: null,
});

export const defaultBookingRules: BookingRules = {
  stepMinutes: 30,
  noticeMinutes: 60,
  horizonDays: 60,
  policy: { cancelHours: 12, moveHours: 12, maxMoves: 3 },
  confirmsItself: true,
  unconfirmed: { minutesBefore: 120, then: 'keep' },
  remindersOn: true,
  reminders: [
    reminder('24h', { kind: 'before', minutes: 1_440 }, true, false),
    reminder('12h', { kind: 'before', minutes: 720 }, false, false),
    reminder('morning', { kind: 'morning', time: '09:00' }, true, false),
    reminder('2h', { kind: 'before', minutes: 120 }, false, false),
    reminder('1h', { kind: 'before', minutes: 60 }, true, true),
  ],
  quietHours: { from: '22:00', to: '08:00' },
};
