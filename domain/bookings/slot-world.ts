import { activeParts, endOf, takenOfResource, takenOfStaff } from './service-time.ts';
import { personOf, remembered, type Person } from './person.ts';
import { placeClock, type DayNumber, type PlaceClock } from './place-clock.ts';
import type { ServiceTime, SlotFacts, Span } from './slot-facts.ts';
import { meets, unionOf } from './spans.ts';

export const MINUTE_MS = 60_000;

/** Somebody who can give a service, with what it takes of their own time, counted from its beginning. */
export type Giver = {
  person: Person;
  durationMs: number;
  active: readonly Span[];
  taken: readonly Span[];
  takenOfResource: Span;
};
export type WorldItem = { givers: readonly Giver[]; needs: readonly (readonly string[])[] };
/** For each item of a visit those who may be asked for it, the one who should be asked first in front. */
export type Way = readonly (readonly Giver[])[];

/** The facts in the form in which a thousand times are asked about them. */
export type SlotWorld = {
  facts: SlotFacts;
  clock: PlaceClock;
  stepMs: number;
  /** The first moment and the last day that a client can book. */
  earliestMs: number;
  lastDay: DayNumber;
  items: readonly WorldItem[];
  /** Whether each item has somebody who gives it. */
  isGiven: boolean;
  /** What is tried for a visit that begins on a day, the best first: one person for all, then whoever can. */
  waysOn: (day: DayNumber) => readonly Way[];
  isResourceFree: (id: string, from: number, to: number) => boolean;
};

export function slotWorld(facts: SlotFacts): SlotWorld {
  const { rules, now, zone, holidays } = facts;
  if (!(rules.stepMinutes > 0)) throw new RangeError(`Step of slots: expected minutes, got ${rules.stepMinutes}`);
  const clock = placeClock(zone);
  const people = new Map(facts.staff.map((staff) => [staff.id, personOf(staff, holidays, clock)]));
  const busy = new Map(facts.resources.map((resource) => [resource.id, unionOf(resource.busy)]));
  const items = facts.items.map(({ staff, needs }) => ({
    givers: staff.flatMap(({ id, time }) => {
      const person = people.get(id);
      return person ? [giverOf(person, time)] : [];
    }),
    needs,
  }));
  return {
    facts,
    clock,
    stepMs: rules.stepMinutes * MINUTE_MS,
    earliestMs: now.getTime() + rules.noticeMinutes * MINUTE_MS,
    lastDay: clock.dayOf(now.getTime()) + rules.horizonDays,
    items,
    isGiven: items.length > 0 && items.every(({ givers }) => givers.length > 0),
    waysOn: remembered((day) => waysOf(items, day)),
    isResourceFree: (id, from, to) => {
      const taken = busy.get(id);
      return taken !== undefined && !meets(taken, from, to);
    },
  };
}

const giverOf = (person: Person, time: ServiceTime): Giver => ({
  person,
  durationMs: endOf(time, 0),
  active: activeParts(time, 0),
  taken: takenOfStaff(time, 0),
  takenOfResource: takenOfResource(time, 0),
});

function waysOf(items: readonly WorldItem[], day: DayNumber): Way[] {
  const everybody = items.map(({ givers }) => [...givers].sort((a, b) => fairness(a.person, b.person, day)));
  // Of one item, everybody is one for all.
  if (everybody.length < 2) return [everybody];
  const alone = everybody[0]!.map(({ person }) =>
    everybody.map((givers) => givers.filter((one) => one.person === person)),
  );
  return [...alone.filter((way) => way.every((givers) => givers.length > 0)), everybody];
}

/** Who has fewer visits on the day comes first, then who has fewer in its week; then the order in the list stays. */
const fairness = (a: Person, b: Person, day: DayNumber): number =>
  a.visitsOn(day) - b.visitsOn(day) || a.visitsInWeekOf(day) - b.visitsInWeekOf(day);
