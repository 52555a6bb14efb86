import { z } from 'zod';
import type { TriggerDefinition } from '../../trigger.ts';

const config = z.strictObject({
  words: z.array(z.string().trim().min(1).max(80)).min(1).max(20),
  /** The whole message, or anywhere in it as a word of its own. */
  match: z.enum(['whole', 'anywhere']).default('whole'),
});

export type KeywordTriggerConfig = z.infer<typeof config>;

export const definition: TriggerDefinition<KeywordTriggerConfig> = {
  type: 'keyword',
  icon: 'IconMessage2',
  title: { ru: 'Слово в чате', en: 'A word in the chat' },
  config,
  listensTo: () => ['chat.message'],
  sentence: ({ words }, language) =>
    `${language === 'ru' ? 'Когда клиент пишет' : 'When a client writes'} ${words.map((word) => `«${word}»`).join(', ')}`,
};
