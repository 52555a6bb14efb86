import { z } from 'zod';
import { plainTemplate, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  status: worded(z.int().min(200).max(599).default(200), { title: { ru: 'Код ответа', en: 'Status code' } }),
  body: worded(plainTemplate(10_000).default(''), {
    title: { ru: 'Ответ', en: 'Answer' },
    placeholder: { ru: '{"ok": true}', en: '{"ok": true}' },
    rows: 4,
  }),
  contentType: worded(z.enum(['application/json', 'text/plain']).default('application/json'), {
    title: { ru: 'Вид ответа', en: 'Kind of answer' },
    values: {
      'application/json': { ru: 'JSON', en: 'JSON' },
      'text/plain': { ru: 'Текст', en: 'Text' },
    },
  }),
});

export type AnswerWebhookConfig = z.infer<typeof config>;

export const definition: StepDefinition<AnswerWebhookConfig> = {
  type: 'answer-webhook',
  kind: 'do',
  icon: 'IconCornerDownLeft',
  title: { ru: 'Ответить на запрос', en: 'Answer the request' },
  group: 'connect',
  about: {
    ru: 'Что услышит тот, чей запрос начал цепочку',
    en: 'What the one hears whose request began the automation',
  },
  config,
  fresh: () => ({ status: 200, body: '{"ok": true}', contentType: 'application/json' }),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  sentence: ({ status }, language) =>
    language === 'ru' ? `Ответить на запрос: ${status}` : `Answer the request: ${status}`,
};
