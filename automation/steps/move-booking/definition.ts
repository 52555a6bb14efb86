import { z } from 'zod';
import { bookingTime, bookingTimeWords, triedOutputs, triesOnce } from '../../booking-time.ts';
import { worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  at: worded(bookingTime, { title: { ru: 'На какое время', en: 'To what time' } }),
});

export type MoveBookingConfig = z.infer<typeof config>;

export const definition: StepDefinition<MoveBookingConfig> = {
  type: 'move-booking',
  kind: 'do',
  icon: 'IconCalendarShare',
  title: { ru: 'Перенести запись', en: 'Move the booking' },
  group: 'do',
  about: { ru: 'Перенести визит, о котором эта цепочка', en: 'Moves the visit that this automation is about' },
  config,
  fresh: () => ({ at: { kind: 'nearest', after: 'P1D' } }),
  ...triesOnce,
  outputFields: triedOutputs,
  outputOn: ['done'],
  causes: () => [{ event: 'booking.moved', data: {} }],
  sentence: ({ at }, language, names) =>
    `${language === 'ru' ? 'Перенести запись' : 'Move the booking'} ${bookingTimeWords(at, language, names)}`,
};
