import { capital } from './label-words.ts';
import type { Tree, TreeOf } from './tree.ts';

/** Of an item of a list, what stands over it. */
type Named = { name: string | undefined; share: number | undefined };

/** A number of an item under this name is its share of the sum of all items. */
const SHARE = 'weight';
/** Names that an item has given itself, the likeliest first. */
const NAMING: readonly Tree['kind'][] = ['text', 'label', 'choice'];

/** Whether an item is more than one line, so that it wants a heading. */
export const isBig = (item: Tree): boolean =>
  ['object', 'union', 'list', 'template', 'label', 'condition', 'duration', 'offset', 'recurrence'].includes(item.kind);

/** What each item calls itself, and its share of the whole where the items share one. */
export function titlesOf(tree: TreeOf<'list'>, items: readonly unknown[], language: 'ru' | 'en'): Named[] {
  const fields = tree.item.kind === 'object' ? tree.item.fields : [];
  const naming = fields.find((field) => NAMING.includes(field.tree.kind));
  const shared = fields.some((field) => field.name === SHARE && field.tree.kind === 'number');
  const weights = items.map((item) => Number((item as Record<string, unknown> | null)?.[SHARE]) || 0);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return items.map((item, index) => ({
    name: naming && wordsIn(naming.tree, (item as Record<string, unknown> | null)?.[naming.name], language),
    share: shared && sum > 0 ? weights[index]! / sum : undefined,
  }));
}

function wordsIn(tree: Tree, value: unknown, language: 'ru' | 'en'): string | undefined {
  if (tree.kind === 'label')
    return (value as Partial<Record<'ru' | 'en', string>> | undefined)?.[language] || undefined;
  if (tree.kind === 'choice') {
    const words = tree.choices.find((choice) => choice.value === value)?.words[language];
    return words && capital(words);
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}
