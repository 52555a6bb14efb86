import { describe, expect, it } from '@jest/globals';
import { aPlace, at, minutes, person, room, service, timeIn } from '#test/slot-oracle/a-place.ts';
import { occupations } from './occupations.ts';
import type { SlotFacts, VisitItem } from './slot-facts.ts';
import { slotAt } from './slots.ts';

const staff = [person('boris'), person('anna')];
const resources = [room('chair'), room('basin')];

/** What a visit at ten takes. */
function taken(items: VisitItem[], more: Partial<SlotFacts> = {}): string[] {
  const answer = slotAt(aPlace({ staff, resources, items, ...more }), at('10:00'), 'client');
  if ('refusal' in answer) throw new Error(answer.refusal);
  const shown = (ms: number): string => timeIn('UTC', new Date(ms));
  return occupations(answer.slot, items).map(
    ({ resourceId, spans }) => `${resourceId}: ${spans.map(({ from, to }) => `${shown(from)}-${shown(to)}`).join(' ')}`,
  );
}

describe('a booked visit takes', () => {
  it('people and rooms with the buffers, in the order of their ids', () => {
    const time = minutes(60, { bufferBefore: 5, bufferAfter: 15 });
    expect(taken([service(time, 'boris', 'chair', 'basin')])).toEqual([
      'basin: 09:55-11:15',
      'boris: 09:55-11:15',
      'chair: 09:55-11:15',
    ]);
  });

  it('the person before and after a gap, the room all the time', () => {
    const time = minutes(120, { gap: { from: 30, minutes: 60 }, bufferAfter: 10 });
    expect(taken([service(time, 'anna', 'chair')])).toEqual(['anna: 10:00-10:30 11:30-12:10', 'chair: 10:00-12:10']);
  });

  it('each once, where the services of the visit meet', () => {
    const time = minutes(30, { bufferBefore: 10, bufferAfter: 10 });
    expect(taken([service(time, 'anna', 'chair'), service(time, 'anna', 'chair')])).toEqual([
      'anna: 09:50-11:10',
      'chair: 09:50-11:10',
    ]);
    expect(taken([service(time, 'anna'), service(time, 'boris'), service(time, 'anna')])).toEqual([
      'anna: 09:50-10:40 10:50-11:40',
      'boris: 10:20-11:10',
    ]);
  });

  it('nothing more for one more seat in a group', () => {
    const sessions = [{ id: 'yoga', staffId: 'anna', from: +at('10:00'), to: +at('11:00'), seatsLeft: 1 }];
    expect(taken([service(minutes(60), 'anna', 'chair')], { sessions })).toEqual([]);
  });

  it('what can be taken at the same time by nobody else, and after it by everybody', () => {
    const items = [service(minutes(60, { bufferAfter: 30 }), 'anna', 'chair')];
    const facts = aPlace({ staff, resources, items });
    const first = slotAt(facts, at('10:00'), 'client');
    if ('refusal' in first) throw new Error(first.refusal);
    const busy = new Map(occupations(first.slot, items).map(({ resourceId, spans }) => [resourceId, spans]));
    const later: SlotFacts = {
      ...facts,
      staff: staff.map((one) => ({ ...one, busy: busy.get(one.id) ?? [] })),
      resources: resources.map((one) => ({ ...one, busy: busy.get(one.id) ?? [] })),
    };
    expect(slotAt(later, at('10:00'), 'staff')).toEqual({ refusal: 'staff_busy' });
    expect(slotAt(later, at('11:29'), 'staff')).toEqual({ refusal: 'staff_busy' });
    expect(slotAt(later, at('11:30'), 'staff')).toHaveProperty('slot');
  });
});
