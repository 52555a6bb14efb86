import type { ValueKind } from '#automation/event-fields.ts';
import { fieldWords } from '#automation/field-words.ts';
import type { Variable } from '#automation/variables.ts';
import { alone } from './label-words.ts';

type Words = { ru: string; en: string };
type Group = { group: string; items: { value: string; label: string }[] };

/**
 * Fields by their groups, as a list of choices. Codes of things are no business of an owner unless one stands there.
 * `elsewhere`: the heading of a path that nothing here knows.
 */
export function choicesByGroup(
  known: readonly Variable[],
  current: string,
  pick: (words: Words) => string,
  elsewhere: string,
): Group[] {
  const groups = new Map<string, Group>();
  for (const one of known) {
    if (one.kind === 'id' && one.path !== current) continue;
    const group = groups.get(one.group.id) ?? { group: pick(one.group.words), items: [] };
    group.items.push({ value: one.path, label: alone(pick(one.short)) });
    groups.set(one.group.id, group);
  }
  if (current !== '' && !known.some((one) => one.path === current))
    groups.set('?', { group: elsewhere, items: [{ value: current, label: nameOfPath(current, pick) }] });
  // Mantine tells groups apart by their words.
  const said = new Map<string, number>();
  return [...groups.values()].map((group) => {
    const times = (said.get(group.group) ?? 0) + 1;
    said.set(group.group, times);
    return times === 1 ? group : { ...group, group: `${group.group} (${times})` };
  });
}

/** Those of the known that a place takes: of the right kinds, or the ones that its schema names. */
export function fitting(
  known: readonly Variable[],
  kinds: readonly ValueKind[] | undefined,
  only: readonly string[] | undefined,
): readonly Variable[] {
  const named = only?.map((path) => known.find((one) => one.path === path) ?? unmet(path));
  return named ?? known.filter((one) => kinds === undefined || kinds.includes(one.kind));
}

/** What no list can hold beforehand: the owner's own fields of a client, and the body of a request. */
export const writtenByHand = (path: string): boolean => /^(contact\.fields|trigger\.body)\.[A-Za-z]/.test(path);

/** A path in the owner's words, or as it is written when it has none. */
export function nameOfPath(path: string, pick: (words: Words) => string): string {
  const words = /^(contact|order|business|trigger)\./.test(path) ? fieldWords(path) : undefined;
  return words ? alone(pick(words)) : path;
}

/** A field that a schema names and the chain itself does not know of yet. */
function unmet(path: string): Variable {
  const words = fieldWords(path) ?? { ru: path, en: path };
  const root = path.split('.')[0] ?? '';
  const group = { id: root, words: roots[root] ?? { ru: root, en: root } };
  return { path, words, short: { ru: words.ru, en: words.en }, group, kind: 'text', sample: '', surely: false };
}

const roots: Readonly<Record<string, Words>> = {
  contact: { ru: 'Клиент', en: 'Client' },
  order: { ru: 'Заказ', en: 'Order' },
};
