/** Chance that can be repeated: the same seed gives the same numbers. */
export type Random = {
  /** At least 0, less than 1. */
  next(): number;
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** A chance of its own, so that what happens elsewhere does not change it. */
  fork(name: string): Random;
};

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (from, to) => from + next() * (to - from),
    pick: (from) => from[Math.floor(next() * from.length)]!,
    shuffle(list) {
      const result = [...list];
      for (let at = result.length - 1; at > 0; at -= 1) {
        const other = Math.floor(next() * (at + 1));
        [result[at], result[other]] = [result[other]!, result[at]!];
      }
      return result;
    },
    fork: (name) =>
      seeded([...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), seed ^ 0x811c9dc5)),
  };
}
