import type { Span } from './slot-facts.ts';

/** The union of spans: in order, none touching another. Empty ones are dropped. */
export function unionOf(spans: readonly Span[]): Span[] {
  const union: Span[] = [];
  let last: Span | undefined;
  for (const span of inOrder(spans)) {
    if (span.to <= span.from) continue;
    if (last && span.from <= last.to) {
      if (span.to > last.to) last.to = span.to;
    } else union.push((last = { from: span.from, to: span.to }));
  }
  return union;
}

/** What is left of a span without the times of others. */
export function without(whole: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = whole.from;
  for (const other of unionOf(others)) {
    if (other.from > from) left.push({ from, to: Math.min(other.from, whole.to) });
    from = Math.max(from, other.to);
    if (from >= whole.to) return left;
  }
  left.push({ from, to: whole.to });
  return left;
}

/** Whether a stretch of time has a moment in common with a span of a union. Half-open: what touches has none. */
export function meets(union: readonly Span[], from: number, to: number): boolean {
  const first = union[firstEndingAfter(union, from)];
  return first !== undefined && first.from < to && from < to;
}

/** The one of a union that contains a moment. */
export function spanAt(union: readonly Span[], moment: number): Span | undefined {
  const span = union[firstEndingAfter(union, moment)];
  return span && span.from <= moment ? span : undefined;
}

function firstEndingAfter(union: readonly Span[], moment: number): number {
  let low = 0;
  let high = union.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (union[middle]!.to > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  for (let at = 1; at < spans.length; at += 1)
    if (spans[at]!.from < spans[at - 1]!.from) return [...spans].sort((a, b) => a.from - b.from);
  return spans;
}
