import {
  freshId,
  freshNode,
  idsOf,
  nodeOf,
  portsAt,
  portsKnown,
  portsOf,
  TRIGGER,
  type Draft,
  type Note,
  type Point,
} from './draft.ts';
import { arranged, heightOf, NODE_WIDTH, placed, RANK_GAP } from './layout.ts';

/** What can be done to a drawing: each takes a draft and gives another, the one that came in stays as it was. */

/** Puts a step where somebody dropped it, unconnected. */
export function addNode(draft: Draft, type: string, at: Point): { draft: Draft; id: string } {
  const node = freshNode(draft, type, at);
  return { draft: { ...draft, nodes: [...draft.nodes, node] }, id: node.id };
}

/**
 * Puts a step after a way out. What stood there before follows the new step by its first way out; where it has none,
 * the old way ends and its step stays unconnected.
 */
export function addAfter(draft: Draft, from: string, port: string, type: string): { draft: Draft; id: string } {
  const before = draft.edges.find((edge) => edge.from === from && edge.port === port);
  const place = placeAfter(draft, from, port);
  const node = freshNode(draft, type, place);
  const edges = draft.edges.filter((edge) => edge !== before);
  edges.push({ from, port, to: node.id });
  const first = portsOf(node)[0];
  if (before && first) edges.push({ from: node.id, port: first.id, to: before.to });
  const room = before ? heightOf(type) + RANK_GAP : 0;
  const nodes = room === 0 ? draft.nodes : pushedDown(draft, before!.to, room);
  return { draft: { ...draft, nodes: [...nodes, node], edges }, id: node.id };
}

/** Why two places cannot be joined; undefined when they can. */
export type Refusal = 'itself' | 'to_start' | 'unknown';
export function whyNot(draft: Draft, from: string, port: string, to: string): Refusal | undefined {
  if (to === TRIGGER) return 'to_start';
  if (from === to) return 'itself';
  if (!nodeOf(draft, to) || !portsAt(draft, from).some((one) => one.id === port)) return 'unknown';
  return undefined;
}

/** Joins a way out with a step. A way out leads to one place: the old way is let go. */
export function connect(draft: Draft, from: string, port: string, to: string): Draft {
  if (whyNot(draft, from, port, to)) return draft;
  const edges = draft.edges.filter((edge) => edge.from !== from || edge.port !== port);
  return { ...draft, edges: [...edges, { from, port, to }] };
}

export function disconnect(draft: Draft, from: string, port: string): Draft {
  return { ...draft, edges: draft.edges.filter((edge) => edge.from !== from || edge.port !== port) };
}

/** Takes steps and notes away. One with a single way on is healed: who led to it leads to what followed. */
export function remove(draft: Draft, ids: ReadonlySet<string>): Draft {
  let edges = draft.edges;
  for (const id of ids) {
    const out = edges.filter((edge) => edge.from === id && edge.to !== id);
    const next = out.length === 1 ? out[0]!.to : undefined;
    edges = edges
      .filter((edge) => edge.from !== id)
      .flatMap((edge) =>
        edge.to !== id ? [edge] : next !== undefined && edge.from !== next ? [{ ...edge, to: next }] : [],
      );
  }
  const nodes = draft.nodes.filter((node) => !ids.has(node.id));
  const notes = draft.notes?.filter((note) => !ids.has(note.id));
  return { ...draft, nodes, edges, ...(notes ? { notes } : {}) };
}

/** Where things stand after a drag. */
export function moveTo(draft: Draft, places: ReadonlyMap<string, Point>): Draft {
  const rounded = (at: Point): Point => ({ x: Math.round(at.x), y: Math.round(at.y) });
  const place = places.get(TRIGGER);
  const notes = draft.notes?.map((note) => {
    const at = places.get(note.id);
    return at ? { ...note, at: rounded(at) } : note;
  });
  return {
    ...draft,
    ...(place ? { trigger: { ...draft.trigger, at: rounded(place) } } : {}),
    nodes: draft.nodes.map((node) => {
      const at = places.get(node.id);
      return at ? { ...node, at: rounded(at) } : node;
    }),
    ...(notes ? { notes } : {}),
  };
}

export function setConfig(draft: Draft, id: string, config: Record<string, unknown>): Draft {
  if (id === TRIGGER) return { ...draft, trigger: { ...draft.trigger, config } };
  const nodes = draft.nodes.map((node) => (node.id === id ? { ...node, config } : node));
  return keepPorts({ ...draft, nodes }, id);
}

export function setType(draft: Draft, id: string, type: string, config: Record<string, unknown>): Draft {
  if (id === TRIGGER) return { ...draft, trigger: { ...draft.trigger, type, config } };
  const nodes = draft.nodes.map((node) => (node.id === id ? { ...node, type, config } : node));
  return keepPorts({ ...draft, nodes }, id);
}

export function setLabel(draft: Draft, id: string, label: string | undefined): Draft {
  const nodes = draft.nodes.map((node) => {
    if (node.id !== id) return node;
    const { label: _old, ...rest } = node;
    return label?.trim() ? { ...rest, label: label.trim().slice(0, 120) } : rest;
  });
  return { ...draft, nodes };
}

export const setName = (draft: Draft, name: string): Draft => ({ ...draft, name });
export const setSettings = (draft: Draft, settings: Draft['settings']): Draft => ({ ...draft, settings });

export function addNote(draft: Draft, at: Point, text = ''): { draft: Draft; id: string } {
  const note: Note = { id: freshId(idsOf(draft), 'note'), text, at };
  return { draft: { ...draft, notes: [...(draft.notes ?? []), note] }, id: note.id };
}

export function editNote(draft: Draft, id: string, change: Partial<Omit<Note, 'id'>>): Draft {
  return { ...draft, notes: (draft.notes ?? []).map((note) => (note.id === id ? { ...note, ...change } : note)) };
}

/** Lines steps up: by their left edges, or by their tops. */
export function align(draft: Draft, ids: ReadonlySet<string>, by: 'left' | 'top'): Draft {
  const chosen = draft.nodes.filter((node) => ids.has(node.id) && node.at);
  if (chosen.length < 2) return draft;
  const line = Math.min(...chosen.map((node) => (by === 'left' ? node.at!.x : node.at!.y)));
  return moveTo(
    draft,
    new Map(chosen.map((node) => [node.id, by === 'left' ? { x: line, y: node.at!.y } : { x: node.at!.x, y: line }])),
  );
}

/** Puts everything in order, top to bottom. */
export const arrange = (draft: Draft): Draft => moveTo(draft, arranged(draft));

/**
 * Changes places with the step before or after it in a straight chain; the drawing as it was when there is none, or
 * when a branch stands there.
 */
export function swap(draft: Draft, id: string, way: 'up' | 'down'): Draft {
  if (way === 'up') {
    const before = draft.edges.filter((edge) => edge.to === id);
    return before.length === 1 && before[0]!.from !== TRIGGER ? swap(draft, before[0]!.from, 'down') : draft;
  }
  const only = (one: string) => {
    const out = draft.edges.filter((edge) => edge.from === one);
    return portsAt(draft, one).length === 1 ? out[0] : undefined;
  };
  const next = only(id);
  if (!next || next.to === id || portsAt(draft, next.to).length !== 1) return draft;
  const after = only(next.to);
  const others = draft.edges.filter((edge) => edge.to === next.to && edge !== next);
  if (others.length > 0 || after?.to === id) return draft;
  const edges = draft.edges
    .filter((edge) => edge !== next && edge !== after)
    .map((edge) => (edge.to === id ? { ...edge, to: next.to } : edge));
  edges.push({ from: next.to, port: portsAt(draft, next.to)[0]!.id, to: id });
  if (after) edges.push({ from: id, port: next.port, to: after.to });
  const [here, there] = [nodeOf(draft, id)?.at, nodeOf(draft, next.to)?.at];
  const swapped = { ...draft, edges };
  if (!here || !there) return swapped;
  const below = { x: there.x, y: here.y + heightOf(nodeOf(draft, next.to)?.type) + RANK_GAP };
  return moveTo(
    swapped,
    new Map([
      [next.to, here],
      [id, below],
    ]),
  );
}

/** A way out that the new config no longer has leads nowhere any more; while nobody can tell, all stay. */
function keepPorts(draft: Draft, id: string): Draft {
  const node = nodeOf(draft, id);
  if (node && !portsKnown(node)) return draft;
  const ports = new Set(portsAt(draft, id).map((port) => port.id));
  const edges = draft.edges.filter((edge) => edge.from !== id || ports.has(edge.port));
  return edges.length === draft.edges.length ? draft : { ...draft, edges };
}

function placeAfter(draft: Draft, from: string, port: string): Point {
  const places = placed(draft);
  const at = places.get(from) ?? { x: 0, y: 0 };
  const ports = portsAt(draft, from);
  const index = Math.max(
    0,
    ports.findIndex((one) => one.id === port),
  );
  const side = ports.length > 1 ? (index - (ports.length - 1) / 2) * (NODE_WIDTH + 36) : 0;
  const y = Math.round(at.y + heightOf(nodeOf(draft, from)?.type) + RANK_GAP);
  const next = draft.edges.find((edge) => edge.from === from && edge.port === port)?.to;
  const below = next === undefined ? undefined : places.get(next);
  // Between two steps it takes the place of the second, which goes down; at an end it looks for a free place.
  if (below) return { x: below.x, y: Math.max(below.y, y) };
  return freePlace(draft, { x: Math.round(at.x + side), y });
}

/** The nearest place to the right where nothing stands yet. */
export function freePlace(draft: Draft, wish: Point): Point {
  const stands = [...placed(draft)].map(([id, at]) => ({ at, height: heightOf(nodeOf(draft, id)?.type) }));
  const taken = (x: number): boolean =>
    stands.some(
      ({ at, height }) =>
        Math.abs(at.x - x) < NODE_WIDTH + 12 && at.y < wish.y + 92 + 12 && wish.y < at.y + height + 12,
    );
  let { x } = wish;
  while (taken(x)) x += NODE_WIDTH + 36;
  return { x, y: wish.y };
}

/** Everything below and reached from a step goes down, so that there is room before it. */
function pushedDown(draft: Draft, from: string, by: number): Draft['nodes'] {
  const below = new Set<string>();
  const queue = [from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (below.has(id)) continue;
    below.add(id);
    queue.push(...draft.edges.filter((edge) => edge.from === id).map((edge) => edge.to));
  }
  return draft.nodes.map((node) =>
    below.has(node.id) && node.at ? { ...node, at: { x: node.at.x, y: node.at.y + by } } : node,
  );
}
