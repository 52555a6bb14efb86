import type { EventType } from '#domain/events.ts';
import type { Condition } from './conditions.ts';
import { fieldWords, type FieldWords } from './field-words.ts';
import { durationWords, type Language } from './words.ts';

type Leaf = Extract<Condition, { field: string }>;
type Is = Leaf['is'];

/** What a field is called. */
export type FieldNames = (path: string) => FieldWords | undefined;

/**
 * A condition read aloud, in the owner's words. `names`: the event that `trigger` is about, where it is known, or who
 * knows the fields better.
 */
export function conditionWords(condition: Condition, language: Language, names?: EventType | FieldNames): string {
  const part = (inner: Condition) => {
    const text = conditionWords(inner, language, names);
    return 'all' in inner || 'any' in inner ? `(${text})` : text;
  };
  if ('all' in condition) return condition.all.map(part).join(language === 'ru' ? ' и ' : ' and ');
  if ('any' in condition) return condition.any.map(part).join(language === 'ru' ? ' или ' : ' or ');
  if ('field' in condition) return leafWords(condition, language, names);
  const inner = condition.not;
  const opposite = 'field' in inner ? opposites[inner.is] : undefined;
  if ('field' in inner && opposite) return leafWords({ ...inner, is: opposite }, language, names);
  return `${language === 'ru' ? 'неверно, что' : 'it is not true that'} ${part(inner)}`;
}

/** Exact opposites alone: an unknown number is neither greater nor at most. */
const opposites: Readonly<Partial<Record<Is, Is>>> = {
  equal: 'not_equal',
  not_equal: 'equal',
  contains: 'not_contains',
  not_contains: 'contains',
  known: 'unknown',
  unknown: 'known',
};

function leafWords({ field, is, value }: Leaf, language: Language, names: EventType | FieldNames | undefined): string {
  const known = typeof names === 'function' ? names(field) : fieldWords(field, names);
  const words: FieldWords = known ?? { ru: field, en: field };
  const name = words[language];
  if (typeof value === 'boolean' && (is === 'equal' || is === 'not_equal')) {
    const holds = value === (is === 'equal');
    const phrase = holds ? words.yes : words.no;
    return phrase?.[language] ?? `${name}: ${holds ? yes[language] : no[language]}`;
  }
  if (is === 'known' || is === 'unknown') return `${name} ${verbs[is][language](words)}`;
  if ((is === 'older_than' || is === 'newer_than') && typeof value === 'string')
    return `${name} ${verbs[is][language](words)} ${durationWords(value, language)} ${language === 'ru' ? 'назад' : 'ago'}`;
  const shown = valueWords(value, words, language);
  if (words.kind === 'tags' && (is === 'contains' || is === 'not_contains')) {
    if (language === 'ru') return `${is === 'contains' ? 'есть метка' : 'нет метки'} ${shown}`;
    return `${is === 'contains' ? 'the client has the tag' : 'the client does not have the tag'} ${shown}`;
  }
  if (typeof value === 'string' && (is === 'equal' || is === 'not_equal')) {
    if (language === 'en') return `${name} is ${is === 'equal' ? '' : 'not '}${shown}`;
    return `${name}: ${is === 'equal' ? '' : 'не '}${shown}`;
  }
  return `${name} ${verbs[is][language](words)} ${shown}`;
}

function valueWords(value: Leaf['value'], words: FieldWords, language: Language): string {
  if (typeof value === 'number') return words.kind === 'money' ? money(value, language) : number(value, language);
  if (Array.isArray(value)) return value.map((one: string) => valueWords(one, words, language)).join(', ');
  if (typeof value !== 'string') return String(value ?? '');
  if (/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(value)) return value.slice(0, 16).replace('T', ' ');
  const own = words.values && Object.hasOwn(words.values, value) ? words.values[value] : undefined;
  if (own) return own[language];
  return /^[a-z0-9_-]+$/.test(value) && words.kind !== 'tags' ? value : language === 'ru' ? `«${value}»` : `“${value}”`;
}

const yes = { ru: 'да', en: 'yes' };
const no = { ru: 'нет', en: 'no' };

type Verb = (words: FieldWords) => string;
const always =
  (text: string): Verb =>
  () =>
    text;
const byGender =
  (m: string, f: string, n: string, many: string): Verb =>
  ({ gender }) =>
    ({ m, f, n, many })[gender ?? 'n'];

const verbs: Readonly<Record<Is, { ru: Verb; en: Verb }>> = {
  equal: { ru: byGender('равен', 'равна', 'равно', 'равны'), en: always('is') },
  not_equal: { ru: byGender('не равен', 'не равна', 'не равно', 'не равны'), en: always('is not') },
  greater: { ru: always('больше'), en: always('is more than') },
  at_least: { ru: always('не меньше'), en: always('is at least') },
  less: { ru: always('меньше'), en: always('is less than') },
  at_most: { ru: always('не больше'), en: always('is at most') },
  contains: { ru: always('содержит'), en: always('contains') },
  not_contains: { ru: always('не содержит'), en: always('does not contain') },
  known: { ru: byGender('известен', 'известна', 'известно', 'известны'), en: always('is known') },
  one_of: { ru: always('одно из:'), en: always('is one of') },
  before: { ru: always('раньше'), en: always('is before') },
  after: { ru: always('позже'), en: always('is after') },
  older_than: { ru: always('было больше чем'), en: always('was more than') },
  newer_than: { ru: always('было меньше чем'), en: always('was less than') },
  unknown: { ru: byGender('неизвестен', 'неизвестна', 'неизвестно', 'неизвестны'), en: always('is unknown') },
};

function number(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB').format(value);
}

function money(minor: number, language: Language): string {
  const digits = minor % 100 === 0 ? 0 : 2;
  const format = new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${format.format(minor / 100)}\u00a0₽`;
}
