import { z } from 'zod';
import { triedOutputs } from '../../booking-time.ts';
import { duration, localizedTemplate, serviceId, staffMember, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { plainOfHtml } from '../../telegram-html.ts';
import { templateWords } from '../../template-words.ts';
import { durationWords } from '../../words.ts';

const config = z.strictObject({
  text: worded(localizedTemplate(4_096), { title: { ru: 'Сообщение', en: 'Message' }, html: true }),
  count: worded(z.int().min(1).max(8).default(3), {
    title: { ru: 'Сколько времён предложить', en: 'How many times to offer' },
  }),
  moves: worded(z.boolean().default(false), {
    title: { ru: 'Перенести имеющуюся запись', en: 'Move the booking that there is' },
    help: { ru: 'Иначе появится новая.', en: 'Otherwise a new one is made.' },
  }),
  service: worded(serviceId.optional(), {
    title: { ru: 'Услуга', en: 'Service' },
    help: { ru: 'Пусто: та же, что в записи или в прошлый раз.', en: 'Empty: as in the booking, or as last time.' },
  }),
  staff: worded(staffMember.optional(), {
    title: { ru: 'К кому', en: 'With whom' },
    help: { ru: 'Пусто: к любому, кто свободен.', en: 'Empty: with anyone who is free.' },
  }),
  after: worded(duration.default('PT3H'), { title: { ru: 'Не раньше чем через', en: 'Not sooner than in' } }),
  timeout: worded(duration, { title: { ru: 'Ждать выбора не дольше', en: 'Wait for the choice at most' } }),
  class: worded(z.enum(['service', 'marketing']).default('service'), {
    title: { ru: 'Что это за сообщение', en: 'What kind of message' },
    values: {
      service: { ru: 'О записи или просьбе', en: 'About a booking or a request' },
      marketing: { ru: 'Новости и предложения', en: 'News and offers' },
    },
  }),
});

export type OfferSlotsConfig = z.infer<typeof config>;

export const definition: StepDefinition<OfferSlotsConfig> = {
  type: 'offer-slots',
  kind: 'say',
  icon: 'IconCalendarSearch',
  title: { ru: 'Предложить время', en: 'Offer times' },
  group: 'say',
  about: { ru: 'Свободное время кнопками: нажали, записали', en: 'Free times as buttons: a press books' },
  config,
  fresh: () => ({ text: { ru: '', en: '' }, count: 3, moves: false, after: 'PT3H', timeout: 'P1D', class: 'service' }),
  ports: () => [
    { id: 'booked', title: { ru: 'время выбрано', en: 'a time is chosen' } },
    { id: 'none', title: { ru: 'предложить нечего', en: 'nothing to offer' } },
    { id: 'timeout', title: { ru: 'не выбрали', en: 'not chosen' } },
  ],
  outputFields: triedOutputs,
  outputOn: ['booked'],
  listensTo: () => ['booking.tried'],
  waits: true,
  longestStay: ({ timeout }) => timeout,
  messages: () => 1,
  refersTo: ({ service, staff }) => [
    ...(service ? [{ kind: 'service' as const, id: service }] : []),
    ...(staff ? [{ kind: 'staff' as const, id: staff }] : []),
  ],
  causes: ({ moves }) => [{ event: moves ? 'booking.moved' : 'booking.made', data: {} }],
  sentence: ({ text, timeout }, language, names) => {
    const words = templateWords(plainOfHtml(text[language]), language, names);
    return language === 'ru'
      ? `Предложить время: «${words}», ждать не дольше ${durationWords(timeout, 'ru', 'genitive')}`
      : `Offer times: “${words}”, wait at most ${durationWords(timeout, 'en')}`;
  },
};
