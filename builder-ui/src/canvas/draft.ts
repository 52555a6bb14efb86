import type { AutomationDraft } from '#automation/document.ts';
import { steps } from '#automation/steps/registry.ts';

export type Draft = AutomationDraft;
export type DraftNode = Draft['nodes'][number];
export type DraftEdge = Draft['edges'][number];
export type Note = NonNullable<Draft['notes']>[number];
export type Point = { x: number; y: number };
/** A way out of a node, with its words. */
export type Port = { id: string; title: { ru: string; en: string } };

export const TRIGGER = 'trigger';

const NEXT: Port = { id: 'next', title: { ru: 'дальше', en: 'next' } };

export const nodeOf = (draft: Draft, id: string): DraftNode | undefined => draft.nodes.find((node) => node.id === id);

type Step = { type: string; config: Record<string, unknown> };

/** The ways out of a node; those of an unfinished config as far as they can be told. */
export function portsOf(node: Step | typeof TRIGGER): readonly Port[] {
  return node === TRIGGER ? [NEXT] : (told(node) ?? []);
}

/** Whether the ways out can be told at all: a config may be too broken, a step may be of a newer Takt. */
export const portsKnown = (node: Step): boolean => told(node) !== undefined;

const ports = new WeakMap<object, { found: readonly Port[] | undefined }>();

/** A node is never changed, only replaced: what was found for it stays true. */
function told(node: Step): readonly Port[] | undefined {
  const known = ports.get(node) ?? { found: lookUp(node) };
  ports.set(node, known);
  return known.found;
}

function lookUp(node: Step): readonly Port[] | undefined {
  const definition = steps[node.type]?.definition;
  if (!definition) return undefined;
  const parsed = definition.config.safeParse(node.config);
  try {
    return definition.ports(parsed.success ? parsed.data : node.config);
  } catch {
    return undefined;
  }
}

/** The ways out of whatever stands under an id. */
export function portsAt(draft: Draft, id: string): readonly Port[] {
  if (id === TRIGGER) return portsOf(TRIGGER);
  const node = nodeOf(draft, id);
  return node ? portsOf(node) : [];
}

/** An id that nobody has: short, and readable in a log, such as `wait-2`. */
export function freshId(taken: ReadonlySet<string>, type: string): string {
  const stem = type.replaceAll(/[^a-z0-9-]/g, '').slice(0, 18) || 'step';
  for (let number = 1; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

export const idsOf = (draft: Draft): Set<string> =>
  new Set([TRIGGER, ...draft.nodes.map((node) => node.id), ...(draft.notes ?? []).map((note) => note.id)]);

/** A new node of a type, unconnected. */
export function freshNode(draft: Draft, type: string, at?: Point): DraftNode {
  return {
    id: freshId(idsOf(draft), type),
    type,
    config: steps[type]?.definition.fresh() ?? {},
    ...(at ? { at } : {}),
  };
}
