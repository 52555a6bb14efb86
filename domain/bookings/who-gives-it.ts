import { oneOfEach } from './one-of-each.ts';
import type { DayNumber } from './place-clock.ts';
import type { Slot, SlotRefusal } from './slot-facts.ts';
import type { Giver, SlotWorld } from './slot-world.ts';

/** A client's own booking keeps to the grid and the limits; staff know what they do. */
export type BookedBy = 'client' | 'staff';
type Given = Slot['items'][number];

const refusals: readonly SlotRefusal[] = [
  'past',
  'too_soon',
  'too_far',
  'nobody_gives_it',
  'not_working',
  'off_grid',
  'day_full',
  'week_full',
  'staff_busy',
  'resource_busy',
  'group_full',
];

/**
 * Who and what the visit would take; otherwise the refusal of the candidate that got furthest. One person for the whole
 * visit is best; then every way is tried, so that there is an answer whenever there is a way.
 */
export function whoGivesIt(world: SlotWorld, startMs: number, by: BookedBy): Given[] | SlotRefusal {
  const day = world.clock.dayOf(startMs);
  let furthest: SlotRefusal = 'nobody_gives_it';
  for (const way of world.waysOn(day)) {
    /** What cannot be gone on with from an item at a time is not tried again. */
    const hopeless = new Set<string>();
    const fromItem = (index: number, atMs: number): Given[] | null => {
      const givers = way[index];
      if (!givers) return [];
      if (index > 0 && hopeless.has(`${index} ${atMs}`)) return null;
      for (const giver of givers) {
        const given = give({ world, day, by }, index, giver, atMs);
        const rest = isRefusal(given) ? null : fromItem(index + 1, atMs + giver.durationMs);
        if (isRefusal(given)) furthest = further(furthest, given);
        else if (rest) return [given, ...rest];
      }
      if (index > 0) hopeless.add(`${index} ${atMs}`);
      return null;
    };
    const visit = fromItem(0, startMs);
    if (visit) return visit;
  }
  return furthest;
}

type Asked = { world: SlotWorld; day: DayNumber; by: BookedBy };

/**
 * One item by one person at one time. What the same visit takes elsewhere never stands in the way: its items come one
 * after another, and buffers between them are no gaps.
 */
function give({ world, day, by }: Asked, index: number, giver: Giver, atMs: number): Given | SlotRefusal {
  const { person, active, taken, takenOfResource: room } = giver;
  const isClient = by === 'client';
  if (!active.every(({ from, to }) => person.works(atMs + from, atMs + to))) return 'not_working';
  if (isClient && index === 0 && !person.isOnGrid(atMs, world.stepMs)) return 'off_grid';
  const full = isClient ? person.fullOn(day) : null;
  if (full) return full;
  if (!taken.every(({ from, to }) => person.isFree(atMs + from, atMs + to))) return 'staff_busy';
  const isFree = (id: string): boolean => world.isResourceFree(id, atMs + room.from, atMs + room.to);
  const resourceIds = oneOfEach(world.items[index]!.needs, isFree);
  if (!resourceIds) return 'resource_busy';
  return { staffId: person.id, resourceIds, startsAt: new Date(atMs), endsAt: new Date(atMs + giver.durationMs) };
}

const further = (one: SlotRefusal, other: SlotRefusal): SlotRefusal =>
  refusals.indexOf(other) > refusals.indexOf(one) ? other : one;

export const isRefusal = <T>(answer: T | SlotRefusal): answer is SlotRefusal => typeof answer === 'string';
