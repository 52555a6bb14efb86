import { z } from 'zod';
import { fieldWords } from '../../field-words.ts';
import { conditionSchema } from '../../conditions.ts';
import { offset, timeOfDay, worded } from '../../fields.ts';
import type { TriggerDefinition } from '../../trigger.ts';
import { offsetWords } from '../../words.ts';

/** The dates that a contact, an order or a booking has, and whether each is a day or a moment. */
export const datedFields = {
  'contact.birthday': 'day',
  'contact.since': 'moment',
  'contact.lastOrderAt': 'moment',
  'order.pickupAt': 'moment',
  'order.placedAt': 'moment',
  'order.paidAt': 'moment',
  'order.deliveredAt': 'moment',
  'booking.startsAt': 'moment',
  'booking.endsAt': 'moment',
} as const;

const names = Object.keys(datedFields) as [keyof typeof datedFields, ...(keyof typeof datedFields)[]];

const config = z.strictObject({
  field: worded(z.union([z.enum(names), z.string().regex(/^contact\.fields\.[a-z][A-Za-z0-9_]{0,30}$/)]), {
    title: { ru: 'Какая дата', en: 'Which date' },
    field: 'variable',
    kinds: ['moment'],
  }),
  offset: worded(offset, { title: { ru: 'Насколько раньше или позже', en: 'How much before or after' } }),
  yearly: worded(z.boolean().default(false), { title: { ru: 'Каждый год', en: 'Every year' } }),
  /** Of a day, and of a yearly date; a moment has its own time. */
  time: worded(timeOfDay.default('10:00'), {
    title: { ru: 'Во сколько', en: 'At what time' },
    help: {
      ru: 'По часам клиента. Для дней и ежегодных дат.',
      en: "By the client's clock. For days and yearly dates.",
    },
  }),
  filter: worded(conditionSchema, { title: { ru: 'Только если', en: 'Only if' }, scope: 'everything' }).optional(),
});

export type DateTriggerConfig = z.infer<typeof config>;

export const definition: TriggerDefinition<DateTriggerConfig> = {
  type: 'date',
  icon: 'IconCalendarHeart',
  title: { ru: 'Дата', en: 'A date' },
  group: 'start',
  about: {
    ru: 'День рождения, за сутки до визита, столько-то дней после покупки',
    en: 'A birthday, a day before a visit, so many days after a purchase',
  },
  config,
  fresh: () => ({ field: 'contact.birthday', offset: 'P0D', yearly: true, time: '10:00' }),
  listensTo: () => ['date.reached'],
  sentence: ({ field, offset: by, yearly }, language) => {
    const words = fieldWords(field)?.[language] ?? field;
    const year = yearly ? (language === 'ru' ? ', каждый год' : ', every year') : '';
    return `${language === 'ru' ? 'Когда наступает:' : 'When it is'} ${offsetWords(by, words, language)}${year}`;
  },
};
