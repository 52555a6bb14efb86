import { z } from 'zod';
import { conditionSchema } from '../../conditions.ts';
import { eventWords } from '../../events.ts';
import { duration, eventType, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { fieldsOfEvent } from '../../event-outputs.ts';
import { durationWords } from '../../words.ts';

const config = z.strictObject({
  event: worded(eventType, { title: { ru: 'Чего ждать', en: 'What to wait for' } }),
  /** Fields of the event, for example `nodeId` and `button` of a press. */
  filter: worded(conditionSchema, {
    title: { ru: 'Только если', en: 'Only if' },
    help: { ru: 'Без условия годится любое такое событие.', en: 'Without a condition any such event will do.' },
    scope: 'event',
    eventFrom: 'event',
  }).optional(),
  timeout: worded(duration, { title: { ru: 'Не дольше', en: 'At most' } }),
});

export type WaitForEventConfig = z.infer<typeof config>;

export const definition: StepDefinition<WaitForEventConfig> = {
  type: 'wait-for-event',
  kind: 'wait',
  icon: 'IconCalendarEvent',
  title: { ru: 'Ждать события', en: 'Wait for an event' },
  group: 'wait',
  about: { ru: 'Оплаты, ответа, нажатия кнопки', en: 'A payment, an answer, a press of a button' },
  config,
  fresh: () => ({ event: 'order.paid', timeout: 'P1D' }),
  ports: () => [
    { id: 'happened', title: { ru: 'случилось', en: 'happened' } },
    { id: 'timeout', title: { ru: 'не дождались', en: 'timed out' } },
  ],
  output: z.record(z.string(), z.unknown()),
  outputFields: (settings) => fieldsOfEvent(settings.event),
  outputOn: ['happened'],
  listensTo: (settings) => [settings.event],
  waits: true,
  sentence: (settings, language) =>
    language === 'ru'
      ? `Ждать: ${eventWords[settings.event].ru}, не дольше ${durationWords(settings.timeout, 'ru', 'genitive')}`
      : `Wait until ${eventWords[settings.event].en}, at most ${durationWords(settings.timeout, 'en')}`,
};
