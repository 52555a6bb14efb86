import dagre from '@dagrejs/dagre';
import { portsAt, portsOf, TRIGGER, type Draft, type Point } from './draft.ts';

export const NODE_WIDTH = 264;
export const NODE_HEIGHT = 92;
/** Between one row and the next; more where branches carry names. */
export const RANK_GAP = 56;
const NODE_GAP = 36;
const GRID = 12;

/** Where everything stands when nobody has said: top to bottom, the start on top. Left upper corners. */
export function arranged(draft: Draft): Map<string, Point> {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  // The finest ranking of a thousand steps takes seconds; the next one looks nearly the same.
  const ranker = draft.nodes.length > 300 ? 'tight-tree' : 'network-simplex';
  graph.setGraph({ rankdir: 'TB', ranksep: RANK_GAP, nodesep: NODE_GAP, marginx: 24, marginy: 24, ranker });
  graph.setDefaultEdgeLabel(() => ({}));
  graph.setNode(TRIGGER, { width: NODE_WIDTH, height: NODE_HEIGHT });
  for (const node of draft.nodes) graph.setNode(node.id, { width: NODE_WIDTH, height: heightOf(node.type) });
  for (const edge of draft.edges) {
    if (graph.hasNode(edge.from) && graph.hasNode(edge.to)) {
      // A branch stays close under its step, wherever it joins the others again.
      const branches = portsAt(draft, edge.from).length > 1;
      graph.setEdge(edge.from, edge.to, { weight: branches ? 4 : 1 }, edge.port);
    }
  }
  dagre.layout(graph, { constraints: waysInOrder(draft) });
  const places = new Map<string, Point>();
  for (const id of graph.nodes()) {
    const { x, y, width, height } = graph.node(id) as { x: number; y: number; width: number; height: number };
    places.set(id, { x: snap(x - width / 2), y: snap(y - height / 2) });
  }
  return places;
}

/** What the first way out of a step leads to stands at the left of what the second leads to, wherever both can. */
function waysInOrder(draft: Draft): { left: string; right: string }[] {
  const rightOf = new Map<string, string[]>();
  const leads = (from: string, to: string): boolean =>
    from === to || (rightOf.get(from) ?? []).some((next) => leads(next, to));
  const orders: { left: string; right: string }[] = [];
  for (const node of draft.nodes) {
    const ports = portsOf(node);
    if (ports.length < 2) continue;
    const to = ports.flatMap((port) => draft.edges.filter((edge) => edge.from === node.id && edge.port === port.id));
    for (const [index, edge] of to.entries()) {
      const next = to[index + 1];
      if (!next || leads(next.to, edge.to)) continue;
      rightOf.set(edge.to, [...(rightOf.get(edge.to) ?? []), next.to]);
      orders.push({ left: edge.to, right: next.to });
    }
  }
  return orders;
}

/** Where everything stands: as drawn, and what was never placed as `arranged` would. */
export function placed(draft: Draft): Map<string, Point> {
  const missing = draft.trigger.at === undefined || draft.nodes.some((node) => node.at === undefined);
  const places = missing ? arranged(draft) : new Map<string, Point>();
  if (draft.trigger.at) places.set(TRIGGER, draft.trigger.at);
  for (const node of draft.nodes) if (node.at) places.set(node.id, node.at);
  // A start that was never placed stands above what is drawn.
  if (draft.trigger.at === undefined && draft.nodes.some((node) => node.at)) {
    const first = draft.edges.find((edge) => edge.from === TRIGGER)?.to ?? draft.nodes[0]?.id ?? '';
    const below = places.get(first) ?? { x: 0, y: 0 };
    const top = Math.min(...draft.nodes.flatMap((node) => (node.at ? [node.at.y] : [])));
    places.set(TRIGGER, { x: below.x, y: top - NODE_HEIGHT - RANK_GAP });
  }
  return places;
}

/** About how high a step is drawn; the canvas measures, but a layout is wanted before anything is drawn. */
export const heightOf = (type: string | undefined): number => (type === 'send-message' ? 176 : NODE_HEIGHT);
const snap = (value: number): number => Math.round(value / GRID) * GRID;

/** A drawing in which everything has a place, so that nothing has to be arranged again at every keystroke. */
export function allPlaced(draft: Draft): Draft {
  if (draft.trigger.at && draft.nodes.every((node) => node.at)) return draft;
  const places = placed(draft);
  return {
    ...draft,
    trigger: { ...draft.trigger, at: draft.trigger.at ?? places.get(TRIGGER) ?? { x: 0, y: 0 } },
    nodes: draft.nodes.map((node) => (node.at ? node : { ...node, at: places.get(node.id) ?? { x: 0, y: 0 } })),
  };
}
