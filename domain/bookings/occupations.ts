import { takenOfResource, takenOfStaff } from './service-time.ts';
import type { Slot, Span, VisitItem } from './slot-facts.ts';
import { unionOf } from './spans.ts';

/** What is taken of somebody or something: `resourceId` is a person's or a resource's. */
export type Occupation = { resourceId: string; spans: Span[] };

/**
 * What a booked slot takes: of each person and resource one union of times, buffers included; ids in ascending order,
 * in which rows are locked. A seat in a group session that is there already takes nothing more.
 */
export function occupations(slot: Slot, items: readonly VisitItem[]): Occupation[] {
  if (slot.sessionId !== null) return [];
  const taken = new Map<string, Span[]>();
  const take = (id: string, spans: readonly Span[]): void => {
    taken.set(id, [...(taken.get(id) ?? []), ...spans]);
  };
  slot.items.forEach((given, index) => {
    const time = items[index]?.staff.find(({ id }) => id === given.staffId)?.time;
    if (!time) throw new RangeError(`Item ${index}: expected somebody who gives it, got ${given.staffId}`);
    const startMs = given.startsAt.getTime();
    take(given.staffId, takenOfStaff(time, startMs));
    for (const id of given.resourceIds) take(id, [takenOfResource(time, startMs)]);
  });
  return [...taken]
    .map(([resourceId, spans]) => ({ resourceId, spans: unionOf(spans) }))
    .sort((a, b) => (a.resourceId < b.resourceId ? -1 : 1));
}
