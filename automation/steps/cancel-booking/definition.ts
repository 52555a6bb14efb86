import { z } from 'zod';
import { triesOnce } from '../../booking-time.ts';
import { plainTemplate, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  reason: worded(plainTemplate(200).default(''), {
    title: { ru: 'Причина', en: 'Reason' },
    help: { ru: 'Её увидит клиент.', en: 'The client reads it.' },
  }),
  offerTimes: worded(z.boolean().default(true), {
    title: { ru: 'Предложить другое время', en: 'Offer other times' },
  }),
});

export type CancelBookingConfig = z.infer<typeof config>;

export const definition: StepDefinition<CancelBookingConfig> = {
  type: 'cancel-booking',
  kind: 'do',
  icon: 'IconCalendarX',
  title: { ru: 'Отменить запись', en: 'Cancel the booking' },
  group: 'do',
  about: { ru: 'Отменить визит и вернуть время в расписание', en: 'Cancels the visit and gives its time back' },
  config,
  fresh: () => ({ reason: '', offerTimes: true }),
  ...triesOnce,
  causes: () => [{ event: 'booking.cancelled', data: {} }],
  sentence: ({ offerTimes }, language) =>
    language === 'ru'
      ? `Отменить запись${offerTimes ? ' и предложить другое время' : ''}`
      : `Cancel the booking${offerTimes ? ' and offer other times' : ''}`,
};
