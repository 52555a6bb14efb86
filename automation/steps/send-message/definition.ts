import { z } from 'zod';
import { localizedLabel, localizedTemplate } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { templateWords } from '../../template-words.ts';

const config = z.strictObject({
  text: localizedTemplate(4_000),
  /** A press is the event `chat.button`, with the node and the button in it. */
  buttons: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9_]{1,12}$/), label: localizedLabel }))
    .max(8)
    .default([]),
  /** `service` heeds /stop, `marketing` needs consent as well. */
  class: z.enum(['service', 'marketing']).default('marketing'),
});

export type SendMessageConfig = z.infer<typeof config>;

export const definition: StepDefinition<SendMessageConfig> = {
  type: 'send-message',
  kind: 'say',
  icon: 'IconMessage2',
  title: { ru: 'Отправить сообщение', en: 'Send a message' },
  config,
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  sentence: ({ text }, language) =>
    language === 'ru' ? `Написать: «${templateWords(text.ru, 'ru')}»` : `Send: “${templateWords(text.en, 'en')}”`,
};
