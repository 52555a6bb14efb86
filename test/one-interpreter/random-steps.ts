import fc from 'fast-check';
import { button, CHILD, condition, duration, filterOf, heardEvent, ownField, tag, timeOfDay } from './random-parts.ts';

/** One step before it has a name: its type and config, and its ways out, the first of which is the straight one. */
export type RandomStep = { type: string; config: Record<string, unknown>; ways: readonly string[] };

const step = (
  type: string,
  config: fc.Arbitrary<Record<string, unknown>>,
  ...ways: string[]
): fc.Arbitrary<RandomStep> => config.map((made) => ({ type, config: withoutUndefined(made), ways }));
const withoutUndefined = (config: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const both = (text: fc.Arbitrary<string>) => text.map((en) => ({ ru: `По-русски: ${en}`, en }));
const text = both(
  fc.constantFrom(
    'Hello',
    'Hello, {{ contact.firstName }}',
    'You have {{ contact.ordersPaid }} orders & more',
    'Your size is {{ contact.fields.size | default: "unknown" }}',
  ),
);
const label = (id: string) => ({ id, label: { ru: `кнопка ${id}`, en: `button ${id}` } });
const messageClass = fc.constantFrom('service', 'marketing');

const value = fc.oneof(
  fc.record({ kind: fc.constant('text'), text: fc.constantFrom('Anna B', 'L', '{{ contact.name }}!') }),
  fc.record({ kind: fc.constant('number'), number: fc.integer({ min: 0, max: 5 }) }),
  fc.record({
    kind: fc.constant('field'),
    path: fc.constantFrom('contact.language', 'contact.ordersPaid', 'contact.note'),
  }),
  fc.record({
    kind: fc.constant('sum'),
    path: fc.constant('contact.ordersPaid'),
    add: fc.integer({ min: -2, max: 3 }),
  }),
  fc.record({ kind: fc.constant('now') }),
  fc.record({ kind: fc.constant('nothing') }),
);

const offset = fc.constantFrom('P0D', 'PT0S', '-PT2H', '-P1D', 'PT30M', 'P1D');
const window = fc.constantFrom<{ days: number[]; from: string; to: string }>(
  { days: [], from: '09:00', to: '18:00' },
  { days: [1, 2, 3], from: '02:00', to: '03:00' },
  { days: [6, 7], from: '22:00', to: '23:00' },
);
const days = fc.subarray([1, 2, 3, 4, 5, 6, 7]);
const until = fc.oneof(
  fc.record({ kind: fc.constant('clock'), days, time: timeOfDay }),
  fc.record({
    kind: fc.constant('date'),
    reference: fc.constantFrom('order.pickupAt', 'contact.birthday', 'contact.lastOrderAt'),
    offset,
  }),
);
const waitUntil: fc.Arbitrary<RandomStep> = fc
  .record({
    until,
    window: maybe(window),
    ifPast: fc.constantFrom('branch', 'go_on', 'end'),
    grace: fc.constantFrom('PT1H', 'PT5M'),
  })
  .map((config) => ({
    type: 'wait-until',
    config: withoutUndefined(config),
    ways: config.until.kind === 'date' && config.ifPast === 'branch' ? ['next', 'past'] : ['next'],
  }));

const wait = step('wait', fc.record({ duration }), 'next');
const waitForEvent = step(
  'wait-for-event',
  heardEvent.chain((event) =>
    fc.record({
      event: fc.constant(event),
      filter: filterOf(event),
      timeout: duration,
      others: fc.array(
        heardEvent.map((other) => ({ event: other })),
        { maxLength: 1 },
      ),
    }),
  ),
  'happened',
  'timeout',
);
const ask = step(
  'ask',
  fc.record({
    question: both(fc.constantFrom('How was it?', '<b>Which</b> size, {{ contact.firstName }}?')),
    answer: fc.constantFrom('text', 'number', 'phone', 'email', 'date', 'choice', 'rating'),
    options: fc.constant(['yes', 'no'].map(label)),
    retry: both(fc.constant('Once more, please')),
    retries: fc.integer({ min: 0, max: 2 }),
    timeout: duration,
    saveTo: maybe(fc.constantFrom('note', 'fields.size', 'email')),
    class: messageClass,
  }),
  'answered',
  'invalid',
  'timeout',
);
const sendMessage = step(
  'send-message',
  fc.record({
    text,
    format: fc.constantFrom('plain', 'html'),
    buttons: fc.uniqueArray(button, { maxLength: 2 }).map((ids) => ids.map(label)),
    class: messageClass,
  }),
  'next',
);

/** The address says whose call it is, so that the prepared door knows the answer. Tried once: the story says the end of it. */
const callHttp = step(
  'call-http',
  fc.record({
    method: fc.constantFrom('GET', 'POST'),
    url: fc.constant('https://example.com/{{ contact.id }}'),
    retries: fc.constant(0),
    take: fc.constantFrom([], [{ path: 'a.b', as: 'taken' }]),
  }),
  'ok',
  'error',
);
const runAutomation: fc.Arbitrary<RandomStep> = fc.record({ wait: fc.boolean(), timeout: duration }).map((config) => ({
  type: 'run-automation',
  config: { ...config, automation: CHILD },
  ways: config.wait ? ['finished', 'timeout'] : ['next'],
}));

/** Steps at which time passes: a loop needs one. */
export const waitingStep: fc.Arbitrary<RandomStep> = fc.oneof(wait, waitForEvent, ask, waitUntil);

export const anyStep: fc.Arbitrary<RandomStep> = fc.oneof(
  { weight: 7, arbitrary: sendMessage },
  { weight: 2, arbitrary: ask },
  { weight: 3, arbitrary: wait },
  { weight: 3, arbitrary: waitUntil },
  { weight: 3, arbitrary: waitForEvent },
  { weight: 2, arbitrary: step('if', fc.record({ condition }), 'yes', 'no') },
  {
    weight: 1,
    arbitrary: step(
      'switch',
      fc.tuple(condition, condition).map(([one, two]) => ({
        cases: [
          { id: 'a', name: 'A', condition: one },
          { id: 'b', name: 'B', condition: two },
        ],
      })),
      'otherwise',
      'a',
      'b',
    ),
  },
  {
    weight: 1,
    arbitrary: step(
      'split',
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 })).map(([one, two]) => ({
        ways: [
          { id: 'a', name: 'A', weight: one },
          { id: 'b', name: 'B', weight: two },
        ],
      })),
      'a',
      'b',
    ),
  },
  { weight: 2, arbitrary: step('tag', fc.record({ tag }), 'next') },
  { weight: 1, arbitrary: step('remove-tag', fc.record({ tag }), 'next') },
  {
    weight: 2,
    arbitrary: step(
      'update-contact',
      fc.record({
        field: fc.oneof(ownField, fc.constantFrom('name', 'note', 'language', 'consent', 'birthday', 'phone')),
        value,
      }),
      'next',
    ),
  },
  {
    weight: 1,
    arbitrary: step('set-variable', fc.record({ name: fc.constantFrom('discount', 'seen'), value }), 'next'),
  },
  {
    weight: 1,
    arbitrary: step(
      'create-task',
      fc.record({ title: fc.constant('Call {{ contact.name }}'), within: maybe(duration) }),
      'next',
    ),
  },
  {
    weight: 1,
    arbitrary: step('notify-staff', fc.record({ text: fc.constant('{{ contact.name }} is here') }), 'next'),
  },
  { weight: 1, arbitrary: step('goal', fc.record({ goal: fc.constantFrom('bought again', 'answered') }), 'next') },
  { weight: 1, arbitrary: callHttp },
  { weight: 1, arbitrary: runAutomation },
);
