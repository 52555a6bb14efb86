import { z } from 'zod';
import { conditionWords } from '../../condition-words.ts';
import { conditionSchema } from '../../conditions.ts';
import { eventWords } from '../../events.ts';
import { eventType, worded } from '../../fields.ts';
import type { TriggerDefinition } from '../../trigger.ts';

const config = z.strictObject({
  event: worded(eventType, { title: { ru: 'Что произошло', en: 'What happened' } }),
  filter: worded(conditionSchema, {
    title: { ru: 'Только если', en: 'Only if' },
    help: { ru: 'Без условия начнёт каждое такое событие.', en: 'Without a condition every such event starts it.' },
    scope: 'everything',
    eventFrom: 'event',
  }).optional(),
});

export type EventTriggerConfig = z.infer<typeof config>;

export const definition: TriggerDefinition<EventTriggerConfig> = {
  type: 'event',
  icon: 'IconBolt',
  title: { ru: 'Событие', en: 'An event' },
  group: 'start',
  about: {
    ru: 'Когда что-то случилось: заказ оплачен, нажата кнопка, поставлена метка',
    en: 'When something happens: an order is paid, a button is pressed, a tag is added',
  },
  config,
  fresh: () => ({ event: 'order.paid' }),
  listensTo: (settings) => [settings.event],
  sentence: (settings, language) => {
    const start =
      language === 'ru' ? `Когда ${eventWords[settings.event].ru}` : `When ${eventWords[settings.event].en}`;
    return settings.filter
      ? `${start}, ${language === 'ru' ? 'если' : 'if'} ${conditionWords(settings.filter, language, settings.event)}`
      : start;
  },
};
