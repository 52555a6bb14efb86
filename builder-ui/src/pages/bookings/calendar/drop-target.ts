import type { Column } from './columns.ts';
import type { Piece } from './pieces.ts';
import { overlaps, without, type Range } from './ranges.ts';

/** A block goes from quarter to quarter of an hour. */
export const STEP = 15;

/** Where a lifted block hangs: the number of its column, and minutes of that column's day. */
export type Target = { column: number; from: number; to: number };

const snap = (minutes: number): number => Math.round(minutes / STEP) * STEP;
const within = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), Math.max(from, to));

/** The block with its upper edge at `minutes`, as far as the grid goes. */
export function carriedTo(piece: Range, to: { column: number; minutes: number }, window: Range): Target {
  const length = piece.to - piece.from;
  const from = within(snap(to.minutes), window.from, window.to - Math.min(length, STEP));
  return { column: to.column, from, to: from + length };
}

/** The block with its lower edge at `minutes`; a quarter of an hour stays. */
export function stretchedTo(piece: Range, to: { column: number; minutes: number }, window: Range): Target {
  return { column: to.column, from: piece.from, to: within(snap(to.minutes), piece.from + STEP, window.to) };
}

/** What stands in the way, as far as the page can see; the API has the last word. */
export type InTheWay = { kind: 'free' | 'blocked' | 'off' | 'not_given' } | { kind: 'busy'; with: string };

export function inTheWay(
  column: Column,
  piece: Piece,
  target: Range,
  gives: (staffId: string, serviceId: string) => boolean = () => true,
): InTheWay {
  const { staffId, resourceId } = column;
  if (staffId && staffId !== piece.item.staffId && !gives(staffId, piece.item.serviceId)) return { kind: 'not_given' };
  const busy = {
    from: target.from - (piece.from - piece.busy.from),
    to: target.to + (piece.busy.to - piece.to),
  };
  // Where everybody is shown others come at the same time: only one's own column says who is busy.
  if (staffId || resourceId) {
    const own = piece.bookings[0].bookingId;
    const other = column.pieces.find(
      (one) => overlaps(one.busy, busy) && one.bookings.every(({ bookingId }) => bookingId !== own),
    );
    if (other) return { kind: 'busy', with: other.bookings[0].contact.name };
    if (column.blocks.some((block) => overlaps(block, busy))) return { kind: 'blocked' };
  }
  return without([target], column.work).length > 0 ? { kind: 'off' } : { kind: 'free' };
}
