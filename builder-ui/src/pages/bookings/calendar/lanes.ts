import type { Range } from './ranges.ts';

/** Beside how many others something stands, and at which place of them. */
export type Lane = { lane: number; lanes: number };

/** What overlaps stands side by side: each chain of overlaps shares the width evenly, who begins first stands first. */
export function inLanes<T extends Range>(pieces: readonly T[]): (T & Lane)[] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from || b.to - a.to);
  const done: (T & Lane)[] = [];
  let chain: (T & Lane)[] = [];
  let ends: number[] = [];
  let chainEnd = -Infinity;
  const close = () => {
    for (const one of chain) one.lanes = ends.length;
    done.push(...chain);
    chain = [];
    ends = [];
  };
  for (const piece of sorted) {
    if (piece.from >= chainEnd) close();
    const free = ends.findIndex((end) => end <= piece.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = piece.to;
    chainEnd = Math.max(chain.length === 0 ? -Infinity : chainEnd, piece.to);
    chain.push({ ...piece, lane, lanes: 1 });
  }
  close();
  return done;
}
