import { z } from 'zod';
import type { EventType } from '#domain/events.ts';
import { conditionSchema } from '../../conditions.ts';
import { eventWords } from '../../events.ts';
import { duration, eventType, worded } from '../../fields.ts';
import type { OutputField, StepDefinition } from '../../step.ts';
import { fieldsOfEvent } from '../../event-outputs.ts';
import { durationWords, type Language } from '../../words.ts';

const config = z.strictObject({
  event: worded(eventType, { title: { ru: 'Чего ждать', en: 'What to wait for' } }),
  /** Fields of the event, for example `nodeId` and `button` of a press. */
  filter: worded(conditionSchema, {
    title: { ru: 'Только если', en: 'Only if' },
    help: { ru: 'Без условия годится любое такое событие.', en: 'Without a condition any such event will do.' },
    scope: 'event',
    eventFrom: 'event',
  }).optional(),
  /** Any of these will do as well. */
  others: worded(
    z
      .array(
        z.strictObject({
          event: worded(eventType, { title: { ru: 'Или это', en: 'Or this' } }),
          filter: worded(conditionSchema, {
            title: { ru: 'Только если', en: 'Only if' },
            scope: 'event',
            eventFrom: 'event',
          }).optional(),
        }),
      )
      .max(9)
      .default([]),
    { title: { ru: 'Или другое событие', en: 'Or another event' } },
  ),
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
  outputFields: ({ event, others }) => [
    { name: 'event', words: { ru: 'что случилось', en: 'what happened' }, kind: 'choice', sample: event },
    ...sharedFields([event, ...(others ?? []).map((one) => one.event)]),
  ],
  outputOn: ['happened'],
  listensTo: ({ event, others }) => [event, ...(others ?? []).map((one) => one.event)],
  waits: true,
  longestStay: ({ timeout }) => timeout,
  sentence: (settings, language) =>
    language === 'ru'
      ? `Ждать: ${eventsAloud(settings, 'ru')}, не дольше ${durationWords(settings.timeout, 'ru', 'genitive')}`
      : `Wait until ${eventsAloud(settings, 'en')}, at most ${durationWords(settings.timeout, 'en')}`,
};

const eventsAloud = ({ event, others = [] }: Partial<WaitForEventConfig> & { event: EventType }, language: Language) =>
  [event, ...others.map((one) => one.event)]
    .map((type) => eventWords[type][language])
    .join(language === 'ru' ? ' или ' : ' or ');

/** What every one of the events brings: whichever comes, it is there. */
function sharedFields(events: readonly EventType[]): readonly OutputField[] {
  const [first, ...more] = [...new Set(events)].map(fieldsOfEvent);
  return (first ?? []).filter((field) => more.every((other) => other.some((one) => one.name === field.name)));
}
