import { z } from 'zod';
import { bookingTime, bookingTimeWords, triedOutputs, triesOnce } from '../../booking-time.ts';
import { serviceId, staffMember, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  service: worded(serviceId.optional(), {
    title: { ru: 'Услуга', en: 'Service' },
    help: { ru: 'Пусто: та же, что в прошлый раз.', en: 'Empty: the same as last time.' },
  }),
  staff: worded(staffMember.optional(), {
    title: { ru: 'К кому', en: 'With whom' },
    help: { ru: 'Пусто: к любому, кто свободен.', en: 'Empty: with anyone who is free.' },
  }),
  at: worded(bookingTime, { title: { ru: 'На какое время', en: 'At what time' } }),
});

export type BookConfig = z.infer<typeof config>;

export const definition: StepDefinition<BookConfig> = {
  type: 'book',
  kind: 'do',
  icon: 'IconCalendarPlus',
  title: { ru: 'Записать', en: 'Book' },
  group: 'do',
  about: { ru: 'Записать клиента на услугу', en: 'Books a visit for the client' },
  config,
  fresh: () => ({ at: { kind: 'nearest', after: 'P1D' } }),
  ...triesOnce,
  outputFields: triedOutputs,
  outputOn: ['done'],
  refersTo: ({ service, staff }) => [
    ...(service ? [{ kind: 'service' as const, id: service }] : []),
    ...(staff ? [{ kind: 'staff' as const, id: staff }] : []),
  ],
  causes: () => [{ event: 'booking.made', data: {} }],
  sentence: ({ at }, language, names) =>
    `${language === 'ru' ? 'Записать' : 'Book'} ${bookingTimeWords(at, language, names)}`,
};
