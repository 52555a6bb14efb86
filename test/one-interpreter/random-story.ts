import fc from 'fast-check';
import type { AutomationDocument } from '#automation/document.ts';
import type { StoryInput } from '#automation/simulate/story.ts';
import { addDuration } from '#domain/time.ts';
import { PAYLOADS, STORY_EVENTS, tag, WORDS } from './random-parts.ts';

type StoryEvent = NonNullable<StoryInput['events']>[number];
type Answer = NonNullable<StoryInput['answers']>[number];

/** Just before the clocks of Europe change, so that days of 23 hours are among the waits. */
export const START = new Date('2030-03-28T06:00:00.000Z');
export const LAST = 'P8D';
const MINUTE_MS = 60_000;
/** Waits are multiples of minutes too, so that some events come at the very end of one. */
const FIRST_HOUR_STEP_MINUTES = 5;
const FIRST_DAYS_HOURS = 5 * 24;

/** What happens to one client while the automation is theirs: events, answers, a few pauses, caps. */
export function randomStory(document: AutomationDocument, child: AutomationDocument | null): fc.Arbitrary<StoryInput> {
  const nodes = [...document.nodes, ...(child?.nodes ?? [])];
  return fc
    .record({
      contact: randomContact(),
      caps: randomCaps(),
      order: fc.option(randomOrder(), { nil: null, freq: 4 }),
      moments: fc.oneof(
        fc.uniqueArray(gridMinutes(), { maxLength: 4 }),
        fc.uniqueArray(gridMinutes(), { minLength: 4, maxLength: 12 }),
      ),
      kinds: fc.array(fc.tuple(fc.constantFrom(...kindsFor(document)), fc.nat(5), tag), {
        minLength: 12,
        maxLength: 12,
      }),
      answers: randomAnswers(nodes),
      calls: randomCalls(nodes),
      pauses: randomPauses(),
    })
    .map((made) => {
      const moments = [...made.moments].sort((one, other) => one - other);
      const events = moments.map((minutes, index) => {
        const [kind, pick, word] = made.kinds[index] ?? ['chat.message', 0, 'vip'];
        return eventOf(kind, { at: new Date(START.getTime() + minutes * MINUTE_MS), pick, word });
      });
      return {
        start: START.toISOString(),
        last: LAST,
        contact: made.contact,
        business: { timeZone: 'Europe/Berlin', caps: made.caps },
        order: made.order,
        events: made.order ? events : events.filter(({ type }) => !/^(order|payment)\./.test(type)),
        answers: made.answers,
        calls: made.calls,
        pauses: made.pauses,
      };
    });
}

/** On a grid, so that the stories of a batch share the moments at which time stops. */
const gridMinutes = () =>
  fc.oneof(
    fc.nat(11).map((step) => (step + 1) * FIRST_HOUR_STEP_MINUTES),
    fc.nat(FIRST_DAYS_HOURS - 1).map((hours) => (hours + 1) * 60),
  );

const randomContact = () =>
  fc.record({
    name: fc.constantFrom('Anna K', 'Boris & Co'),
    language: fc.constantFrom('ru' as const, 'en' as const),
    tags: fc.uniqueArray(tag, { maxLength: 2 }),
    ordersPaid: fc.nat(3),
    spentMinor: fc.constantFrom(0, 100_000),
    timeZone: fc.constantFrom('Europe/Berlin', 'Europe/Moscow', 'America/New_York', 'Asia/Kolkata'),
    birthday: fc.constantFrom(null, '1990-03-30', '1990-03-30', '1988-04-01', '2030-03-31', '1992-02-29'),
    consent: fc.constantFrom(true, true, true, false),
    since: fc.constantFrom('2026-12-01T00:00:00.000Z', '2030-03-28T01:00:00.000Z'),
    lastOrderAt: fc.constantFrom(null, '2030-03-27T20:00:00.000Z', '2030-03-29T10:00:00.000Z'),
    fields: fc.constantFrom({}, { size: 'L' }),
  });

/** A day's caps and a week's, as the settings of a business have them. */
const randomCaps = () => {
  const cap = (kind: 'service' | 'marketing', hours: 24 | 168, most: number) => ({ class: kind, hours, most });
  return fc.constantFrom<ReturnType<typeof cap>[]>(
    [],
    [],
    [cap('service', 24, 1)],
    [cap('marketing', 24, 1), cap('marketing', 168, 3)],
    [cap('service', 24, 2), cap('service', 168, 4), cap('marketing', 24, 2)],
  );
};

const pickupAt = () => fc.nat(7 * 24).map((hours) => new Date(START.getTime() + hours * 60 * MINUTE_MS).toISOString());
const randomOrder = () =>
  fc.record({
    totalMinor: fc.constantFrom(100_000, 2_000_000),
    state: fc.constantFrom('new', 'paid'),
    pickupAt: fc.option(pickupAt(), { nil: null, freq: 4 }),
    placedAt: fc.constant('2030-03-27T12:00:00.000Z'),
    paidAt: fc.constantFrom(null, '2030-03-27T12:05:00.000Z'),
  });

/** The event that starts the automation comes more often than others. */
function kindsFor({ trigger, settings }: AutomationDocument): string[] {
  const wanted = {
    event: String(trigger.config['event']),
    message: 'chat.message',
    keyword: 'chat.message',
    'deep-link': 'contact.started',
    manual: 'automation.started',
  }[trigger.type];
  const storied = (type: string | undefined): string[] =>
    type !== undefined && (type === 'automation.started' || STORY_EVENTS.some((one) => one === type)) ? [type] : [];
  const often = storied(wanted);
  return [
    ...STORY_EVENTS,
    ...often,
    ...often,
    ...often,
    ...often,
    ...often,
    ...often,
    ...settings.exitOn.flatMap(({ event }) => storied(event)),
  ];
}

function eventOf(type: string, about: { at: Date; pick: number; word: string }): StoryEvent {
  const { at, pick, word } = about;
  const moment = at.toISOString();
  const of = <T>(list: readonly T[]): T => list[pick % list.length] as T;
  const event = (
    data: Record<string, unknown>,
    more: { contact?: Record<string, unknown>; order?: Record<string, unknown> } = {},
  ) => ({ at: moment, type, data, ...more }) as StoryEvent;
  const order = { number: 1024, totalMinor: 100_000, currency: 'RUB', pieces: 1, first: pick === 0 };
  switch (type) {
    case 'chat.message':
      return event({ text: of([...WORDS]) });
    case 'contact.started':
      return event({ payload: of([...PAYLOADS, null]), first: pick === 0 });
    case 'contact.tagged':
      return event({ tag: word }, { contact: { tags: [word] } });
    case 'contact.untagged':
      return event({ tag: word }, { contact: { tags: [] } });
    case 'contact.changed':
      return changed(moment, pick);
    case 'order.paid':
      return event(
        { ...order, late: false },
        { order: { state: 'paid', paidAt: moment }, contact: { ordersPaid: 2, lastOrderAt: moment } },
      );
    case 'order.moved': {
      const to = of(['shipped', 'delivered', 'processing']);
      return event(
        { ...order, from: 'paid', to },
        { order: { state: to, ...(to === 'delivered' ? { deliveredAt: moment } : {}) } },
      );
    }
    case 'order.cancelled':
      return event({ ...order, reason: 'changed their mind' }, { order: { state: 'cancelled' } });
    case 'order.pickup_moved': {
      const pickup = addDuration(START, of(['P1D', 'PT3H', 'P3D', 'P6D', 'P2D', 'P4D']), 'UTC').toISOString();
      return event({ ...order, pickupAt: pickup }, { order: { pickupAt: pickup } });
    }
    case 'order.placed':
      return event(order);
    case 'payment.declined':
      return event({ reason: 'insufficient_funds' });
    case 'task.done':
      return event({ taskId: '00000000-0000-7000-8000-00000000000a', title: 'Call' });
    case 'automation.started':
      return event({ by: 'owner', parentRunId: null });
    default:
      return event({});
  }
}

function changed(at: string, pick: number): StoryEvent {
  const changes = [
    ['name', 'Vera M'],
    ['note', 'likes rye'],
    ['birthday', '1985-04-02'],
    ['phone', '+79991112233'],
    ['language', 'ru'],
    ['consent', true],
  ] as const;
  const [field, value] = changes[pick % changes.length] ?? changes[0];
  return { at, type: 'contact.changed', data: { field, value: String(value) }, contact: { [field]: value } };
}

function randomAnswers(nodes: AutomationDocument['nodes']): fc.Arbitrary<Answer[]> {
  const asked = nodes.filter(
    ({ type, config }) => type === 'ask' || (type === 'send-message' && (config['buttons'] as unknown[]).length > 0),
  );
  if (asked.length === 0) return fc.constant([]);
  const answer = fc.constantFrom(...asked).chain((node) => {
    const said = fc.constantFrom(...WORDS).map((text) => ({ text }));
    const kind = node.config['answer'];
    const pressed =
      kind === 'rating'
        ? fc.constant({ button: 'r4' })
        : node.type === 'send-message' || kind === 'choice'
          ? fc.constantFrom('yes', 'no').map((button) => ({ button }))
          : said;
    return fc
      .record({
        how: fc.oneof(pressed, said),
        after: fc.constantFrom('PT1M', 'PT5M', 'PT1H', 'PT15M', 'P1D'),
        times: fc.integer({ min: 1, max: 2 }),
      })
      .map(({ how, after, times }): Answer => ({ to: node.id, after, times, ...how }));
  });
  return fc.array(answer, { maxLength: 4 });
}

/** Off the grid by half a minute: what comes at the very moment of a pause is decided by no rule. */
function randomPauses(): fc.Arbitrary<NonNullable<StoryInput['pauses']>> {
  const policy = fc.constantFrom('send_late' as const, 'skip' as const, 'retime' as const, 'exit' as const);
  const pause = fc.record({ from: gridMinutes(), minutes: fc.constantFrom(20, 180, 24 * 60, 3 * 24 * 60), policy });
  const moment = (minutes: number) => new Date(START.getTime() + (minutes + 0.5) * MINUTE_MS).toISOString();
  return fc
    .option(pause, { nil: undefined, freq: 2 })
    .map((one) => (one ? [{ from: moment(one.from), to: moment(one.from + one.minutes), policy: one.policy }] : []));
}

/** What the servers of others say, each of a step, in no time: a server whose time is moved stands still while it waits. */
function randomCalls(nodes: AutomationDocument['nodes']): fc.Arbitrary<NonNullable<StoryInput['calls']>> {
  const called = nodes.filter(({ type }) => type === 'call-http');
  const answer = fc.constantFrom(
    { status: 200, body: '{"a":{"b":"c"}}' },
    { status: 200, body: 'not JSON' },
    { status: 404 },
    { status: 500 },
    { error: 'timeout' },
    { error: 'address_private' },
  );
  const ids = [...new Set(called.map(({ id }) => id))];
  return fc.tuple(...ids.map((id) => answer.map((said) => ({ of: id, after: 'PT0S', ...said }))));
}
