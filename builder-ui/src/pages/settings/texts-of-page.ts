import type { api } from '../../api.ts';

type Answer = Awaited<ReturnType<typeof api.GET<'/api/texts', Record<string, never>>>>;
export type BotText = NonNullable<Answer['data']>['texts'][number];
export type Side = 'ru' | 'en';
export type Entry = BotText['ru']['default'];
export type Form = 'one' | 'few' | 'many' | 'other';

export const sides = ['ru', 'en'] as const;

/** The forms of a text, in the order of numbers; one without a name when it is no plural. */
export function formsOf(entry: Entry): [form: Form | undefined, text: string][] {
  if (typeof entry === 'string') return [[undefined, entry]];
  return (['one', 'few', 'many', 'other'] as const).flatMap((form) =>
    entry[form] === undefined ? [] : [[form, entry[form]] as [Form, string]],
  );
}

export const withForm = (entry: Entry, form: Form | undefined, text: string): Entry =>
  form === undefined || typeof entry === 'string' ? text : { ...entry, [form]: text };

export const sameEntry = (one: Entry, other: Entry): boolean =>
  JSON.stringify(formsOf(one)) === JSON.stringify(formsOf(other));

export const saidIn = (text: BotText, side: Side): Entry => text[side].value ?? text[side].default;

/** The words with the examples in the holes; in HTML the examples are made safe. */
export function sampled(text: BotText, said: string, side: Side, form?: Form): string {
  const html = text.kind === 'message' || text.kind === 'line';
  return said.replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    if (name === 'count' && form !== undefined) return counts[side][form];
    const sample = text.variables.find((one) => one.name === name)?.sample[side] ?? hole;
    return html ? sample.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : sample;
  });
}

/** A number of each form. */
const counts: Record<Side, Record<Form, string>> = {
  ru: { one: '1', few: '3', many: '12', other: '1,5' },
  en: { one: '1', few: '3', many: '12', other: '3' },
};

/** Whether a text speaks of what was typed: in its words, its key or the names of its variables. */
export function speaksOf(text: BotText, wanted: string): boolean {
  const words = wanted.trim().toLowerCase();
  if (words === '') return true;
  const said = sides.flatMap((side) => [
    ...formsOf(text[side].default).map(([, one]) => one),
    ...formsOf(saidIn(text, side)).map(([, one]) => one),
  ]);
  return [text.key, ...said].some((one) => one.toLowerCase().includes(words));
}

export const isChanged = (text: BotText): boolean => sides.some((side) => text[side].value !== null);
