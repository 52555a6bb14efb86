import type { ServiceTime, SlotFacts, SlotRefusal, Span, VisitItem } from '#domain/bookings/slot-facts.ts';
import { all, piecesOf, taken } from './hours.ts';
import { PIECE_MS, plus, type Wall } from './wall.ts';

/** The rules of bookings done the slow way: every piece of five minutes, every person for every item, every room. */
export type Part = { staffId: string; from: number; to: number };
export type OracleSlot = { startMs: number; endMs: number; sessionId: string | null; parts: Part[] };
export type Oracle = ReturnType<typeof oracleOf>;

const MINUTE = 60_000;
const order: readonly SlotRefusal[] = ['past', 'too_soon', 'too_far', 'nobody_gives_it', 'not_working', 'off_grid'];
const later: readonly SlotRefusal[] = ['day_full', 'week_full', 'staff_busy', 'resource_busy', 'group_full'];
const rank = (refusal: SlotRefusal): number => [...order, ...later].indexOf(refusal);

export function oracleOf(facts: SlotFacts, wall: Wall) {
  const people = new Map(
    facts.staff.map((staff) => [staff.id, { ...staff, ...piecesOf(facts, staff, wall) }] as const),
  );
  const rooms = new Map(facts.resources.map(({ id, busy }) => [id, taken(busy, wall)]));
  const now = facts.now.getTime();
  const today = wall.dateOf(now);
  const lastDate = plus(today, facts.rules.horizonDays);
  const givers = facts.items.map((item) => item.staff.filter(({ id }) => people.has(id)));

  function decide(startMs: number, by: 'client' | 'staff'): OracleSlot | SlotRefusal {
    if (by === 'client') {
      if (startMs < now) return 'past';
      if (startMs < now + facts.rules.noticeMinutes * MINUTE) return 'too_soon';
      if (wall.dateOf(startMs) > lastDate) return 'too_far';
    }
    if (givers.length === 0 || givers.some((list) => list.length === 0)) return 'nobody_gives_it';
    const sessions = (facts.sessions ?? []).filter(
      ({ from, staffId }) => from === startMs && givers[0]!.some(({ id }) => id === staffId),
    );
    const open = sessions.find(({ seatsLeft }) => seatsLeft > 0);
    if (open) {
      const parts = [{ staffId: open.staffId, from: open.from, to: open.to }];
      return { startMs, endMs: open.to, sessionId: open.id, parts };
    }
    let worst: SlotRefusal = 'not_working';
    const mayStart = by === 'staff' || givers[0]!.some(({ id }) => people.get(id)!.onGrid[pieceOf(startMs)] === 1);
    if (!mayStart && givers[0]!.some((giver) => whyNot(0, giver.id, startMs, { startMs, by }) === 'off_grid'))
      worst = 'off_grid';
    for (const team of mayStart ? teams(wall.dateOf(startMs)) : []) {
      const answer = together(team, startMs, by);
      if (typeof answer !== 'string')
        return { startMs, endMs: answer[answer.length - 1]!.to, sessionId: null, parts: answer };
      if (rank(answer) > rank(worst)) worst = answer;
    }
    return sessions.length > 0 ? 'group_full' : worst;
  }

  /** Every way to give the items to people on a date, the best first: one for all, then the fairest for each in turn. */
  const teamsOn = new Map<string, string[][]>();
  function teams(date: string): string[][] {
    const known = teamsOn.get(date);
    if (known) return known;
    const fair = givers.map((list) => fairly(date, list));
    let every: string[][] = [[]];
    for (const list of fair) every = every.flatMap((team) => list.map((id) => [...team, id]));
    const alone = (fair[0] ?? []).filter((id) => givers.every((list) => list.some((one) => one.id === id)));
    const all = [...alone.map((id) => givers.map(() => id)), ...every];
    teamsOn.set(date, all);
    return all;
  }

  function fairly(date: string, list: VisitItem['staff']): string[] {
    const keyed = list.map(({ id }, place) => ({ id, key: [...visitsOf(id, date), place] }));
    return keyed.sort((a, b) => compare(a.key, b.key)).map(({ id }) => id);
  }

  /** How many visits somebody has on a date and in its week. */
  function visitsOf(id: string, date: string): [number, number] {
    const dates = people.get(id)!.visits.map((visit) => wall.dateOf(visit));
    const inWeek = dates.filter((other) => wall.weekOf(other) === wall.weekOf(date));
    return [dates.filter((other) => other === date).length, inWeek.length];
  }

  function together(team: readonly string[], startMs: number, by: 'client' | 'staff'): Part[] | SlotRefusal {
    const parts: Part[] = [];
    let from = startMs;
    for (const [index, id] of team.entries()) {
      const time = timeOf(index, id);
      const refusal = whyNot(index, id, from, { startMs, by });
      if (refusal) return refusal;
      parts.push({ staffId: id, from, to: from + time.duration * MINUTE });
      from += time.duration * MINUTE;
    }
    return parts;
  }

  function whyNot(
    index: number,
    id: string,
    from: number,
    { startMs, by }: { startMs: number; by: string },
  ): SlotRefusal | null {
    const person = people.get(id)!;
    const time = timeOf(index, id);
    if (!spans(time, from, 'active').every((span) => all(person.works, wall, span, 1))) return 'not_working';
    if (by === 'client' && index === 0 && person.onGrid[pieceOf(from)] !== 1) return 'off_grid';
    const [onDay, inWeek] = visitsOf(id, wall.dateOf(startMs));
    if (by === 'client' && person.maxPerDay !== null && onDay + 1 > person.maxPerDay) return 'day_full';
    if (by === 'client' && person.maxPerWeek !== null && inWeek + 1 > person.maxPerWeek) return 'week_full';
    if (!spans(time, from, 'taken').every((span) => all(person.busy, wall, span, 0))) return 'staff_busy';
    return canHaveRooms(facts.items[index]!.needs, roomSpan(time, from), []) ? null : 'resource_busy';
  }

  function canHaveRooms(needs: VisitItem['needs'], span: Span, had: readonly string[]): boolean {
    const [need, ...rest] = needs;
    if (!need) return true;
    return need.some((id) => isRoomFree(id, span) && !had.includes(id) && canHaveRooms(rest, span, [...had, id]));
  }

  const isRoomFree = (id: string, span: Span): boolean => rooms.has(id) && all(rooms.get(id)!, wall, span, 0);
  const timeOf = (index: number, id: string): ServiceTime =>
    facts.items[index]!.staff.find((one) => one.id === id)!.time;

  /** A moment within a piece has no number of its own. */
  const pieceOf = (ms: number): number => (ms - wall.startMs) / PIECE_MS;

  /** Whether the rooms that were chosen for an item will do. */
  function roomsWillDo(index: number, part: Part, ids: readonly string[]): boolean {
    const { needs } = facts.items[index]!;
    const span = roomSpan(timeOf(index, part.staffId), part.from);
    const isFitting = needs.every((need, at) => need.includes(ids[at]!) && isRoomFree(ids[at]!, span));
    return isFitting && ids.length === needs.length && new Set(ids).size === ids.length;
  }

  /** Every time a client can have on some dates, by asking about each piece of time. */
  function free(dates: readonly string[]): OracleSlot[] {
    const found: OracleSlot[] = [];
    const wanted = new Set(dates);
    for (let piece = 0; piece < wall.pieces; piece += 1) {
      if (!wanted.has(wall.dates[piece]!)) continue;
      const answer = decide(wall.startMs + piece * PIECE_MS, 'client');
      if (typeof answer !== 'string') found.push(answer);
    }
    return found;
  }

  /** What a visit takes of each, piece by piece. */
  function takes(parts: readonly (Part & { roomIds: readonly string[] })[]): Map<string, Span[]> {
    const taken = new Map<string, Span[]>();
    const add = (id: string, more: Span[]) => taken.set(id, [...(taken.get(id) ?? []), ...more]);
    parts.forEach(({ staffId, from, roomIds }, index) => {
      add(staffId, spans(timeOf(index, staffId), from, 'taken'));
      for (const id of roomIds) add(id, [roomSpan(timeOf(index, staffId), from)]);
    });
    return taken;
  }

  return { decide, free, roomsWillDo, takes, today, lastDate };
}

/** The person works before and after the gap; what is taken of their time has the buffers too. */
function spans(
  { duration, bufferBefore, bufferAfter, gap }: ServiceTime,
  from: number,
  what: 'active' | 'taken',
): Span[] {
  const [before, after] = what === 'taken' ? [bufferBefore, bufferAfter] : [0, 0];
  const minutes: [number, number][] = gap
    ? [
        [-before, gap.from],
        [gap.from + gap.minutes, duration + after],
      ]
    : [[-before, duration + after]];
  return minutes.map(([begin, end]) => ({ from: from + begin * MINUTE, to: from + end * MINUTE }));
}

const roomSpan = ({ duration, bufferBefore, bufferAfter }: ServiceTime, from: number): Span => ({
  from: from - bufferBefore * MINUTE,
  to: from + (duration + bufferAfter) * MINUTE,
});

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing === -1 ? 0 : a[differing]! - b[differing]!;
}
