import dagre from '@dagrejs/dagre';
import { TRIGGER, type Draft, type Point } from './draft.ts';

export const NODE_WIDTH = 264;
export const NODE_HEIGHT = 92;
/** Between one row and the next; more where branches carry names. */
export const RANK_GAP = 56;
const NODE_GAP = 36;
const GRID = 12;

/** Where everything stands when nobody has said: top to bottom, the start on top. Left upper corners. */
export function arranged(draft: Draft): Map<string, Point> {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', ranksep: RANK_GAP, nodesep: NODE_GAP, marginx: 24, marginy: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  graph.setNode(TRIGGER, { width: NODE_WIDTH, height: NODE_HEIGHT });
  for (const node of draft.nodes) graph.setNode(node.id, { width: NODE_WIDTH, height: heightOf(node.type) });
  for (const edge of draft.edges) {
    if (graph.hasNode(edge.from) && graph.hasNode(edge.to)) graph.setEdge(edge.from, edge.to, {}, edge.port);
  }
  dagre.layout(graph);
  const places = new Map<string, Point>();
  for (const id of graph.nodes()) {
    const { x, y, width, height } = graph.node(id) as { x: number; y: number; width: number; height: number };
    places.set(id, { x: snap(x - width / 2), y: snap(y - height / 2) });
  }
  return places;
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

const heightOf = (type: string): number => (type === 'send-message' ? 150 : NODE_HEIGHT);
const snap = (value: number): number => Math.round(value / GRID) * GRID;
