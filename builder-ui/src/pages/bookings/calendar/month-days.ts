import type { Calendar } from '../../../api.ts';
import { gridOf } from './columns.ts';
import type { Buffers, Piece } from './pieces.ts';
import type { Wall } from './wall.ts';

/** What a day of a month says: how many come, how full it is, what waits for a person. */
export type MonthDay = {
  day: string;
  visits: number;
  load: number | null;
  toConfirm: number;
  unsettled: number;
  pieces: Piece[];
};

export function monthDays(
  calendar: Calendar,
  asked: { days: readonly string[]; personId: string | null; now: Wall; buffers: Buffers },
): MonthDay[] {
  const people = asked.personId ? calendar.staff.filter(({ staffId }) => staffId === asked.personId) : calendar.staff;
  const each = people.map((one) => gridOf(calendar, { ...asked, by: 'week', personId: one.staffId }).columns);
  return asked.days.map((day, at) => {
    const columns = each.flatMap((all) => all[at] ?? []);
    const pieces = columns.flatMap((column) => column.pieces).filter(({ from }) => from >= 0);
    const visits = new Map(pieces.flatMap((piece) => piece.bookings.map((one) => [one.bookingId, { one, piece }])));
    const working = columns.reduce((sum, column) => sum + column.working, 0);
    const booked = columns.reduce((sum, column) => sum + column.booked, 0);
    const over = (piece: Piece): boolean =>
      day < asked.now.day || (day === asked.now.day && piece.to <= asked.now.minute);
    const all = [...visits.values()];
    return {
      day,
      visits: visits.size,
      load: working === 0 ? null : Math.round((booked / working) * 100),
      toConfirm: all.filter(({ one, piece }) => one.state === 'new' && !over(piece)).length,
      unsettled: all.filter(({ one, piece }) => ['new', 'confirmed', 'arrived'].includes(one.state) && over(piece))
        .length,
      pieces: pieces.sort((a, b) => a.from - b.from),
    };
  });
}
