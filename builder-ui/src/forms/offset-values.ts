import { durationParts } from './field-values.ts';

export const sides = ['before', 'at', 'after'] as const;
export type Side = (typeof sides)[number];

/** An offset as it is edited: which side of the moment, and how far. */
export function offsetParts(value: unknown): { side: Side; length: string | undefined } {
  const text = typeof value === 'string' ? value : '';
  const length = text.replace(/^[+-]/, '');
  const parts = durationParts(length);
  if (parts?.every((part) => Number(part.amount) === 0)) return { side: 'at', length: undefined };
  return { side: text.startsWith('-') ? 'before' : 'after', length: parts ? length : undefined };
}

/** The offset to keep; '' while its length is not written yet. */
export function offsetOf(side: Side, length: string | undefined): string {
  if (side === 'at') return 'P0D';
  if (!length) return '';
  return side === 'before' ? `-${length}` : length;
}
