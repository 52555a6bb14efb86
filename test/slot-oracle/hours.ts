import type { DayInterval, DayPlan, SlotFacts, Span, StaffFacts } from '#domain/bookings/slot-facts.ts';
import { PIECE_MS, type Wall } from './wall.ts';

/** A person's time, piece by piece. */
export type PersonPieces = { works: Uint8Array; onGrid: Uint8Array; busy: Uint8Array };

export function piecesOf(facts: SlotFacts, staff: StaffFacts, wall: Wall): PersonPieces {
  const works = new Uint8Array(wall.pieces);
  const onGrid = new Uint8Array(wall.pieces);
  const step = (facts.rules.stepMinutes * 60_000) / PIECE_MS;
  for (let index = 0; index + 1 < wall.days.length; index += 1) {
    const [day, next] = [wall.days[index]!, wall.days[index + 1]!];
    const plan = planOn(facts, staff, day);
    const shifts = plan.hours.map((hours) => shown(hours, [day, next], wall));
    plan.hours.forEach((hours, at) => {
      const after = wall.days[index + 2] ?? next;
      const rests = plan.breaks.flatMap((rest) => [
        shown(rest, [day, next], wall),
        // A shift that goes on over midnight has the breaks of the next day too.
        ...(hours.to <= hours.from ? [shown(rest, [next, after], wall)] : []),
      ]);
      const { from, to } = shifts[at]!;
      for (let ms = from; ms < to; ms += PIECE_MS)
        if (!rests.some((rest) => rest.from <= ms && ms < rest.to)) works[(ms - wall.startMs) / PIECE_MS] = 1;
    });
    for (const { from } of shifts) markGrid(onGrid, { from, shifts, step }, wall);
  }
  return { works, onGrid, busy: taken(staff.busy, wall) };
}

/** From where a stretch of shifts that overlap or touch begins, every so many pieces to its end. */
function markGrid(
  onGrid: Uint8Array,
  { from, shifts, step }: { from: number; shifts: readonly Span[]; step: number },
  wall: Wall,
): void {
  const isOpen = (ms: number): boolean => shifts.some((shift) => shift.from <= ms && ms < shift.to);
  if (isOpen(from - 1)) return;
  for (let ms = from; isOpen(ms); ms += PIECE_MS)
    if (((ms - from) / PIECE_MS) % step === 0) onGrid[(ms - wall.startMs) / PIECE_MS] = 1;
}

export function taken(spans: readonly Span[], wall: Wall): Uint8Array {
  const pieces = new Uint8Array(wall.pieces);
  for (const { from, to } of spans)
    for (let ms = from; ms < to; ms += PIECE_MS) pieces[(ms - wall.startMs) / PIECE_MS] = 1;
  return pieces;
}

/** Whether every piece that a span touches is (or is not) marked. The span may begin within a piece. */
export function all(pieces: Uint8Array, wall: Wall, { from, to }: Span, marked: 0 | 1): boolean {
  for (let ms = from - ((from - wall.startMs) % PIECE_MS); from < to && ms < to; ms += PIECE_MS)
    if (pieces[(ms - wall.startMs) / PIECE_MS] !== marked) return false;
  return true;
}

/** Own days off and on, then the holidays of the place, then the week. */
function planOn(facts: SlotFacts, staff: StaffFacts, day: string): DayPlan {
  for (const exception of [...staff.exceptions, ...facts.holidays])
    if (day >= exception.from && day <= exception.to) return exception.plan;
  return staff.week[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}

function shown({ from, to }: DayInterval, [day, next]: readonly [string, string], wall: Wall): Span {
  return { from: wall.instantOf(day, from), to: wall.instantOf(to <= from ? next : day, to) };
}
