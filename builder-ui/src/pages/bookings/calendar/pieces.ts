import type { BookingInList } from '../../../api.ts';
import type { Range } from './ranges.ts';
import { minutesSince, wallOf } from './wall.ts';

/** Minutes that a service keeps its people busy before and after a visit. */
export type Buffers = ReadonlyMap<string, { before: number; after: number }>;

type Item = BookingInList['items'][number];

/** What is drawn as one block: a service of a visit, or a group session with everybody who comes to it. */
export type Piece = Range & {
  key: string;
  /** Minutes since midnight of `day`. */
  day: string;
  bookings: readonly [BookingInList, ...BookingInList[]];
  item: Item;
  /** What it keeps its people busy, with the time that the service needs around itself. */
  busy: Range;
  /** Where it was before it was moved, on the wall of that day; null: never, or answered since. */
  was: { day: string; minute: number } | null;
};

/** The blocks of a day's bookings. Who was moved to here keeps the order of the list. */
export function piecesOf(
  bookings: readonly BookingInList[],
  day: string,
  zone: string,
  buffers: Buffers = new Map(),
): Piece[] {
  const pieces = new Map<string, Piece>();
  for (const booking of bookings)
    for (const item of booking.items) {
      const key = `${booking.sessionId ?? booking.bookingId}:${item.position}`;
      const known = pieces.get(key);
      if (known) {
        pieces.set(key, { ...known, bookings: [...known.bookings, booking] });
        continue;
      }
      const from = minutesSince(day, wallOf(item.startsAt, zone));
      // In the night when clocks go back a visit may end before it begins, by the clock on the wall.
      const to = Math.max(minutesSince(day, wallOf(item.endsAt, zone)), from + 5);
      const around = buffers.get(item.serviceId);
      const busy = { from: from - (around?.before ?? 0), to: to + (around?.after ?? 0) };
      pieces.set(key, { key, day, from, to, busy, bookings: [booking], item, was: wasAt(booking, zone) });
    }
  return [...pieces.values()];
}

/** Who was given to somebody else, or more time, comes when they were to come. */
const wasAt = (booking: BookingInList, zone: string): Piece['was'] =>
  booking.badge === 'moved' && booking.movedFrom && booking.movedFrom !== booking.startsAt
    ? wallOf(booking.movedFrom, zone)
    : null;

/** A group session cannot be dragged: each who comes is moved on their own. */
export const isGroup = (piece: Piece): boolean => piece.bookings[0].sessionId !== null;

export const mayDrag = (piece: Piece): boolean => !isGroup(piece) && piece.bookings[0].mayMove;
