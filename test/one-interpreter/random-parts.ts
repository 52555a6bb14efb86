import fc from 'fast-check';
import type { Condition } from '#automation/conditions.ts';
import type { EventType } from '#domain/events.ts';

/** What random automations and random stories share, so that they are about the same things. */

export const DURATIONS = ['PT1M', 'PT5M', 'PT10M', 'PT30M', 'PT1H', 'PT2H', 'PT12H', 'P1D', 'P2D', 'P3D'] as const;
/** Stands in a random automation for the one that it may start. */
export const CHILD = '00000000-0000-7000-8003-000000000000';

export const duration = fc.constantFrom(...DURATIONS);
export const tag = fc.constantFrom('vip', 'new', 'bread');
export const button = fc.constantFrom('yes', 'no');
export const WORDS = ['hours', 'yes', '4', 'anna@example.com', '+79991234567', '2030-04-02', 'something else'] as const;
export const PAYLOADS = ['spring', 'card'] as const;
export const timeOfDay = fc.constantFrom('00:00', '02:30', '08:00', '10:00', '18:30', '22:00');
export const ownField = fc.constantFrom('fields.size', 'fields.colour');

/** Events that may happen in a story by themselves. */
export const STORY_EVENTS = [
  'chat.message',
  'contact.started',
  'contact.tagged',
  'contact.untagged',
  'contact.changed',
  'contact.stopped',
  'contact.resumed',
  'order.placed',
  'order.paid',
  'order.moved',
  'order.cancelled',
  'order.pickup_moved',
  'payment.declined',
  'task.done',
] as const satisfies readonly EventType[];

/** What a chain can start on, wait for, or leave by. */
export const heardEvent = fc.constantFrom<EventType>(
  ...STORY_EVENTS.filter((type) => type !== 'contact.stopped'),
  'chat.button',
  'automation.goal',
  'task.created',
);

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom('contact.ordersPaid', 'contact.spentMinor'),
    is: fc.constantFrom('greater', 'at_least', 'less', 'at_most', 'equal'),
    value: fc.constantFrom(0, 1, 3, 100_000),
  }),
  fc.record({ field: fc.constant('contact.tags'), is: fc.constantFrom('contains', 'not_contains'), value: tag }),
  fc.record({
    field: fc.constantFrom('contact.phone', 'contact.email', 'contact.note', 'contact.birthday'),
    is: fc.constantFrom('known', 'unknown'),
  }),
  fc.record({
    field: fc.constant('contact.language'),
    is: fc.constantFrom('equal', 'not_equal'),
    value: fc.constantFrom('ru', 'en'),
  }),
  fc.record({ field: fc.constant('contact.consent'), is: fc.constant('equal'), value: fc.boolean() }),
  fc.record({
    field: fc.constantFrom('contact.since', 'contact.lastOrderAt'),
    is: fc.constantFrom('older_than', 'newer_than'),
    value: duration,
  }),
  fc.record({
    field: fc.constant('contact.fields.size'),
    is: fc.constantFrom('equal', 'contains'),
    value: fc.constantFrom('L', '4'),
  }),
) as fc.Arbitrary<Condition>;

/** A condition over what is always known of a client. */
export const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.record({ all: fc.array(leaf, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ any: fc.array(leaf, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ not: leaf }) },
);

/** A condition on the fields of one event, as a wait and an exit name them; undefined: any such event. */
export function filterOf(event: EventType): fc.Arbitrary<Condition | undefined> {
  const own = filters[event];
  return own ? fc.option(own as fc.Arbitrary<Condition>, { nil: undefined }) : fc.constant(undefined);
}

const filters: Partial<Record<EventType, fc.Arbitrary<unknown>>> = {
  'chat.message': fc.record({
    field: fc.constant('text'),
    is: fc.constant('contains'),
    value: fc.constantFrom('hours', 'e'),
  }),
  'contact.tagged': fc.record({ field: fc.constant('tag'), is: fc.constantFrom('equal', 'not_equal'), value: tag }),
  'contact.changed': fc.record({
    field: fc.constant('field'),
    is: fc.constant('equal'),
    value: fc.constantFrom('name', 'note'),
  }),
  'order.moved': fc.record({
    field: fc.constant('to'),
    is: fc.constant('equal'),
    value: fc.constantFrom('shipped', 'delivered'),
  }),
  'order.paid': fc.record({
    field: fc.constant('totalMinor'),
    is: fc.constant('greater'),
    value: fc.constantFrom(1, 1_000_000),
  }),
};
