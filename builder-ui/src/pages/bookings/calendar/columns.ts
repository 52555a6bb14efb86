import type { Calendar } from '../../../api.ts';
import { breaksOf, freeOf, offOf, type Off } from './gaps.ts';
import { inLanes, type Lane } from './lanes.ts';
import { piecesOf, type Buffers, type Piece } from './pieces.ts';
import { clip, clipAll, total, union, type Range } from './ranges.ts';
import { DAY, minutesSince, wallOf, type Wall } from './wall.ts';

export type Block = Range & Lane & { blockId: string; note: string; resourceId: string };

/** A column of the grid: a person's day, a room's day, or one of the days of a week. All times are minutes of `day`. */
export type Column = {
  id: string;
  day: string;
  /** Who is booked when one presses here; null: nobody in particular. */
  staffId: string | null;
  resourceId: string | null;
  work: Range[];
  off: Off[];
  pieces: (Piece & Lane)[];
  blocks: Block[];
  /** What takes the person's time, with what services need around themselves. */
  busy: Range[];
  free: Range[];
  booked: number;
  working: number;
};

export type ColumnsBy = 'staff' | 'rooms' | 'week';
export type Grid = { columns: Column[]; window: Range };

type Asked = {
  by: ColumnsBy;
  days: readonly string[];
  /** Of a week: one person, or everybody. */
  personId: string | null;
  now: Wall;
  buffers: Buffers;
};

/** The columns of a day or a week, and which hours to show. */
export function gridOf(calendar: Calendar, asked: Asked): Grid {
  const [first = ''] = asked.days;
  const people = calendar.staff.filter(({ staffId }) => !asked.personId || staffId === asked.personId);
  const seeds =
    asked.by === 'week'
      ? asked.days.map((day) => ({ id: day, day, people, resourceId: null }))
      : asked.by === 'staff'
        ? people.map((one) => ({ id: one.staffId, day: first, people: [one], resourceId: null }))
        : calendar.resources.map((one) => ({ id: one.resourceId, day: first, people, resourceId: one.resourceId }));
  const days = new Map(
    [...new Set(seeds.map(({ day }) => day))].map((day) => [
      day,
      piecesOf(calendar.bookings, day, calendar.zone, asked.buffers),
    ]),
  );
  const filled = seeds.map((seed) => ({
    seed,
    work: workOf(seed.people, seed.day, calendar.zone),
    pieces: days.get(seed.day) ?? [],
  }));
  const window = windowOf(calendar, asked, filled);
  return { columns: filled.map((one) => columnOf(calendar, asked, { ...one, window })), window };
}

type Filled = { seed: Seed; work: Range[]; pieces: Piece[] };
type Seed = { id: string; day: string; people: Calendar['staff']; resourceId: string | null };

/** When these people work, as minutes of a day: by its own plan alone, or what the shifts of days beside it leave in it too. */
function workOf(people: Calendar['staff'], day: string, zone: string, plan: 'own' | 'all' = 'all'): Range[] {
  const reach = plan === 'own' ? 0 : DAY;
  return union(
    people.flatMap(({ working }) =>
      working
        .filter((one) => Math.abs(minutesSince(day, { day: one.day, minute: 0 })) <= reach)
        .flatMap(({ spans }) =>
          spans.map((span) => ({
            from: minutesSince(day, wallOf(span.from, zone)),
            to: minutesSince(day, wallOf(span.to, zone)),
          })),
        ),
    ),
  );
}

/** From the first hour that anybody works or comes to the last one; a shift over midnight makes a day longer. */
function windowOf(calendar: Calendar, asked: Asked, filled: Filled[]): Range {
  const wanted: Range[] = filled.flatMap(({ seed, work, pieces }) => [
    ...(asked.by === 'week'
      ? clipAll(work, { from: 0, to: DAY })
      : workOf(seed.people, seed.day, calendar.zone, 'own')),
    ...pieces.filter(({ from }) => from >= 0 && from < DAY),
  ]);
  const from = Math.min(...wanted.map((range) => range.from), 9 * 60);
  const to = Math.max(...wanted.map((range) => range.to), 18 * 60);
  const late = asked.by === 'week' ? DAY : 1.5 * DAY;
  return { from: Math.max(0, Math.floor(from / 60) * 60), to: Math.min(late, Math.ceil(to / 60) * 60) };
}

function columnOf(
  calendar: Calendar,
  asked: Asked,
  { seed, work, pieces: all, window }: Filled & { window: Range },
): Column {
  const { day, resourceId } = seed;
  const { zone } = calendar;
  const isHere = (piece: Piece): boolean =>
    resourceId
      ? piece.item.resourceIds.includes(resourceId)
      : seed.people.some(({ staffId }) => staffId === piece.item.staffId);
  const pieces = all.filter((piece) => isHere(piece) && clip(piece, window));
  const holders = resourceId ? [resourceId] : seed.people.map(({ staffId }) => staffId);
  const blocks = calendar.blocks
    .filter((block) => holders.includes(block.resourceId))
    .flatMap((block): Block[] => {
      const range = clip(
        { from: minutesSince(day, wallOf(block.from, zone)), to: minutesSince(day, wallOf(block.to, zone)) },
        window,
      );
      return range
        ? [{ ...range, ...ALONE, blockId: block.blockId, note: block.note, resourceId: block.resourceId }]
        : [];
    });
  const shown = clipAll(work, window);
  const own = (staffId: string) => pieces.filter(({ item }) => item.staffId === staffId);
  const busy = [...pieces.map((piece) => piece.busy), ...blocks];
  const alone = seed.people.length === 1 || resourceId !== null;
  return {
    id: seed.id,
    day,
    staffId: resourceId === null && seed.people.length === 1 ? (seed.people[0]?.staffId ?? null) : null,
    resourceId,
    work: shown,
    off: [...offOf(shown, window), ...breaksOf(shown)].sort((a, b) => a.from - b.from),
    ...beside(pieces, blocks, alone),
    busy,
    free: alone && !resourceId ? freeOf(shown, busy, minutesSince(day, asked.now)) : [],
    // A room is taken or not; of people everybody's hours count.
    booked: resourceId ? total(pieces) : sumOf(seed.people, ({ staffId }) => total(own(staffId))),
    working: resourceId ? total(shown) : sumOf(seed.people, (one) => total(clipAll(workOf([one], day, zone), window))),
  };
}

const ALONE: Lane = { lane: 0, lanes: 1 };

/** Blocked time lies across the column of the one whose it is; where everybody is shown it has its own place. */
function beside(pieces: Piece[], blocks: Block[], alone: boolean): Pick<Column, 'pieces' | 'blocks'> {
  if (alone) return { pieces: inLanes(pieces), blocks };
  const all = inLanes<Piece | Block>([...pieces, ...blocks]);
  return {
    pieces: all.filter((one): one is Piece & Lane => 'bookings' in one),
    blocks: all.filter((one): one is Block => 'blockId' in one),
  };
}

const sumOf = <T>(list: readonly T[], value: (one: T) => number): number =>
  list.reduce((sum, one) => sum + value(one), 0);
