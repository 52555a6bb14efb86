import { without, type Range } from './ranges.ts';

/** Where nobody works: before, after, or a break between two parts of a shift. */
export type Off = Range & { kind: 'off' | 'lunch' | 'break' };

const LEAST_FREE = 60;
const STEP = 5;
/** A longer pause between two shifts is no break: nobody is there. */
const LONGEST_BREAK = 180;
const LUNCH = { from: 11 * 60, to: 15 * 60, most: 90 };

export function offOf(work: readonly Range[], window: Range): Off[] {
  return without([window], work)
    .filter((range) => !isBreak(range, work))
    .map((range) => ({ ...range, kind: 'off' }));
}

export function breaksOf(work: readonly Range[]): Off[] {
  const [first, last] = [work[0], work.at(-1)];
  if (!first || !last) return [];
  return without([{ from: first.from, to: last.to }], work)
    .filter((range) => isBreak(range, work))
    .map((range) => ({ ...range, kind: isLunch(range) ? 'lunch' : 'break' }));
}

const isBreak = (range: Range, work: readonly Range[]): boolean =>
  range.to - range.from <= LONGEST_BREAK &&
  work.some(({ to }) => to === range.from) &&
  work.some(({ from }) => from === range.to);

const isLunch = ({ from, to }: Range): boolean => from >= LUNCH.from && from < LUNCH.to && to - from <= LUNCH.most;

/** Gaps of an hour or more from now on, in working time that nothing takes. */
export function freeOf(work: readonly Range[], busy: readonly Range[], now: number, least = LEAST_FREE): Range[] {
  const begun = Math.ceil(now / STEP) * STEP;
  return without(work, [...busy, { from: -Infinity, to: begun }]).filter(({ from, to }) => to - from >= least);
}
