/** Minutes on the wall of a day, half-open. */
export type Range = { from: number; to: number };

export const clip = (range: Range, within: Range): Range | undefined => {
  const from = Math.max(range.from, within.from);
  const to = Math.min(range.to, within.to);
  return from < to ? { from, to } : undefined;
};

export const clipAll = (ranges: readonly Range[], within: Range): Range[] =>
  ranges.flatMap((range) => clip(range, within) ?? []);

export const overlaps = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to;

/** In order, and joined where they touch. */
export function union(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else joined.push({ ...range });
  }
  return joined;
}

/** What is left of `ranges` when `taken` is taken out. */
export function without(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  const holes = union(taken);
  return union(ranges).flatMap((range) => {
    const left: Range[] = [];
    let from = range.from;
    for (const hole of holes) {
      if (hole.to <= from || hole.from >= range.to) continue;
      if (hole.from > from) left.push({ from, to: hole.from });
      from = Math.max(from, hole.to);
    }
    if (from < range.to) left.push({ from, to: range.to });
    return left;
  });
}

export const total = (ranges: readonly Range[]): number =>
  union(ranges).reduce((sum, range) => sum + range.to - range.from, 0);
