import { z } from 'zod';
import { conditionWords } from '../../condition-words.ts';
import { conditionSchema } from '../../conditions.ts';
import { eventTypes, eventWords } from '../../events.ts';
import type { TriggerDefinition } from '../../trigger.ts';

const config = z.strictObject({ event: z.enum(eventTypes), filter: conditionSchema.optional() });

export type EventTriggerConfig = z.infer<typeof config>;

export const definition: TriggerDefinition<EventTriggerConfig> = {
  type: 'event',
  icon: 'IconBolt',
  title: { ru: 'Событие', en: 'An event' },
  config,
  listensTo: (settings) => [settings.event],
  sentence: (settings, language) => {
    const start =
      language === 'ru' ? `Когда ${eventWords[settings.event].ru}` : `When ${eventWords[settings.event].en}`;
    return settings.filter
      ? `${start}, ${language === 'ru' ? 'если' : 'if'} ${conditionWords(settings.filter, language, settings.event)}`
      : start;
  },
};
