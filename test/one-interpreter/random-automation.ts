import fc from 'fast-check';
import type { AutomationDocument } from '#automation/document.ts';
import { validate } from '#automation/validate.ts';
import { verify } from '#automation/verify/verify.ts';
import { CHILD, condition, filterOf, heardEvent, PAYLOADS, STORY_EVENTS, timeOfDay } from './random-parts.ts';
import { anyStep, waitingStep, type RandomStep } from './random-steps.ts';

/** A piece of a chain: a step whose side ways are short chains that come back, or end; or a repetition of some steps. */
type Piece =
  | { kind: 'step'; step: RandomStep; sides: readonly { steps: readonly RandomStep[]; ends: boolean }[] }
  | { kind: 'repeat'; times: number; body: readonly RandomStep[] };

const MOST_NODES = 20;
/** What automations mostly start on. */
const STARTING = [
  'order.paid',
  'order.paid',
  'order.placed',
  'contact.started',
  'contact.tagged',
  'chat.message',
] as const;

/** An automation of any kind of step and trigger but the webhook's, and the one that it starts, if it does. */
export type RandomPair = { document: AutomationDocument; child: AutomationDocument | null };

/** Automations that can be published, of all kinds of step and trigger but those of webhooks. */
export const randomPair: fc.Arbitrary<RandomPair> = randomChain(randomTrigger(), 'n')
  .chain((document) =>
    (document.nodes.some(({ type }) => type === 'run-automation') ? randomChild() : fc.constant(null)).map(
      (child): RandomPair => ({ document, child }),
    ),
  )
  .filter(({ document, child }) => child === null || isSound(document, child));

function randomChild(): fc.Arbitrary<AutomationDocument> {
  const manual = fc.constant({ type: 'manual', config: {} });
  return randomChain(manual, 'c').filter(({ nodes }) => nodes.every(({ type }) => type !== 'run-automation'));
}

function randomChain(trigger: fc.Arbitrary<RandomTrigger>, letter: string): fc.Arbitrary<AutomationDocument> {
  return fc
    .record({ trigger, pieces: fc.array(randomPiece(), { minLength: 1, maxLength: 7 }), settings: randomSettings() })
    .map((made) => ({
      schema: 2,
      name: 'Random',
      trigger: made.trigger,
      settings: made.settings,
      ...drawn(made.pieces, letter),
    }))
    .filter((document) => document.nodes.length >= 3 && document.nodes.length <= MOST_NODES)
    .map(published)
    .filter((document) => document !== undefined) as fc.Arbitrary<AutomationDocument>;
}

type RandomTrigger = { type: string; config: Record<string, unknown> };

/** Anything that can be started by hand: the real one is not made yet. */
const SOME_CHILD = {
  schema: 2,
  name: 'Child',
  trigger: { type: 'manual', config: {} },
  nodes: [{ id: 'n1', type: 'end', config: {} }],
  edges: [{ from: 'trigger', port: 'next', to: 'n1' }],
};

function published(input: unknown): AutomationDocument | undefined {
  const checked = validate(input);
  const child = validate(SOME_CHILD);
  return checked.ok && child.ok && isSound(checked.document, child.document) ? checked.document : undefined;
}

function isSound(document: AutomationDocument, child: AutomationDocument): boolean {
  const { findings } = verify(document, {
    id: 'this',
    others: [{ id: CHILD, name: 'Child', document: child }],
    caps: [],
  });
  return findings.every((finding) => finding.severity !== 'error');
}

function randomPiece(): fc.Arbitrary<Piece> {
  const side = fc.record({ steps: fc.array(anyStep, { maxLength: 2 }), ends: fc.boolean() });
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record({
        kind: fc.constant('step' as const),
        step: anyStep,
        sides: fc.array(side, { minLength: 2, maxLength: 2 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          times: fc.integer({ min: 1, max: 3 }),
          first: waitingStep,
          more: fc.array(anyStep, { maxLength: 2 }),
        })
        .map(({ times, first, more }) => ({ kind: 'repeat' as const, times, body: [first, ...more] })),
    },
  );
}

function randomTrigger(): fc.Arbitrary<RandomTrigger> {
  const trigger = (type: string, config: fc.Arbitrary<Record<string, unknown>>) =>
    fc.record({ type: fc.constant(type), config });
  const filter = fc.option(condition, { nil: undefined, freq: 1 });
  const only = <T extends { filter?: unknown }>(config: T) => (config.filter === undefined ? without(config) : config);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: trigger(
        'event',
        fc.record({ event: fc.constantFrom(...STARTING, ...STORY_EVENTS), filter }).map(only),
      ),
    },
    { weight: 2, arbitrary: trigger('message', fc.constant({})) },
    {
      weight: 1,
      arbitrary: trigger(
        'keyword',
        fc.record({ words: fc.constant(['hours', 'yes']), match: fc.constantFrom('whole', 'anywhere') }),
      ),
    },
    {
      weight: 1,
      arbitrary: trigger(
        'deep-link',
        fc.record({ payload: fc.constantFrom(...PAYLOADS, 'spr'), match: fc.constantFrom('whole', 'beginning') }),
      ),
    },
    { weight: 2, arbitrary: trigger('manual', fc.constant({})) },
    {
      weight: 2,
      arbitrary: trigger(
        'date',
        fc
          .record({
            field: fc.constantFrom('contact.birthday', 'contact.lastOrderAt', 'order.pickupAt', 'order.paidAt'),
            offset: fc.constantFrom('P0D', '-P1D', 'P1D', '-PT2H'),
            yearly: fc.boolean(),
            time: timeOfDay,
            filter,
          })
          .map(only),
      ),
    },
    {
      weight: 2,
      arbitrary: trigger(
        'schedule',
        fc.record({
          when: fc.record({
            rule: fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,SU', 'FREQ=DAILY;INTERVAL=2'),
            startDate: fc.constantFrom('2030-03-01', '2030-03-28'),
            time: timeOfDay,
          }),
          clock: fc.constantFrom('business', 'contact'),
        }),
      ),
    },
  );
}

const without = ({ filter: _filter, ...config }: { filter?: unknown }) => config;

function randomSettings(): fc.Arbitrary<Record<string, unknown>> {
  const rule = heardEvent.chain((event) =>
    fc
      .record({ event: fc.constant(event), filter: filterOf(event), sameSubject: fc.boolean() })
      .map(({ filter, ...one }) => (filter ? { ...one, filter } : one)),
  );
  const quietHours = fc.constantFrom(
    { from: '22:00', to: '08:00' },
    { from: '12:00', to: '14:30' },
    { from: '01:00', to: '03:00' },
  );
  return fc.record(
    {
      reentry: fc.constantFrom('always', 'once', 'one_at_a_time', 'after', 'once_per_subject'),
      reentryAfter: fc.constantFrom('PT1H', 'P1D', 'P2D'),
      exitOn: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 2, arbitrary: fc.array(rule, { minLength: 1, maxLength: 2 }) },
      ),
      goal: rule,
      quietHours,
      onCap: fc.constantFrom('wait', 'skip', 'ignore'),
      lateAfter: fc.constantFrom('PT1H', 'P1D', 'P3D', 'P3D'),
      afterPause: fc.constantFrom('send_late', 'skip', 'retime', 'exit'),
    },
    { requiredKeys: ['exitOn'] },
  );
}

/** Pieces one after another as nodes and edges. */
function drawn(pieces: readonly Piece[], letter: string) {
  const nodes: { id: string; type: string; config: Record<string, unknown> }[] = [];
  const edges: { from: string; port: string; to: string }[] = [];
  let open: { from: string; port: string }[] = [{ from: 'trigger', port: 'next' }];
  const put = (type: string, config: Record<string, unknown>): string => {
    const id = `${letter}${nodes.length + 1}`;
    nodes.push({
      id,
      type,
      config: type === 'call-http' ? { ...config, url: `${String(config['url'])}/${id}` } : config,
    });
    edges.push(...open.map((way) => ({ ...way, to: id })));
    open = [];
    return id;
  };
  const straight = (step: RandomStep): string => {
    const id = put(step.type, step.config);
    open = step.ways.map((port) => ({ from: id, port }));
    return id;
  };
  for (const piece of pieces) {
    if (open.length === 0) break;
    if (piece.kind === 'repeat') {
      const first = `${letter}${nodes.length + 1}`;
      for (const step of piece.body) straight(step);
      const id = put('repeat', { times: piece.times });
      edges.push({ from: id, port: 'again', to: first });
      open = [{ from: id, port: 'done' }];
      continue;
    }
    const [straightWay = 'next', ...otherWays] = piece.step.ways;
    const id = put(piece.step.type, piece.step.config);
    const joined = [{ from: id, port: straightWay }];
    otherWays.forEach((port, index) => {
      const side = piece.sides[index];
      open = [{ from: id, port }];
      for (const step of side?.steps ?? []) straight(step);
      if (side?.ends) put('end', { reason: 'done' });
      joined.push(...open);
    });
    open = joined;
  }
  if (open.length > 0) put('end', { reason: 'all done' });
  return { nodes, edges };
}
