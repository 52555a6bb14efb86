import { fieldWords } from '#automation/field-words.ts';
import type { EventType } from '#domain/events.ts';
import type { Words } from '../../words.tsx';

type Say = Pick<Words, 't' | 'pick' | 'at' | 'money'>;

/** The values that a condition looked at, by the owner's words: "the number of paid orders: 2". */
export function valuesWords(values: unknown, words: Say, event?: EventType): string[] {
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).map(([path, value]) => {
    const field = fieldWords(path, event);
    return `${field ? words.pick(field) : path}: ${valueWords(value, words, path, field)}`;
  });
}

/** One value as a reader writes it. */
export function valueWords(
  value: unknown,
  { t, pick, at, money }: Say,
  path = '',
  field?: ReturnType<typeof fieldWords>,
): string {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(String).join(', ');
  if (typeof value === 'boolean') {
    const own = value ? field?.yes : field?.no;
    return own ? pick(own) : t(value ? 'web.yes' : 'web.no');
  }
  if (typeof value === 'number') return path.endsWith('Minor') ? money(value) : String(value);
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  const own = field?.values?.[text];
  if (own) return pick(own);
  return /^\d{4}-\d\d-\d\dT/.test(text) ? at(text) : text;
}
