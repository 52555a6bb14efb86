import { START, type Chain, type Way } from './chain.ts';
import { circlesIn, isCircle } from './circles-in.ts';

/** More circles inside of one another than this are not multiplied out: the figure says nothing any more. */
const DEEPEST = 16;

/**
 * The heaviest walk from the start through the chain, each visit of a node weighing what `weightOf` says (never less
 * than nothing); Infinity when a circle that nothing counts lies on the way. Exact where circles lie one inside another,
 * never too small.
 */
export function heaviestWalk(chain: Chain, weightOf: (node: number) => number): number {
  const all = [...chain.nodes.keys()];
  const plan = planOf(all, (node) => chain.out[node] ?? [], 0);
  return Math.max(...walked(plan, new Map([[START, 0]]), weightOf).values());
}

/** A part of the graph: its circles, each of them either endless or opened by the counted way furthest down. */
type Plan = { parts: readonly Part[]; waysOf: (node: number) => readonly Way[] };
type Part = { nodes: readonly number[]; kind: 'alone' } | { nodes: readonly number[]; kind: 'endless' } | Counted;
type Counted = { nodes: readonly number[]; kind: 'counted'; again: Way; times: number; inside: Plan; round?: Best };
type Best = Map<number, number>;

function planOf(nodes: readonly number[], waysOf: (node: number) => readonly Way[], depth: number): Plan {
  const parts = circlesIn(nodes, waysOf).map((set): Part => {
    if (!isCircle(set, waysOf)) return { nodes: set, kind: 'alone' };
    const inside = new Set(set);
    const within = (node: number) => waysOf(node).filter((way) => inside.has(way.to));
    const uncounted = (node: number) => within(node).filter((way) => way.times === null);
    const order = circlesIn(set, uncounted);
    const ends = !order.some((one) => isCircle(one, uncounted));
    const again = ends ? order.flat().findLast((node) => within(node).some((way) => way.times !== null)) : undefined;
    const way = again === undefined ? undefined : within(again).find((one) => one.times !== null);
    if (!way || way.times === null || depth >= DEEPEST) return { nodes: set, kind: 'endless' };
    const opened = (node: number) => within(node).filter((one) => one !== way);
    const plan = planOf(set, opened, depth + 1);
    return { nodes: set, kind: 'counted', again: way, times: way.times, inside: plan };
  });
  return { parts, waysOf };
}

/** The heaviest walk to every node, its own weight in it. @param starts what a walk that begins there has on it. */
function walked(plan: Plan, starts: Best, weightOf: (node: number) => number): Best {
  const best: Best = new Map();
  const entries: Best = new Map(starts);
  for (const part of plan.parts) {
    const here = new Map(part.nodes.flatMap((node) => pairOf(node, entries.get(node))));
    if (here.size === 0) continue;
    for (const [node, weight] of through(part, here, weightOf)) {
      best.set(node, weight);
      for (const way of plan.waysOf(node)) raise(entries, way.to, weight);
    }
  }
  return best;
}

function through(part: Part, entries: Best, weightOf: (node: number) => number): Best {
  switch (part.kind) {
    case 'alone':
      return new Map([...entries].map(([node, weight]) => [node, weight + weightOf(node)]));
    case 'endless': {
      const weighs = part.nodes.some((node) => weightOf(node) > 0);
      const most = weighs ? Infinity : Math.max(...entries.values());
      return new Map(part.nodes.map((node) => [node, most]));
    }
    case 'counted':
      return roundAndRound(part, entries, weightOf);
  }
}

/** Once to the counting step, then from behind its way back to it as often as it counts, then on. */
function roundAndRound(part: Counted, entries: Best, weightOf: (node: number) => number): Best {
  const { again, times, inside } = part;
  const best = walked(inside, entries, weightOf);
  part.round ??= walked(inside, new Map([[again.to, 0]]), weightOf);
  const first = best.get(again.from);
  const turn = part.round.get(again.from);
  if (first === undefined || turn === undefined) return best;
  const before = first + (times === 1 ? 0 : (times - 1) * turn);
  for (const [node, weight] of part.round) raise(best, node, before + weight);
  return best;
}

function raise(best: Best, node: number, weight: number): void {
  if (weight > (best.get(node) ?? -1)) best.set(node, weight);
}

const pairOf = (node: number, weight: number | undefined): [number, number][] =>
  weight === undefined ? [] : [[node, weight]];
