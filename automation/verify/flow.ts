import { START, type Chain, type Way } from './chain.ts';

/** What is set when a person comes to a node: perhaps, or whichever way they came. */
export type Flow = { ever(node: number, setter: string): boolean; surely(node: number, setter: string): boolean };

/**
 * Carries forward what each step sets (`steps.<node>`, by the ports after which it is there; `vars.<name>`), as sets of
 * bits: what some way brings, and what every way brings.
 */
export function flowThrough(chain: Chain): Flow {
  const bitOf = new Map<string, number>();
  const bit = (name: string): number => {
    const found = bitOf.get(name) ?? bitOf.size;
    bitOf.set(name, found);
    return found;
  };
  const gives = chain.nodes.map(({ id, config, definition }) => {
    const leaves = definition?.outputFields ?? definition?.output;
    const own = leaves ? bit(`steps.${id}`) : undefined;
    const named = (definition?.sets?.(config) ?? []).map(({ name }) => bit(`vars.${name}`));
    return { own, on: definition?.outputOn, named };
  });
  const words = Math.max(1, Math.ceil(bitOf.size / 32));
  const some = chain.nodes.map(() => new Uint32Array(words));
  const every = chain.nodes.map((_, index) => new Uint32Array(words).fill(index === START ? 0 : ALL));
  const along = (way: Way, from: Uint32Array): Uint32Array => {
    const given = gives[way.from];
    const set = from.slice();
    if (given?.own !== undefined && (given.on?.includes(way.port) ?? true)) put(set, given.own);
    for (const one of given?.named ?? []) put(set, one);
    return set;
  };
  const order = forwardOrder(chain);
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const node of order) {
      for (const way of chain.out[node] ?? []) {
        const more = join(some[way.to], along(way, some[node] ?? NONE));
        const less = meet(every[way.to], along(way, every[node] ?? NONE));
        if (more || less) isMoving = true;
      }
    }
  }
  const has = (sets: readonly Uint32Array[]) => (node: number, setter: string) => {
    const index = bitOf.get(setter);
    return index !== undefined && (((sets[node]?.[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
  };
  return { ever: has(some), surely: has(every) };
}

/** The nodes that can be reached, each after as many of those before it as circles allow: few rounds are enough then. */
function forwardOrder(chain: Chain): number[] {
  const left: number[] = [];
  const seen = new Set([START]);
  const path = [{ node: START, next: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const to = chain.out[top.node]?.[top.next]?.to;
    top.next += 1;
    if (to === undefined) {
      left.push(top.node);
      path.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      path.push({ node: to, next: 0 });
    }
  }
  return left.reverse();
}

const ALL = 0xffff_ffff;
const NONE = new Uint32Array(0);

function put(set: Uint32Array, index: number): void {
  set[index >>> 5] = (set[index >>> 5] ?? 0) | (1 << (index & 31));
}

function join(into: Uint32Array | undefined, more: Uint32Array): boolean {
  return change(into, more, (left, right) => left | right);
}

function meet(into: Uint32Array | undefined, other: Uint32Array): boolean {
  return change(into, other, (left, right) => left & right);
}

function change(
  into: Uint32Array | undefined,
  other: Uint32Array,
  of: (left: number, right: number) => number,
): boolean {
  let changed = false;
  for (let at = 0; into && at < into.length; at += 1) {
    const before = into[at] ?? 0;
    const now = of(before, other[at] ?? 0) >>> 0;
    if (now !== before) changed = true;
    into[at] = now;
  }
  return changed;
}
