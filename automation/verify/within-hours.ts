import type { Chain } from './chain.ts';
import { circlesIn, isCircle } from './circles-in.ts';
import { MINUTE_MS } from './lengths.ts';

/**
 * The most weight that one person's walk can gather within so many hours, wherever in the chain they begin: never too
 * small, exact for a straight chain of waits of a fixed length. Only `waitMs` is sure to pass at a node; caps of
 * circles are not looked at, so that a circle without such a wait gives Infinity.
 */
export function heaviestWithin(
  chain: Chain,
  hours: number,
  of: { weight: (node: number) => number; waitMs: (node: number) => number },
): number {
  const nodes = [...chain.nodes.keys()];
  const weights = nodes.map(of.weight);
  if (!weights.some((weight) => weight > 0)) return 0;
  const grain = grainOf(
    hours * 60,
    nodes.map((node) => Math.floor(of.waitMs(node) / MINUTE_MS)),
  );
  const span = (hours * 60) / grain;
  const waits = nodes.map((node) => Math.min(span, Math.floor(of.waitMs(node) / MINUTE_MS / grain)));
  const quick = (node: number) => (waits[node] === 0 ? (chain.out[node] ?? []) : []);
  const parts = circlesIn(nodes, quick);
  const isEndless = parts.some((set) => isCircle(set, quick) && set.some((node) => (weights[node] ?? 0) > 0));
  if (isEndless) return Infinity;
  const order = parts.flat();
  const ways = nodes.map((node) => (chain.out[node] ?? []).map((way) => way.to));
  // gathered[left][node]: come there, without its own weight, while `left` grains of the time remain.
  const gathered: (Float64Array | undefined)[] = [];
  const gather = (left: number, node: number, weight: number): void => {
    const there = (gathered[left] ??= new Float64Array(nodes.length).fill(NOBODY));
    if (weight > (there[node] ?? NOBODY)) there[node] = weight;
  };
  let most = 0;
  for (const node of nodes) gather(span, node, 0);
  for (let left = span; left > 0; left -= 1) {
    const there = gathered[left];
    if (!there) continue;
    for (const node of order) {
      const come = there[node] ?? NOBODY;
      if (come === NOBODY) continue;
      const weight = come + (weights[node] ?? 0);
      if (weight > most) most = weight;
      const rest = left - (waits[node] ?? 0);
      if (rest > 0) for (const to of ways[node] ?? []) gather(rest, to, weight);
    }
    gathered[left] = undefined;
  }
  return most;
}

const NOBODY = -1;

/** The coarsest step of time, in minutes, in which nothing is rounded; a fine one is made coarser: a wait may only shrink. */
function grainOf(spanMinutes: number, waits: readonly number[]): number {
  const exact = waits.reduce(divisorOf, spanMinutes);
  if (spanMinutes / exact <= MOST_STEPS) return exact;
  return (
    Array.from({ length: spanMinutes }, (_, index) => index + 1).find(
      (minutes) => spanMinutes % minutes === 0 && spanMinutes / minutes <= MOST_STEPS,
    ) ?? spanMinutes
  );
}

const MOST_STEPS = 1_440;

const divisorOf = (left: number, right: number): number => (right === 0 ? left : divisorOf(right, left % right));
