import { z } from 'zod';
import { worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { valueSource, valueWords } from '../../value-source.ts';
import { kindOfSource } from './kind-of-source.ts';

const config = z.strictObject({
  name: worded(z.string().regex(/^[a-z][A-Za-z0-9_]{0,30}$/), {
    title: { ru: 'Как назвать', en: 'Name' },
    help: { ru: 'Латинскими буквами: discount, lastAnswer.', en: 'In Latin letters: discount, lastAnswer.' },
    placeholder: { ru: 'discount', en: 'discount' },
  }),
  value: worded(valueSource, { title: { ru: 'Значение', en: 'Value' } }),
});

export type SetVariableConfig = z.infer<typeof config>;

export const definition: StepDefinition<SetVariableConfig> = {
  type: 'set-variable',
  kind: 'do',
  icon: 'IconVariable',
  title: { ru: 'Запомнить', en: 'Remember' },
  group: 'do',
  about: { ru: 'Отложить значение для следующих шагов', en: 'Put a value by for later steps' },
  config,
  fresh: () => ({ name: '', value: { kind: 'text', text: '' } }),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  sets: ({ name, value }) => [
    {
      name,
      words: { ru: name, en: name },
      kind: kindOfSource(value),
      sample: value.kind === 'number' ? value.number : '…',
    },
  ],
  waits: false,
  sentence: ({ name, value }, language, names) =>
    `${language === 'ru' ? 'Запомнить' : 'Remember'} ${name} = ${valueWords(value, language, names)}`,
};
