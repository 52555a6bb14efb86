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
  const plan = plans.get(chain) ?? planOf([...chain.nodes.keys()], (node) => chain.out[node] ?? [], 0);
  plans.set(chain, plan);
  const walk = { weightOf, rounds: new Map<Counted, Best>() };
  return Math.max(...walked(plan, new Map([[START, 0]]), walk).values());
}

/** The same for every weight. */
const plans = new WeakMap<Chain, Plan>();

type Ways = (node: number) => readonly Way[];
/** A part of the graph: its circles, each of them either endless or opened by the counted way furthest down. */
type Plan = { parts: readonly Part[]; ways: ReadonlyMap<number, readonly Way[]>; isEndless: boolean };
type Part = { nodes: readonly number[]; kind: 'alone' | 'endless' } | Counted;
type Counted = { nodes: readonly number[]; kind: 'counted'; again: Way; times: number; inside: Plan };
type Best = Map<number, number>;
/** `rounds`: the heaviest walks from behind the counted way, the same wherever one came in. */
type Walk = { weightOf: (node: number) => number; rounds: Map<Counted, Best> };

function planOf(nodes: readonly number[], waysOf: Ways, depth: number): Plan {
  const ways = new Map(nodes.map((node) => [node, waysOf(node)]));
  const parts = circlesIn(nodes, (node) => ways.get(node) ?? []).map((set) => partOf(set, ways, depth));
  return { parts, ways, isEndless: parts.some((part) => part.kind === 'endless') };
}

function partOf(nodes: readonly number[], ways: Plan['ways'], depth: number): Part {
  if (!isCircle(nodes, (node) => ways.get(node) ?? [])) return { nodes, kind: 'alone' };
  const members = new Set(nodes);
  const inside = new Map(nodes.map((node) => [node, (ways.get(node) ?? []).filter((way) => members.has(way.to))]));
  const uncounted: Ways = (node) => (inside.get(node) ?? []).filter((way) => way.times === null);
  const order = circlesIn(nodes, uncounted);
  const counts = (node: number) => inside.get(node)?.find((way) => way.times !== null);
  const last = order.some((one) => isCircle(one, uncounted)) ? undefined : order.flat().findLast(counts);
  const again = last === undefined ? undefined : counts(last);
  if (!again || again.times === null || depth >= DEEPEST) return { nodes, kind: 'endless' };
  const opened = planOf(nodes, (node) => (inside.get(node) ?? []).filter((way) => way !== again), depth + 1);
  return opened.isEndless
    ? { nodes, kind: 'endless' }
    : { nodes, kind: 'counted', again, times: again.times, inside: opened };
}

/** The heaviest walk to every node, its own weight in it. @param starts what a walk that begins there has on it. */
function walked(plan: Plan, starts: Best, walk: Walk): Best {
  const best: Best = new Map();
  const entries: Best = new Map(starts);
  for (const part of plan.parts) {
    const here = new Map(part.nodes.flatMap((node) => pairOf(node, entries.get(node))));
    if (here.size === 0) continue;
    for (const [node, weight] of through(part, here, walk)) {
      best.set(node, weight);
      for (const way of plan.ways.get(node) ?? []) raise(entries, way.to, weight);
    }
  }
  return best;
}

function through(part: Part, entries: Best, walk: Walk): Best {
  switch (part.kind) {
    case 'alone':
      return new Map([...entries].map(([node, weight]) => [node, weight + walk.weightOf(node)]));
    case 'endless': {
      const weighs = part.nodes.some((node) => walk.weightOf(node) > 0);
      const most = weighs ? Infinity : Math.max(...entries.values());
      return new Map(part.nodes.map((node) => [node, most]));
    }
    case 'counted':
      return roundAndRound(part, entries, walk);
  }
}

/** Once to the counting step, then from behind its way back to it as often as it counts, then on. */
function roundAndRound(part: Counted, entries: Best, walk: Walk): Best {
  const { again, times, inside } = part;
  const best = walked(inside, entries, walk);
  const round = walk.rounds.get(part) ?? walked(inside, new Map([[again.to, 0]]), walk);
  walk.rounds.set(part, round);
  const first = best.get(again.from);
  const turn = round.get(again.from);
  if (first === undefined || turn === undefined) return best;
  const before = first + (times === 1 ? 0 : (times - 1) * turn);
  for (const [node, weight] of round) raise(best, node, before + weight);
  return best;
}

function raise(best: Best, node: number, weight: number): void {
  if (weight > (best.get(node) ?? -1)) best.set(node, weight);
}

const pairOf = (node: number, weight: number | undefined): [number, number][] =>
  weight === undefined ? [] : [[node, weight]];
