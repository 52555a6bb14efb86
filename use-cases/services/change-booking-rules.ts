import type { BookingRules, ReminderWithText } from '#domain/bookings/rules.ts';
import { BusinessError } from '#domain/errors.ts';
import { settingsOf } from '#domain/settings.ts';
import { isTimeOfDay } from '#domain/time-rules.ts';
import { Business } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import { retimeVisits } from '#use-cases/bookings/retime-visits.ts';
import { checkNumber } from './checks.ts';
import { needSetup, ringServices } from './need-setup.ts';
import { checkedReminderText } from './reminder-text.ts';

export type RulesChange = { [Rule in keyof BookingRules]?: BookingRules[Rule] | undefined };

const DAY_MINUTES = 1_440;
/** A month ahead at most; nearer than ten minutes nobody is reminded. */
const REMINDER = { min: 10, max: 30 * DAY_MINUTES };

/**
 * Changes how bookings are taken; what is left out stays. Bookings that are made keep their policy; reminders follow
 * the new rules.
 * @throws BusinessError `forbidden`, `setting_invalid`, `notice_beyond_horizon`, `time_invalid`, `quiet_hours_empty`, `reminder_twice`,
 * `text_empty`, `text_too_long`, `variable_unknown`, `brace_alone`, each with the path.
 */
export async function changeBookingRules(tx: Tx, change: RulesChange): Promise<BookingRules> {
  needSetup(tx);
  await tx.sql('select id from business where id = ? for update', [tx.businessId]);
  const business = await tx.em.findOneOrFail(Business, tx.businessId, { refresh: true });
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const before = settingsOf(business).booking;
  const rules = checked({ ...before, ...given });
  business.settings = { ...business.settings, booking: rules };
  business.revision += 1;
  await tx.em.flush();
  if (moments(rules) !== moments(before)) await retimeVisits(tx);
  ringServices(tx);
  return rules;
}

/** What says when a visit that is ahead is reminded of or decided about. */
const moments = ({ remindersOn, reminders, quietHours, unconfirmed }: BookingRules): string =>
  JSON.stringify([remindersOn, reminders, quietHours, unconfirmed]);

function checked(rules: BookingRules): BookingRules {
  checkNumber(rules.stepMinutes, { path: 'stepMinutes', min: 5, max: 240 });
  checkNumber(rules.noticeMinutes, { path: 'noticeMinutes', min: 0, max: 43_200 });
  checkNumber(rules.horizonDays, { path: 'horizonDays', min: 1, max: 365 });
  if (rules.noticeMinutes > rules.horizonDays * DAY_MINUTES)
    throw new BusinessError('notice_beyond_horizon', { path: 'noticeMinutes' });
  checkNumber(rules.policy.cancelHours, { path: 'policy.cancelHours', min: 0, max: 720 });
  checkNumber(rules.policy.moveHours, { path: 'policy.moveHours', min: 0, max: 720 });
  checkNumber(rules.policy.maxMoves, { path: 'policy.maxMoves', min: 0, max: 50 });
  checkNumber(rules.unconfirmed.minutesBefore, { path: 'unconfirmed.minutesBefore', min: 5, max: 10_080 });
  const { quietHours } = rules;
  if (quietHours !== null) {
    if (!isTimeOfDay(quietHours.from) || !isTimeOfDay(quietHours.to))
      throw new BusinessError('time_invalid', { path: 'quietHours' });
    if (quietHours.from === quietHours.to) throw new BusinessError('quiet_hours_empty', { path: 'quietHours' });
  }
  if (rules.reminders.length > 12) throw new BusinessError('setting_invalid', { path: 'reminders', min: 0, max: 12 });
  return { ...rules, reminders: rules.reminders.map((one, index, all) => checkedReminder(one, index, all)) };
}

function checkedReminder(
  reminder: ReminderWithText,
  index: number,
  all: readonly ReminderWithText[],
): ReminderWithText {
  const path = `reminders.${index}`;
  // The id says which moments of a booking are decided already: it names one reminder for good.
  if (all.findIndex(({ id }) => id === reminder.id) !== index) throw new BusinessError('reminder_twice', { path });
  if (reminder.when.kind === 'before') {
    checkNumber(reminder.when.minutes, { path: `${path}.when.minutes`, ...REMINDER });
  } else if (!isTimeOfDay(reminder.when.time)) {
    throw new BusinessError('time_invalid', { path: `${path}.when.time` });
  }
  return { ...reminder, text: reminder.text && checkedReminderText(reminder.text, `${path}.text`) };
}
