import { z } from 'zod';
import { conditionSchema } from '../../conditions.ts';
import { eventTypes, eventWords } from '../../events.ts';
import { duration } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { durationWords } from '../../words.ts';

const config = z.strictObject({
  event: z.enum(eventTypes),
  /** Fields of the event, for example `nodeId` and `button` of a press. */
  filter: conditionSchema.optional(),
  timeout: duration,
});

export type WaitForEventConfig = z.infer<typeof config>;

export const definition: StepDefinition<WaitForEventConfig> = {
  type: 'wait-for-event',
  kind: 'wait',
  icon: 'IconCalendarEvent',
  title: { ru: 'Ждать события', en: 'Wait for an event' },
  config,
  ports: () => [
    { id: 'happened', title: { ru: 'случилось', en: 'happened' } },
    { id: 'timeout', title: { ru: 'не дождались', en: 'timed out' } },
  ],
  output: z.record(z.string(), z.unknown()),
  listensTo: (settings) => [settings.event],
  waits: true,
  sentence: (settings, language) =>
    language === 'ru'
      ? `Ждать: ${eventWords[settings.event].ru}, не дольше ${durationWords(settings.timeout, 'ru', 'genitive')}`
      : `Wait until ${eventWords[settings.event].en}, at most ${durationWords(settings.timeout, 'en')}`,
};
