import { z } from 'zod';
import { valueAt } from './conditions.ts';
import { plainTemplate, variablePath, worded } from './fields.ts';
import { fieldWords } from './field-words.ts';
import { templateWords } from './template-words.ts';
import { render } from './templates.ts';
import type { FieldNames } from './condition-words.ts';
import type { Language } from './words.ts';

/** Where a value comes from: written down, put together from a text, taken from another field, counted, or the moment. */
export const valueSource = z.discriminatedUnion('kind', [
  worded(
    z.strictObject({
      kind: z.literal('text'),
      text: worded(plainTemplate(2_000), { title: { ru: 'Текст', en: 'Text' } }),
    }),
    { title: { ru: 'Текст', en: 'A text' } },
  ),
  worded(
    z.strictObject({
      kind: z.literal('number'),
      number: worded(z.number().min(-1e12).max(1e12), { title: { ru: 'Число', en: 'Number' } }),
    }),
    { title: { ru: 'Число', en: 'A number' } },
  ),
  worded(z.strictObject({ kind: z.literal('flag'), flag: worded(z.boolean(), { title: { ru: 'Да', en: 'Yes' } }) }), {
    title: { ru: 'Да или нет', en: 'Yes or no' },
  }),
  worded(
    z.strictObject({
      kind: z.literal('field'),
      path: worded(variablePath(), { title: { ru: 'Откуда', en: 'From where' } }),
    }),
    { title: { ru: 'То, что уже известно', en: 'Something known' } },
  ),
  worded(
    z.strictObject({
      kind: z.literal('sum'),
      path: worded(variablePath(['number', 'money']), { title: { ru: 'К чему', en: 'To what' } }),
      add: worded(z.number().min(-1e9).max(1e9), { title: { ru: 'Прибавить', en: 'Add' } }),
    }),
    { title: { ru: 'Число плюс число', en: 'A number plus a number' } },
  ),
  worded(z.strictObject({ kind: z.literal('now') }), { title: { ru: 'Этот момент', en: 'This moment' } }),
  worded(z.strictObject({ kind: z.literal('nothing') }), { title: { ru: 'Ничего (стереть)', en: 'Nothing (clear)' } }),
]);

export type ValueSource = z.infer<typeof valueSource>;

/** The value at this moment. A sum with something that is no number counts it as nothing. */
export function valueOf(
  source: ValueSource,
  values: Readonly<Record<string, unknown>>,
  now: Date,
): string | number | boolean | null {
  switch (source.kind) {
    case 'text':
      return render(source.text, values).slice(0, 2_000);
    case 'number':
      return source.number;
    case 'flag':
      return source.flag;
    case 'field':
      return plain(valueAt(values, source.path));
    case 'sum': {
      const found = valueAt(values, source.path);
      return (typeof found === 'number' ? found : 0) + source.add;
    }
    case 'now':
      return now.toISOString();
    case 'nothing':
      return null;
  }
}

function plain(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : JSON.stringify(value).slice(0, 2_000);
}

export function valueWords(source: ValueSource, language: Language, names?: FieldNames): string {
  const field = (path: string): string => (names?.(path) ?? fieldWords(path))?.[language] ?? path;
  const ru = language === 'ru';
  switch (source.kind) {
    case 'text':
      return ru
        ? `«${templateWords(source.text, language, names)}»`
        : `“${templateWords(source.text, language, names)}”`;
    case 'number':
      return new Intl.NumberFormat(language).format(source.number);
    case 'flag':
      return source.flag ? (ru ? 'да' : 'yes') : ru ? 'нет' : 'no';
    case 'field':
      return field(source.path);
    case 'sum':
      return `${field(source.path)} ${source.add < 0 ? '−' : '+'} ${Math.abs(source.add)}`;
    case 'now':
      return ru ? 'этот момент' : 'this moment';
    case 'nothing':
      return ru ? 'пусто' : 'nothing';
  }
}
