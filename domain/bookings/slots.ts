import { dayNumberOf, type DayNumber, type PlaceClock } from './place-clock.ts';
import type { Day, GroupSession, Slot, SlotFacts, SlotRefusal } from './slot-facts.ts';
import { slotWorld, type SlotWorld } from './slot-world.ts';
import { isRefusal, whoGivesIt, type BookedBy } from './who-gives-it.ts';

/** All free times of a client that begin on these days of the place, in order, each once. */
export function freeSlots(facts: SlotFacts, days: { from: Day; count: number }): Slot[] {
  const from = dayNumberOf(days.from);
  return slotsOn(slotWorld(facts), from, from + days.count - 1);
}

/**
 * Whether a visit can begin at a moment, and who and what it would take. `freeSlots` lists exactly what this grants to a
 * client. Staff may book a walk-in: notice, horizon, grid and limits are the client's; hours and overlaps are everybody's.
 */
export function slotAt(facts: SlotFacts, startsAt: Date, by: BookedBy): { slot: Slot } | { refusal: SlotRefusal } {
  const answer = decide(slotWorld(facts), startsAt.getTime(), by);
  return isRefusal(answer) ? { refusal: answer } : { slot: answer };
}

/**
 * The free times nearest to the one that was wanted, before and after it, in order of time; of two as near, the earlier
 * counts as nearer. Days are gone through outwards up to the horizon, only as far as needed, and at most `reachDays` to
 * either side: as far as the facts were read.
 */
export function nearestSlots(facts: SlotFacts, startsAt: Date, count: number, reachDays = Infinity): Slot[] {
  const world = slotWorld(facts);
  const wantedMs = startsAt.getTime();
  const days = { first: world.clock.dayOf(world.earliestMs), last: world.lastDay };
  const middle = Math.min(Math.max(world.clock.dayOf(wantedMs), days.first), days.last);
  const away = (slot: Slot): number => Math.abs(slot.startsAt.getTime() - wantedMs);
  let found: Slot[] = [];
  for (let reach = 0; count > 0 && reach <= reachDays; reach += 1) {
    for (const day of new Set([middle - reach, middle + reach])) found.push(...slotsOn(world, day, day));
    found = found.sort((a, b) => away(a) - away(b) || +a.startsAt - +b.startsAt).slice(0, count);
    const beyond = leastBeyond({ from: middle - reach, to: middle + reach }, days, wantedMs, world.clock);
    const last = found[count - 1];
    if (beyond === Infinity || (last && away(last) < beyond)) break;
  }
  return found.sort((a, b) => +a.startsAt - +b.startsAt);
}

type Days = { first: DayNumber; last: DayNumber };

/** How near a time can be that is outside of the days gone through; Infinity: there are no more days. */
function leastBeyond(
  done: { from: DayNumber; to: DayNumber },
  days: Days,
  wantedMs: number,
  clock: PlaceClock,
): number {
  const before = done.from > days.first ? wantedMs - clock.beginOf(done.from) : Infinity;
  const after = done.to < days.last ? clock.beginOf(done.to + 1) - wantedMs : Infinity;
  return Math.min(before, after);
}

function slotsOn(world: SlotWorld, from: DayNumber, to: DayNumber): Slot[] {
  const first = Math.max(from, world.clock.dayOf(world.earliestMs));
  const starts = possibleStarts(world, first, Math.min(to, world.lastDay));
  return starts.flatMap((startMs) => {
    const answer = decide(world, startMs, 'client');
    return isRefusal(answer) ? [] : answer;
  });
}

/** On the grid of somebody who gives the first item, or of a group session that is there; in order, each once. */
function possibleStarts(world: SlotWorld, first: DayNumber, last: DayNumber): number[] {
  const { clock, items, facts, stepMs, earliestMs } = world;
  const leastMs = Math.max(earliestMs, clock.beginOf(first));
  const mostMs = clock.beginOf(last + 1);
  const starts = new Set<number>();
  for (const { from } of facts.sessions ?? []) if (leastMs <= from && from < mostMs) starts.add(from);
  for (const { person } of items[0]?.givers ?? [])
    // The shift of the day before may go on over midnight.
    for (let day = first - 1; day <= last; day += 1)
      for (const { from, to } of person.shiftsOf(day)) {
        const skipped = Math.max(0, Math.ceil((leastMs - from) / stepMs));
        for (let ms = from + skipped * stepMs; ms < to && ms < mostMs; ms += stepMs) starts.add(ms);
      }
  return [...starts].sort((a, b) => a - b);
}

/** The one rule: what a client is shown, what is booked, and what is refused. */
function decide(world: SlotWorld, startMs: number, by: BookedBy): Slot | SlotRefusal {
  const outside = by === 'client' ? outsideOf(world, startMs) : null;
  if (outside) return outside;
  if (!world.isGiven) return 'nobody_gives_it';
  const sessions = sessionsAt(world, startMs);
  const open = sessions.find(({ seatsLeft }) => seatsLeft > 0);
  if (open) return seatIn(open);
  const items = whoGivesIt(world, startMs, by);
  if (isRefusal(items)) return sessions.length > 0 ? 'group_full' : items;
  return { startsAt: new Date(startMs), endsAt: items.at(-1)!.endsAt, sessionId: null, items };
}

function outsideOf({ facts, clock, earliestMs, lastDay }: SlotWorld, startMs: number): SlotRefusal | null {
  if (startMs < facts.now.getTime()) return 'past';
  if (startMs < earliestMs) return 'too_soon';
  return clock.dayOf(startMs) > lastDay ? 'too_far' : null;
}

function sessionsAt({ facts, items }: SlotWorld, startMs: number): GroupSession[] {
  const gives = (staffId: string): boolean => items[0]!.givers.some(({ person }) => person.id === staffId);
  return (facts.sessions ?? []).filter(({ from, staffId }) => from === startMs && gives(staffId));
}

function seatIn(session: GroupSession): Slot {
  const startsAt = new Date(session.from);
  const endsAt = new Date(session.to);
  const item = { staffId: session.staffId, resourceIds: [], startsAt, endsAt };
  return { startsAt, endsAt, sessionId: session.id, items: [item] };
}
