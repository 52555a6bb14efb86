import { z } from 'zod';
import { worded } from '../../fields.ts';
import type { TriggerDefinition } from '../../trigger.ts';

const config = z.strictObject({
  words: worded(
    z
      .array(worded(z.string().trim().min(1).max(80), { placeholder: { ru: 'часы работы', en: 'opening hours' } }))
      .min(1)
      .max(20),
    {
      title: { ru: 'Слова', en: 'Words' },
      help: { ru: 'Любое из них. Регистр и знаки не важны.', en: 'Any of them. Case and punctuation do not matter.' },
    },
  ),
  /** The whole message, or anywhere in it as a word of its own. */
  match: worded(z.enum(['whole', 'anywhere']).default('whole'), {
    title: { ru: 'Где искать', en: 'Where to look' },
    values: {
      whole: { ru: 'Всё сообщение', en: 'The whole message' },
      anywhere: { ru: 'Где угодно в сообщении', en: 'Anywhere in the message' },
    },
    valueHelp: {
      whole: { ru: 'Клиент написал только это.', en: 'The client wrote this alone.' },
      anywhere: { ru: 'Слово стоит среди других.', en: 'The word stands among others.' },
    },
  }),
});

export type KeywordTriggerConfig = z.infer<typeof config>;

export const definition: TriggerDefinition<KeywordTriggerConfig> = {
  type: 'keyword',
  icon: 'IconMessage2',
  title: { ru: 'Слово в чате', en: 'A word in the chat' },
  group: 'start',
  about: {
    ru: 'Когда клиент написал боту одно из ваших слов',
    en: 'When a client writes one of your words to the bot',
  },
  config,
  fresh: () => ({ words: [''], match: 'whole' }),
  listensTo: () => ['chat.message'],
  sentence: ({ words }, language) =>
    `${language === 'ru' ? 'Когда клиент пишет' : 'When a client writes'} ${words.map((word) => `«${word}»`).join(', ')}`,
};
