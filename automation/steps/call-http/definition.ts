import { z } from 'zod';
import { plainTemplate, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const name = z.string().regex(/^[a-z][A-Za-z0-9_]{0,30}$/);

const config = z.strictObject({
  method: worded(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'), {
    title: { ru: 'Метод', en: 'Method' },
  }),
  url: worded(plainTemplate(2_000).min(1), {
    title: { ru: 'Адрес', en: 'Address' },
    placeholder: { ru: 'https://example.com/hook', en: 'https://example.com/hook' },
  }),
  headers: worded(
    z
      .array(
        z.strictObject({
          name: worded(z.string().regex(/^[A-Za-z0-9-]{1,64}$/), { title: { ru: 'Заголовок', en: 'Header' } }),
          value: worded(plainTemplate(1_000), {
            title: { ru: 'Значение', en: 'Value' },
            help: { ru: 'Вместо {} встанет секрет.', en: 'The secret takes the place of {}.' },
          }),
          secret: worded(
            z
              .string()
              .regex(/^[a-z][a-z0-9-]{0,40}$/)
              .meta({ field: 'secret' }),
            { title: { ru: 'Секрет', en: 'Secret' } },
          ).optional(),
        }),
      )
      .max(20)
      .default([]),
    { title: { ru: 'Заголовки', en: 'Headers' } },
  ),
  body: worded(plainTemplate(20_000).default(''), { title: { ru: 'Тело запроса', en: 'Body' }, rows: 6 }),
  timeoutSeconds: worded(z.int().min(1).max(60).default(15), {
    title: { ru: 'Ждать ответа', en: 'Wait for the answer' },
    unit: { ru: 'сек.', en: 'sec.' },
  }),
  retries: worded(z.int().min(0).max(10).default(3), {
    title: { ru: 'Повторить при сбое сети', en: 'Try again when the network fails' },
    unit: { ru: 'раз', en: 'times' },
  }),
  take: worded(
    z
      .array(
        z.strictObject({
          path: worded(z.string().regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/), {
            title: { ru: 'Откуда в ответе', en: 'From where in the answer' },
            placeholder: { ru: 'data.id', en: 'data.id' },
          }),
          as: worded(name, { title: { ru: 'Как назвать', en: 'Name' } }),
        }),
      )
      .max(20)
      .default([]),
    { title: { ru: 'Что взять из ответа', en: 'What to take from the answer' } },
  ),
});

export type CallHttpConfig = z.infer<typeof config>;

export const definition: StepDefinition<CallHttpConfig> = {
  type: 'call-http',
  kind: 'do',
  icon: 'IconWorld',
  title: { ru: 'Вызвать адрес', en: 'Call an address' },
  group: 'connect',
  about: { ru: 'Передать или спросить что-то у другой системы', en: 'Tell or ask another system something' },
  config,
  fresh: () => ({ method: 'POST', url: 'https://', headers: [], body: '', timeoutSeconds: 15, retries: 3, take: [] }),
  ports: () => [
    { id: 'ok', title: { ru: 'получилось', en: 'worked' } },
    { id: 'error', title: { ru: 'ошибка', en: 'error' } },
  ],
  outputFields: ({ take }) => [
    { name: 'status', words: { ru: 'код ответа', en: 'the status code' }, kind: 'number', sample: 200 },
    ...take.map(({ as }) => ({ name: as, words: { ru: as, en: as }, kind: 'text' as const, sample: '…' })),
  ],
  outputOn: ['ok'],
  waits: true,
  longestStay: ({ timeoutSeconds, retries }) => `PT${(timeoutSeconds + 60) * (retries + 1)}S`,
  refersTo: ({ headers }) => headers.flatMap(({ secret }) => (secret ? [{ kind: 'secret' as const, id: secret }] : [])),
  sentence: ({ method, url }, language) => {
    const host = /^https?:\/\/([^/?#{]+)/.exec(url)?.[1] ?? url;
    return language === 'ru' ? `Вызвать ${method} ${host}` : `Call ${method} ${host}`;
  },
};
