import type { Way } from './chain.ts';

/**
 * The circles of a graph: sets of nodes that can reach one another, in an order in which every way between two sets
 * leads to a later one. A node alone is a set of one. Without recursion: a chain can be thousands of steps long.
 */
export function circlesIn(nodes: Iterable<number>, waysOf: (node: number) => readonly Way[]): number[][] {
  const numbers = new Map<number, number>();
  const lowest = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const found: number[][] = [];
  for (const start of nodes) {
    if (numbers.has(start)) continue;
    const path: { node: number; ways: readonly Way[]; next: number }[] = [];
    const enter = (node: number): void => {
      numbers.set(node, numbers.size);
      lowest.set(node, numbers.get(node) ?? 0);
      open.push(node);
      isOpen.add(node);
      path.push({ node, ways: waysOf(node), next: 0 });
    };
    const lower = (node: number, to: number): void => {
      lowest.set(node, Math.min(lowest.get(node) ?? to, to));
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = top.ways[top.next]?.to;
      top.next += 1;
      if (to === undefined) {
        path.pop();
        const below = path.at(-1);
        const low = lowest.get(top.node) ?? 0;
        if (below) lower(below.node, low);
        if (low === numbers.get(top.node)) found.push(close(top.node, open, isOpen));
      } else if (!numbers.has(to)) enter(to);
      else if (isOpen.has(to)) lower(top.node, numbers.get(to) ?? 0);
    }
  }
  return found.reverse();
}

function close(root: number, open: number[], isOpen: Set<number>): number[] {
  const circle: number[] = [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    isOpen.delete(node);
    circle.push(node);
    if (node === root) break;
  }
  return circle;
}

/** Whether a set of `circlesIn` is a real circle: one node alone is one only when it leads to itself. */
export function isCircle(set: readonly number[], waysOf: (node: number) => readonly Way[]): boolean {
  const [only] = set;
  return set.length > 1 || (only !== undefined && waysOf(only).some((way) => way.to === only));
}
