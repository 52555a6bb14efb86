import type { Edge, Node } from '@xyflow/react';
import { portsOf, TRIGGER, type Draft, type DraftNode, type Note, type Point, type Port } from './draft.ts';
import { placed } from './layout.ts';

/** `open`: the ways out that lead nowhere yet. */
export type StepData = {
  node: DraftNode | undefined;
  trigger: Draft['trigger'] | undefined;
  ports: readonly Port[];
  open: string;
};
export type StepFlowNode = Node<StepData, 'step'>;
export type NoteFlowNode = Node<{ note: Note }, 'note'>;
export type FlowNode = StepFlowNode | NoteFlowNode;
export type ChainFlowEdge = Edge<{ word: Port['title'] | undefined }, 'chain'>;

export const edgeId = (from: string, port: string): string => `${from}:${port}`;

type Look = { selected: ReadonlySet<string>; focus: string };

/**
 * What React Flow draws of a drawing. What has not changed stays the very same object, sizes that were measured are
 * kept: of a thousand steps only the touched ones are drawn again.
 */
export function flowNodes(draft: Draft, look: Look, before: readonly FlowNode[] = []): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const places = placed(draft);
  const led = new Set(draft.edges.map((edge) => edgeId(edge.from, edge.port)));
  const step = (id: string, node: DraftNode | undefined, trigger: Draft['trigger'] | undefined): FlowNode => {
    const old = known.get(id) as StepFlowNode | undefined;
    const same = old?.data.node === node && old?.data.trigger === trigger;
    const ports = same && old ? old.data.ports : portsOf(node ?? TRIGGER);
    const open = ports
      .filter((port) => !led.has(edgeId(id, port.id)))
      .map((port) => port.id)
      .join(' ');
    const data = same && old?.data.open === open ? old.data : { node, trigger, ports, open };
    return kept(old, { id, type: 'step', position: places.get(id) ?? { x: 0, y: 0 }, data }, look);
  };
  return [
    step(TRIGGER, undefined, draft.trigger),
    ...draft.nodes.map((node) => step(node.id, node, undefined)),
    ...(draft.notes ?? []).map((note) => {
      const old = known.get(note.id) as NoteFlowNode | undefined;
      const data = old?.data.note === note ? old.data : { note };
      return kept(old, { id: note.id, type: 'note', position: note.at, data, zIndex: -1 }, look);
    }),
  ];
}

export function flowEdges(
  draft: Draft,
  selected: string | undefined,
  before: readonly ChainFlowEdge[] = [],
): ChainFlowEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const nodes = new Map(draft.nodes.map((node) => [node.id, node]));
  return draft.edges.flatMap(({ from, port, to }) => {
    const node = nodes.get(from);
    if ((!node && from !== TRIGGER) || !nodes.has(to)) return [];
    const ports = node ? portsOf(node) : [];
    const title = ports.length > 1 ? ports.find((one) => one.id === port)?.title : undefined;
    const id = edgeId(from, port);
    const old = known.get(id);
    const word = old?.data?.word && title && same(old.data.word, title) ? old.data.word : title;
    if (old && old.target === to && old.data?.word === word && old.selected === (selected === id)) return [old];
    return [
      {
        id,
        type: 'chain' as const,
        source: from,
        sourceHandle: port,
        target: to,
        selected: selected === id,
        data: { word },
      },
    ];
  });
}

function kept<T extends FlowNode>(old: T | undefined, next: T, look: Look): T {
  const selected = look.selected.has(next.id);
  const focusable = next.id === look.focus;
  const unchanged =
    old !== undefined &&
    old.data === next.data &&
    at(old.position, next.position) &&
    (old.selected ?? false) === selected &&
    old.focusable === focusable;
  if (unchanged) return old;
  return { ...(old ?? {}), ...next, selected, focusable } as T;
}

const at = (one: Point, other: Point): boolean => one.x === other.x && one.y === other.y;
const same = (one: Port['title'], other: Port['title']): boolean => one.ru === other.ru && one.en === other.en;
