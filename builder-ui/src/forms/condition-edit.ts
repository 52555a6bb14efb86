import type { Condition, ConditionValue, Operator } from '#automation/conditions.ts';
import type { ValueKind } from '#automation/event-fields.ts';

/**
 * A condition as it is edited: groups of rows. The root is always a group; `bare` remembers that a group of one stands
 * in the config as that one, so that what is only looked at stays as it is.
 */
export type Row = {
  field: string;
  is: Operator;
  value?: ConditionValue | undefined;
  /** It stands in the config as "not" of the opposite. */
  negated?: boolean | undefined;
};
export type Mode = 'all' | 'any' | 'none' | 'not_all';
export type Group = { mode: Mode; items: readonly Item[]; bare?: boolean | undefined };
export type Item = Row | Group;
/** Where an item lies: its index in the root, then in that group, and so on. */
export type Path = readonly number[];

export const isGroup = (item: Item): item is Group => 'mode' in item;
export const DEEPEST = 4;
export const MOST = 20;

export function toView(condition: unknown): Group {
  const item = toItem(condition);
  if (item === undefined) return { mode: 'all', items: [], bare: true };
  return isGroup(item) ? item : { mode: 'all', items: [item], bare: true };
}

/** The condition to keep; undefined when there is nothing in it. */
export function fromView(group: Group): Condition | undefined {
  return group.items.length === 0 ? undefined : fromItem(group);
}

export function itemAt(root: Group, path: Path): Item | undefined {
  let item: Item | undefined = root;
  for (const index of path) item = item && isGroup(item) ? item.items[index] : undefined;
  return item;
}

export function addRow(root: Group, at: Path, row: Row): Group {
  return change(root, at, (group) => ({ ...group, items: [...group.items, row] }));
}

export function addGroup(root: Group, at: Path, row: Row): Group {
  return change(root, at, (group) => ({
    ...group,
    items: [...group.items, { mode: group.mode === 'any' ? 'all' : 'any', items: [row] }],
  }));
}

export function setMode(root: Group, at: Path, mode: Mode): Group {
  return change(root, at, (group) => ({ ...group, mode }));
}

export function setRow(root: Group, at: Path, row: Row): Group {
  return inParent(root, at, (items, index) => items.with(index, row));
}

/** Takes an item out; a group that is left empty goes with it. */
export function remove(root: Group, at: Path): Group {
  const next = inParent(root, at, (items, index) => items.toSpliced(index, 1));
  const parent = at.slice(0, -1);
  const group = itemAt(next, parent);
  return parent.length > 0 && group && isGroup(group) && group.items.length === 0 ? remove(next, parent) : next;
}

/** Puts an item into a group of its own. */
export function nest(root: Group, at: Path): Group {
  return inParent(root, at, (items, index) => items.with(index, { mode: 'any', items: [items[index]!] }));
}

/** Puts what is in a group in its place. */
export function unnest(root: Group, at: Path): Group {
  return inParent(root, at, (items, index) => {
    const item = items[index]!;
    return isGroup(item) ? items.toSpliced(index, 1, ...item.items) : items;
  });
}

/** Moves an item among its neighbours. */
export function move(root: Group, at: Path, to: number): Group {
  return inParent(root, at, (items, index) => {
    const item = items[index]!;
    const place = Math.max(0, Math.min(items.length - 1, to));
    return items.toSpliced(index, 1).toSpliced(place, 0, item);
  });
}

/** The operators that make sense for a kind of value, the likeliest first. */
export function operatorsFor(kind: ValueKind | undefined): readonly Operator[] {
  switch (kind) {
    case 'number':
    case 'money':
      return ['at_least', 'greater', 'at_most', 'less', 'equal', 'not_equal', 'known', 'unknown'];
    case 'boolean':
      return ['equal'];
    case 'tags':
      return ['contains', 'not_contains'];
    case 'choice':
    case 'button':
    case 'step':
    case 'tag':
      return ['equal', 'not_equal', 'one_of', 'known', 'unknown'];
    case 'id':
      return ['equal', 'not_equal', 'known', 'unknown'];
    case 'moment':
      return ['older_than', 'newer_than', 'before', 'after', 'known', 'unknown'];
    case 'object':
      return ['known', 'unknown'];
    case 'text':
    case undefined:
      return ['equal', 'not_equal', 'contains', 'not_contains', 'known', 'unknown'];
  }
}

export const needsValue = (is: Operator): boolean => valueKindOf(is) !== 'nothing';

/** What an operator compares with, whatever the field is: a value of one sort is none of another. */
export function valueKindOf(is: Operator): 'nothing' | 'several' | 'duration' | 'moment' | 'one' {
  switch (is) {
    case 'known':
    case 'unknown':
      return 'nothing';
    case 'one_of':
      return 'several';
    case 'older_than':
    case 'newer_than':
      return 'duration';
    case 'before':
    case 'after':
      return 'moment';
    default:
      return 'one';
  }
}

/** A row about another field: what was said stays where it still makes sense. */
export function withField(row: Row, field: string, kind: ValueKind | undefined): Row {
  const fitting = operatorsFor(kind);
  const is = fitting.includes(row.is) && row.field !== '' ? row.is : fitting[0]!;
  const wanted = kind === 'number' || kind === 'money' ? 'number' : kind === 'boolean' ? 'boolean' : 'string';
  const start = wanted === 'boolean' ? true : undefined;
  return { field, is, ...(needsValue(is) && start !== undefined ? { value: start } : {}) };
}

export function withOperator(row: Row, is: Operator): Row {
  const { value, ...rest } = row;
  const [before, next] = [valueKindOf(row.is), valueKindOf(is)];
  if (value === undefined || next === 'nothing') return { ...rest, is };
  if (before === next) return { ...rest, is, value };
  if (next === 'several' && typeof value === 'string') return { ...rest, is, value: [value] };
  const first = Array.isArray(value) ? (value as readonly string[])[0] : undefined;
  return next === 'one' && first !== undefined ? { ...rest, is, value: first } : { ...rest, is };
}

export function withValue(row: Row, value: Row['value']): Row {
  const { value: _before, ...rest } = row;
  return value === undefined ? rest : { ...rest, value };
}

/** What a row still needs. */
export function lacks(row: Row): 'field' | 'value' | undefined {
  if (row.field === '') return 'field';
  const empty = row.value === undefined || row.value === '' || (Array.isArray(row.value) && row.value.length === 0);
  return needsValue(row.is) && empty ? 'value' : undefined;
}

export function everyRow(item: Item): Row[] {
  return isGroup(item) ? item.items.flatMap(everyRow) : [item];
}

function toItem(condition: unknown): Item | undefined {
  if (typeof condition !== 'object' || condition === null) return undefined;
  const said = condition as Record<string, unknown>;
  if (Array.isArray(said['all'])) return { mode: 'all', items: itemsOf(said['all']) };
  if (Array.isArray(said['any'])) return { mode: 'any', items: itemsOf(said['any']) };
  if ('not' in said) {
    const inner = toItem(said['not']);
    if (inner === undefined) return undefined;
    const opposite = isGroup(inner) || inner.negated ? undefined : opposites[inner.is];
    if (!isGroup(inner) && opposite) return { ...inner, is: opposite, negated: true };
    if (isGroup(inner) && !inner.bare && (inner.mode === 'any' || inner.mode === 'all'))
      return { mode: inner.mode === 'any' ? 'none' : 'not_all', items: inner.items };
    return { mode: 'none', items: [inner], bare: true };
  }
  if (typeof said['field'] !== 'string') return undefined;
  const value = valueIn(said['value']);
  return { field: said['field'], is: (said['is'] ?? 'equal') as Operator, ...(value === undefined ? {} : { value }) };
}

function valueIn(value: unknown): ConditionValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

/** Exact opposites alone: an unknown number is neither greater nor at most. */
const opposites: Readonly<Partial<Record<Operator, Operator>>> = {
  equal: 'not_equal',
  not_equal: 'equal',
  contains: 'not_contains',
  not_contains: 'contains',
  known: 'unknown',
  unknown: 'known',
};

function itemsOf(parts: readonly unknown[]): Item[] {
  return parts.flatMap((part) => toItem(part) ?? []);
}

function fromItem(item: Item): Condition {
  if (!isGroup(item)) {
    const { negated, ...row } = item;
    const opposite = negated ? opposites[row.is] : undefined;
    return opposite ? { not: { ...row, is: opposite } } : row;
  }
  const [first] = item.items;
  if (item.bare && item.items.length === 1 && first) {
    if (item.mode === 'all' || item.mode === 'any') return fromItem(first);
    return { not: fromItem(first) };
  }
  const parts = item.items.map(fromItem);
  if (item.mode === 'all') return { all: parts };
  if (item.mode === 'any') return { any: parts };
  return item.mode === 'none' ? { not: { any: parts } } : { not: { all: parts } };
}

function change(root: Group, at: Path, by: (group: Group) => Group): Group {
  const [index, ...rest] = at;
  if (index === undefined) return by(root);
  const item = root.items[index];
  return item && isGroup(item) ? { ...root, items: root.items.with(index, change(item, rest, by)) } : root;
}

function inParent(root: Group, at: Path, by: (items: readonly Item[], index: number) => readonly Item[]): Group {
  const index = at.at(-1);
  if (index === undefined) return root;
  return change(root, at.slice(0, -1), (group) =>
    group.items[index] === undefined ? group : { ...group, items: by(group.items, index) },
  );
}
