import { circlesIn, isCircle } from './circles-in.ts';
import type { Chain } from './chain.ts';
import { finding, type Finding } from './finding.ts';

/**
 * Ends for every input: without the ways that a step counts, nothing leads back. Enough, because of the counted ways of
 * an endless walk the one furthest down the rest could begin its count anew only by a way still further down.
 */
export function proveEnds(chain: Chain): Finding[] {
  const uncounted = (node: number) => (chain.out[node] ?? []).filter((way) => way.times === null);
  return circlesIn(chain.nodes.keys(), uncounted)
    .filter((set) => isCircle(set, uncounted))
    .flatMap((set) => {
      const first = chain.nodes[Math.min(...set)];
      if (!first) return [];
      const through = set.map((index) => chain.nodes[index]?.id ?? '').sort();
      return [finding('loop_uncapped', first.path, { node: first.id, through })];
    });
}
