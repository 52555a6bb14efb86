import type { AutomationDraft } from './document.ts';
import { steps } from './steps/registry.ts';
import { triggers } from './triggers/registry.ts';

type Edge = AutomationDraft['edges'][number];
/** What differs inside a config: the path to it, and both values; undefined where there is none. */
export type FieldChange = { path: string; before: unknown; after: unknown };
export type Comparison = {
  name: boolean;
  added: string[];
  removed: string[];
  changed: { id: string; fields: FieldChange[] }[];
  /** What differs in the start; false when nothing does. */
  trigger: FieldChange[] | false;
  settings: boolean;
  /** Of steps that stand in both; the ways of added and removed steps are told with the steps. */
  edges: { added: Edge[]; removed: Edge[] };
};

/**
 * What is different in the second drawing. Places and notes are no difference, and neither is the order of keys (the
 * database has its own), nor a default that is written out.
 */
export function compare(before: AutomationDraft, after: AutomationDraft): Comparison {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const inBoth = ({ from, to }: Edge): boolean =>
    (from === 'trigger' || (old.has(from) && now.has(from))) && old.has(to) && now.has(to);
  const without = (edges: readonly Edge[], others: readonly Edge[]): Edge[] => {
    const known = new Set(others.map(wayOf));
    return edges.filter((edge) => inBoth(edge) && !known.has(wayOf(edge)));
  };
  const trigger = changesOf(before.trigger, after.trigger, triggers);
  return {
    name: before.name !== after.name,
    added: after.nodes.filter((node) => !old.has(node.id)).map((node) => node.id),
    removed: before.nodes.filter((node) => !now.has(node.id)).map((node) => node.id),
    changed: after.nodes.flatMap((node) => {
      const was = old.get(node.id);
      const fields = was ? changesOf(was, node, steps) : [];
      return fields.length > 0 ? [{ id: node.id, fields }] : [];
    }),
    trigger: trigger.length > 0 && trigger,
    settings: fieldsOf(before.settings, after.settings).length > 0,
    edges: { added: without(after.edges, before.edges), removed: without(before.edges, after.edges) },
  };
}

export const isSame = (found: Comparison): boolean =>
  !found.name &&
  !found.trigger &&
  !found.settings &&
  [found.added, found.removed, found.changed, found.edges.added, found.edges.removed].every(
    (list) => list.length === 0,
  );

const wayOf = (edge: Edge): string => `${edge.from}:${edge.port}:${edge.to}`;

type Part = { type: string; label?: string | undefined; config: Record<string, unknown> };
type Schema = { safeParse(value: unknown): { success: boolean; data?: unknown } };
type Known = Readonly<Record<string, { definition: { config: Schema } } | undefined>>;

/** What a step does and is called: its place is left out. */
function changesOf(before: Part, after: Part, known: Known): FieldChange[] {
  const [was, is] = [before, after].map((part) => known[part.type]?.definition.config.safeParse(part.config));
  // Defaults are filled in only where both can be read: a half of them would look like changes.
  const [old, now] = was?.success && is?.success ? [was.data, is.data] : [before.config, after.config];
  return fieldsOf(
    { type: before.type, label: before.label, config: old },
    { type: after.type, label: after.label, config: now },
  );
}

/** Goes into objects; a list is one value, for its items have no names. */
function fieldsOf(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => fieldsOf(before[name], after[name], path === '' ? name : `${path}.${name}`));
  }
  return sameValue(before, after) ? [] : [{ path, before, after }];
}

function sameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  if (isRecord(one) && isRecord(other)) return fieldsOf(one, other).length === 0;
  return Object.is(one, other);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
