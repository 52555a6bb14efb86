import type {
  DayInterval,
  DayPlan,
  ResourceFacts,
  ServiceTime,
  Slot,
  SlotFacts,
  SlotRefusal,
  Span,
  StaffFacts,
  VisitItem,
} from '#domain/bookings/slot-facts.ts';
import { freeSlots, slotAt } from '#domain/bookings/slots.ts';
import { wallClockOf } from '#domain/time.ts';
import { atWallClock } from '#domain/time-rules.ts';

/** A small place for tests: on a Wednesday, by a clock without changes, seen from the day before. */
export const wednesday = '2026-06-10';
const zone = 'UTC';

const interval = (text: string): DayInterval => ({ from: text.slice(0, 5), to: text.slice(6) });
export const planOf = (hours: string, breaks = ''): DayPlan => ({
  hours: hours.split(' ').filter(Boolean).map(interval),
  breaks: breaks.split(' ').filter(Boolean).map(interval),
});

export const at = (time: string, day = wednesday): Date => atWallClock(day, time, zone);
const spansOf = (busy: string): Span[] =>
  busy
    .split(' ')
    .filter(Boolean)
    .map(interval)
    .map(({ from, to }) => ({ from: +at(from), to: +at(to) }));

type Told = Partial<Omit<StaffFacts, 'busy' | 'visits'>> & {
  hours?: string;
  breaks?: string;
  busy?: string;
  visits?: readonly Date[];
};

/** Somebody who works from nine to six, unless told otherwise. */
export function person(id: string, { hours = '09:00-18:00', breaks = '', busy = '', visits = [], ...more }: Told = {}) {
  const week = Array<DayPlan>(7).fill(planOf(hours, breaks));
  const limits = { exceptions: [], maxPerDay: null, maxPerWeek: null };
  return { id, week, ...limits, busy: spansOf(busy), visits: visits.map(Number), ...more } satisfies StaffFacts;
}

export const room = (id: string, busy = ''): ResourceFacts => ({ id, busy: spansOf(busy) });

export const minutes = (duration: number, more: Partial<ServiceTime> = {}): ServiceTime => ({
  duration,
  bufferBefore: 0,
  bufferAfter: 0,
  gap: null,
  ...more,
});

/** A service that these people give in the same time. */
export const service = (time: ServiceTime, givers: string, ...needs: string[]): VisitItem => ({
  staff: givers.split(' ').map((id) => ({ id, time })),
  needs: needs.map((list) => list.split(' ')),
});

export function aPlace(told: Partial<SlotFacts> = {}): SlotFacts {
  return {
    now: at('12:00', '2026-06-09'),
    zone,
    rules: { stepMinutes: 60, noticeMinutes: 0, horizonDays: 30 },
    staff: [person('anna')],
    resources: [],
    holidays: [],
    items: [service(minutes(60), 'anna')],
    sessions: null,
    ...told,
  };
}

/** Of one day of the place: when one can come. */
export const timesOf = (facts: SlotFacts, day = wednesday): string =>
  freeSlots(facts, { from: day, count: 1 })
    .map(({ startsAt }) => timeIn(facts.zone, startsAt))
    .join(' ');

export function timeIn(zone: string, instant: Date): string {
  const { hour, minute } = wallClockOf(instant, zone);
  return [hour, minute].map((part) => `${part}`.padStart(2, '0')).join(':');
}

/** A slot as `anna+room 9:00-10:00, ...`, or why there is none. */
export function answerAt(facts: SlotFacts, startsAt: Date, by: 'client' | 'staff' = 'client'): SlotRefusal | string {
  const answer = slotAt(facts, startsAt, by);
  return 'refusal' in answer ? answer.refusal : shownSlot(answer.slot, facts.zone);
}

export const shownSlot = (slot: Slot, of = zone): string =>
  slot.items
    .map(({ staffId, resourceIds, startsAt, endsAt }) => {
      const who = [staffId, ...resourceIds].join('+');
      return `${who} ${timeIn(of, startsAt)}-${timeIn(of, endsAt)}`;
    })
    .join(', ');
