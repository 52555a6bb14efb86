import type { BookingInList, Calendar } from '../../../api.ts';
import type { Grid } from '../calendar/columns.ts';
import { isGroup, type Piece } from '../calendar/pieces.ts';
import type { Range } from '../calendar/ranges.ts';

/** What stands in a day's agenda, in order of time. */
export type Line =
  | { kind: 'visit'; from: number; to: number; booking: BookingInList }
  | { kind: 'group'; from: number; to: number; piece: Piece }
  | { kind: 'block'; from: number; to: number; block: Calendar['blocks'][number]; whose: string }
  | { kind: 'free'; from: number; to: number }
  | { kind: 'now'; from: number; to: number };

/** A visit of several services is one line; free time is said where the day is one person's. */
export function linesOf(grid: Grid, calendar: Calendar, now: number | undefined): Line[] {
  const lines: Line[] = [];
  const seen = new Set<string>();
  const names = new Map<string, string>([
    ...calendar.staff.map((one): [string, string] => [one.staffId, one.name]),
    ...calendar.resources.map((one): [string, string] => [one.resourceId, one.name]),
  ]);
  for (const column of grid.columns) {
    for (const piece of column.pieces) {
      if (isGroup(piece)) {
        if (!seen.has(piece.key)) lines.push({ kind: 'group', from: piece.from, to: piece.to, piece });
        seen.add(piece.key);
        continue;
      }
      const [booking] = piece.bookings;
      if (seen.has(booking.bookingId)) continue;
      seen.add(booking.bookingId);
      lines.push({ kind: 'visit', from: piece.from, to: piece.to, booking });
    }
    for (const range of column.blocks) {
      const block = calendar.blocks.find(({ blockId }) => blockId === range.blockId);
      if (block) lines.push({ kind: 'block', ...spanOf(range), block, whose: names.get(block.resourceId) ?? '' });
    }
    if (grid.columns.length === 1) for (const range of column.free) lines.push({ kind: 'free', ...spanOf(range) });
  }
  if (now !== undefined) lines.push({ kind: 'now', from: now, to: now });
  const rank = { now: 0, visit: 1, group: 1, block: 2, free: 3 };
  return lines.sort((a, b) => a.from - b.from || rank[a.kind] - rank[b.kind]);
}

const spanOf = ({ from, to }: Range): Range => ({ from, to });
