import { z } from 'zod';
import { contactField, duration, localizedLabel, localizedTemplate, portKey, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { plainOfHtml } from '../../telegram-html.ts';
import { templateWords } from '../../template-words.ts';
import { durationWords } from '../../words.ts';

const kinds = {
  text: { ru: 'Любой текст', en: 'Any text' },
  number: { ru: 'Число', en: 'A number' },
  phone: { ru: 'Телефон', en: 'A phone' },
  email: { ru: 'Почта', en: 'An e-mail' },
  date: { ru: 'Дата', en: 'A date' },
  choice: { ru: 'Один из вариантов', en: 'One of several' },
  rating: { ru: 'Оценка от 1 до 5', en: 'A rating, 1 to 5' },
} as const;

const config = z
  .strictObject({
    question: worded(localizedTemplate(4_096), { title: { ru: 'Вопрос', en: 'Question' }, html: true }),
    answer: worded(z.enum(['text', 'number', 'phone', 'email', 'date', 'choice', 'rating']).default('text'), {
      title: { ru: 'Что в ответе', en: 'What the answer is' },
      values: kinds,
    }),
    options: worded(
      z
        .array(
          z.strictObject({ id: portKey, label: worded(localizedLabel, { title: { ru: 'Вариант', en: 'Option' } }) }),
        )
        .max(8)
        .default([]),
      {
        title: { ru: 'Варианты', en: 'Options' },
        help: { ru: 'Для ответа из нескольких.', en: 'For one of several.' },
      },
    ),
    min: worded(z.number().optional(), { title: { ru: 'Не меньше', en: 'At least' } }),
    max: worded(z.number().optional(), { title: { ru: 'Не больше', en: 'At most' } }),
    retry: worded(localizedTemplate(1_000), {
      title: { ru: 'Если ответ не подошёл', en: 'When the answer does not fit' },
      html: true,
    }),
    retries: worded(z.int().min(0).max(5).default(2), {
      title: { ru: 'Переспросить', en: 'Ask again' },
      unit: { ru: 'раз', en: 'times' },
    }),
    timeout: worded(duration, { title: { ru: 'Ждать ответа не дольше', en: 'Wait for the answer at most' } }),
    saveTo: worded(contactField.optional(), {
      title: { ru: 'Записать в поле клиента', en: 'Write to a field of the client' },
    }),
    class: worded(z.enum(['service', 'marketing']).default('service'), {
      title: { ru: 'Что это за сообщение', en: 'What kind of message' },
      values: {
        service: { ru: 'О заказе или просьбе', en: 'About an order or a request' },
        marketing: { ru: 'Новости и предложения', en: 'News and offers' },
      },
    }),
  })
  .refine(({ answer, options }) => answer !== 'choice' || options.length >= 2, {
    error: 'options_missing',
    path: ['options'],
  });

export type AskConfig = z.infer<typeof config>;

const valueKind = {
  text: 'text',
  number: 'number',
  phone: 'text',
  email: 'text',
  date: 'text',
  choice: 'choice',
  rating: 'number',
} as const;

export const definition: StepDefinition<AskConfig> = {
  type: 'ask',
  kind: 'say',
  icon: 'IconMessageQuestion',
  title: { ru: 'Спросить', en: 'Ask' },
  group: 'say',
  about: { ru: 'Вопрос, ответ на который проверен и записан', en: 'A question whose answer is checked and kept' },
  config,
  fresh: () => ({
    question: { ru: '', en: '' },
    answer: 'text',
    options: [],
    retry: {
      ru: 'Не получилось разобрать. Напишите ещё раз, пожалуйста.',
      en: 'That could not be read. Please write it once more.',
    },
    retries: 2,
    timeout: 'P1D',
    class: 'service',
  }),
  ports: () => [
    { id: 'answered', title: { ru: 'ответил', en: 'answered' } },
    { id: 'invalid', title: { ru: 'так и не подошло', en: 'never fitted' } },
    { id: 'timeout', title: { ru: 'не ответил', en: 'no answer' } },
  ],
  outputFields: ({ answer, options }) => [
    {
      name: 'answer',
      words: {
        ru: 'ответ',
        en: 'the answer',
        ...(answer === 'choice' ? { values: Object.fromEntries(options.map(({ id, label }) => [id, label])) } : {}),
      },
      kind: valueKind[answer],
      sample: answer === 'number' || answer === 'rating' ? 5 : answer === 'choice' ? options[0]?.id : '…',
    },
  ],
  outputOn: ['answered'],
  listensTo: () => ['chat.message', 'chat.button'],
  waits: true,
  longestStay: ({ timeout }) => timeout,
  messages: ({ retries }) => 1 + retries,
  causes: ({ saveTo }) => (saveTo ? [{ event: 'contact.changed', data: { field: saveTo } }] : []),
  sentence: ({ question, timeout }, language, names) => {
    const words = templateWords(plainOfHtml(question[language]), language, names);
    return language === 'ru'
      ? `Спросить: «${words}», ждать не дольше ${durationWords(timeout, 'ru', 'genitive')}`
      : `Ask: “${words}”, wait at most ${durationWords(timeout, 'en')}`;
  },
};
