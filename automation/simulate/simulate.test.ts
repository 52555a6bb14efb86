import { describe, expect, it } from '@jest/globals';
import { documentSchema, type AutomationDocument } from '../document.ts';
import { compile } from '../program.ts';
import { validate } from '../validate.ts';
import { simulate } from './simulate.ts';
import { storySchema, type StoryInput } from './story.ts';
import type { Trace } from './trace.ts';

type Node = { id: string; type: string; config: Record<string, unknown> };
type Settings = Record<string, unknown>;

const START = '2026-06-01T09:00:00.000Z';
const CHILD = '00000000-0000-7000-8000-00000000000c';
const both = (text: string) => ({ ru: text, en: text });
const says = (id: string, text = 'Hello', more: Record<string, unknown> = {}): Node => ({
  id,
  type: 'send-message',
  config: { text: both(text), class: 'service', ...more },
});
const waits = (id: string, duration: string): Node => ({ id, type: 'wait', config: { duration } });
const tags = (id: string, tag: string): Node => ({ id, type: 'tag', config: { tag } });
const pickupIn = (id: string, offset: string): Node => ({
  id,
  type: 'wait-until',
  config: { until: { kind: 'date', reference: 'order.pickupAt', offset }, ifPast: 'branch' },
});

/** Steps one after another; every way out of a step leads to the next. */
function chain(trigger: AutomationDocument['trigger'] | string, nodes: readonly Node[], settings: Settings = {}) {
  const started = typeof trigger === 'string' ? { type: 'event', config: { event: trigger } } : trigger;
  const all = [...nodes, { id: 'end', type: 'end', config: {} }];
  const ports: Record<string, string[]> = {
    ask: ['answered', 'invalid', 'timeout'],
    'wait-for-event': ['happened', 'timeout'],
    'wait-until': ['next', 'past'],
    'call-http': ['ok', 'error'],
    if: ['yes', 'no'],
  };
  const edges = nodes.flatMap((node, index) =>
    (node.type === 'run-automation' && node.config['wait']
      ? ['finished', 'timeout']
      : (ports[node.type] ?? ['next'])
    ).map((port) => ({ from: node.id, port, to: all[index + 1]?.id ?? 'end' })),
  );
  const checked = validate({
    schema: 2,
    name: 'Test',
    trigger: started,
    nodes: all,
    edges: [{ from: 'trigger', port: 'next', to: all[0]?.id }, ...edges],
    settings,
  });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return documentSchema.parse(checked.document);
}

function play(document: AutomationDocument, story: StoryInput, others: AutomationDocument[] = []): Trace {
  const programs = others.map((other) => compile(other, CHILD));
  return simulate(compile(document), storySchema.parse({ start: START, ...story }), programs);
}

const paid = (more: Record<string, unknown> = {}) =>
  ({ after: 'PT1M', type: 'order.paid', data: {}, ...more }) as const;
const wrote = (after: string, text: string) => ({ after, type: 'chat.message', data: { text } }) as const;
const sent = ({ messages }: Trace): string[] => messages.map(({ at, text }) => `${at.slice(5, 16)} ${text}`);
const ends = ({ trace }: Trace) =>
  trace.filter(({ kind }) => kind === 'ended').map(({ at, facts }) => `${at.slice(5, 16)} ${String(facts['reason'])}`);
const refused = ({ trace }: Trace) =>
  trace.filter(({ kind }) => kind === 'refused').map(({ facts }) => facts['reason']);
const lines = ({ trace }: Trace, node: string) => trace.filter((line) => line.node === node);

describe('an answer in a story', () => {
  const ask: Node = {
    id: 'ask',
    type: 'ask',
    config: {
      question: both('How many?'),
      answer: 'number',
      retry: both('Once more'),
      retries: 1,
      timeout: 'PT1H',
      class: 'service',
    },
  };

  it('comes so long after the question, and is heard', () => {
    const trace = play(chain('order.paid', [ask]), {
      events: [paid()],
      answers: [{ to: 'ask', text: '3', after: 'PT5M' }],
    });
    expect(lines(trace, 'ask').at(-1)).toMatchObject({
      at: '2026-06-01T09:06:00.000Z',
      facts: { port: 'answered', answer: 3 },
    });
  });

  it('that does not fit is asked for again, and the next answer of the story is given to that', () => {
    const trace = play(chain('order.paid', [ask]), {
      events: [paid()],
      answers: [
        { to: 'ask', text: 'many', after: 'PT5M' },
        { to: 'ask', text: '7', after: 'PT1M' },
      ],
    });
    expect(sent(trace)).toEqual(['06-01T09:01 How many?', '06-01T09:06 Once more']);
    expect(lines(trace, 'ask').at(-1)?.facts).toMatchObject({ port: 'answered', answer: 7 });
  });

  it('to another client is none: a press counts for the message that it stands under', () => {
    const press: Node = {
      id: 'press',
      type: 'wait-for-event',
      config: { event: 'chat.button', filter: { field: 'button', is: 'equal', value: 'yes' }, timeout: 'PT1H' },
    };
    const button = { id: 'yes', label: both('Yes') };
    const trace = play(chain('order.paid', [says('first', 'A', { buttons: [button] }), press]), {
      events: [paid()],
      answers: [{ to: 'first', button: 'yes' }],
    });
    expect(lines(trace, 'press').at(-1)?.facts).toMatchObject({ data: { messageId: 'message-1', nodeId: 'first' } });
  });
});

describe('messages', () => {
  it('wait until the quiet hours of the client are over', () => {
    const document = chain('order.paid', [says('m')], { quietHours: { from: '10:00', to: '18:00' } });
    // 09:01 in UTC is 12:01 in Moscow; 18:00 there is 15:00.
    expect(sent(play(document, { events: [paid()] }))).toEqual(['06-01T15:00 Hello']);
  });

  it('over the cap of the business wait for the next day', () => {
    const document = chain('order.paid', [says('a', 'A'), says('b', 'B')]);
    const business = { caps: [{ class: 'service', most: 1, hours: 24 }] } as const;
    expect(sent(play(document, { events: [paid()], business: { caps: [...business.caps] } }))).toEqual([
      '06-01T09:01 A',
      '06-02T09:01 B',
    ]);
  });

  it('over the cap are left out when the automation says so', () => {
    const document = chain('order.paid', [says('a', 'A'), says('b', 'B')], { onCap: 'skip' });
    const trace = play(document, { events: [paid()], business: { caps: [{ class: 'service', most: 1, hours: 24 }] } });
    expect(sent(trace)).toEqual(['06-01T09:01 A']);
    expect(lines(trace, 'b')[0]?.facts).toMatchObject({ notSent: 'cap' });
  });

  it('do not go to a client who has said /stop, and go again after /start', () => {
    const document = chain('order.paid', [says('m')]);
    const trace = play(document, {
      events: [
        { after: 'PT1S', type: 'contact.stopped' },
        paid(),
        { after: 'PT1H', type: 'contact.resumed' },
        paid({ after: 'PT2H' }),
      ],
    });
    expect(lines(trace, 'm').map(({ facts }) => facts['notSent'])).toEqual(['stopped', undefined]);
    expect(sent(trace)).toEqual(['06-01T11:00 Hello']);
  });

  it('that were not sent to who has said /stop use up no cap', () => {
    const document = chain('order.paid', [says('m')]);
    const trace = play(document, {
      business: { caps: [{ class: 'service', most: 1, hours: 24 }] },
      events: [
        { after: 'PT1S', type: 'contact.stopped' },
        paid(),
        { after: 'PT1H', type: 'contact.resumed' },
        paid({ after: 'PT2H' }),
      ],
    });
    expect(sent(trace)).toEqual(['06-01T11:00 Hello']);
  });

  it('say that they have gone: a chain can wait for that', () => {
    const gone: Node = { id: 'gone', type: 'wait-for-event', config: { event: 'message.sent', timeout: 'PT1H' } };
    const trace = play(chain('order.paid', [says('m'), gone]), { events: [paid()] });
    expect(lines(trace, 'gone').at(-1)?.facts).toMatchObject({ port: 'happened', data: { nodeId: 'm' } });
  });
});

describe('a pause', () => {
  const document = chain('order.paid', [waits('w', 'PT1H'), says('m')]);
  const during = (policy: 'send_late' | 'skip' | 'retime' | 'exit') =>
    play(document, {
      events: [paid()],
      pauses: [{ from: '2026-06-01T09:30:00Z', to: '2026-06-01T12:00:00Z', policy }],
    });

  it('sends late what it held up', () => expect(sent(during('send_late'))).toEqual(['06-01T12:00 Hello']));
  it('skips what it held up', () => {
    expect(sent(during('skip'))).toEqual([]);
    expect(lines(during('skip'), 'm')[0]?.facts).toMatchObject({ notSent: 'paused' });
  });
  it('moves the waits by its own length', () => expect(sent(during('retime'))).toEqual(['06-01T12:31 Hello']));
  it('takes out those whose time passed meanwhile', () =>
    expect(ends(during('exit'))).toEqual(['06-01T12:00 paused_too_long']));
  it('lets nobody in', () => {
    const trace = play(document, {
      events: [paid()],
      pauses: [{ from: '2026-06-01T09:00:30Z', to: '2026-06-01T12:00:00Z' }],
    });
    expect(trace.runs).toEqual([]);
  });
});

describe('a wait for the pick-up time', () => {
  const document = chain('order.paid', [pickupIn('w', '-PT2H'), says('m')]);
  const order = { pickupAt: '2026-06-03T12:00:00.000Z' };
  const moved = (pickupAt: string) =>
    ({ after: 'PT1H', type: 'order.pickup_moved', data: {}, order: { pickupAt } }) as const;

  it('follows it when it moves later', () => {
    const trace = play(document, { order, events: [paid(), moved('2026-06-04T12:00:00.000Z')] });
    expect(sent(trace)).toEqual(['06-04T10:00 Hello']);
  });
  it('follows it when it moves earlier', () => {
    const trace = play(document, { order, events: [paid(), moved('2026-06-02T12:00:00.000Z')] });
    expect(sent(trace)).toEqual(['06-02T10:00 Hello']);
  });
  it('knows of no order when the run is not about one', () => {
    const about = chain('chat.message', [pickupIn('w', '-PT2H'), says('m')]);
    expect(lines(play(about, { order, events: [wrote('PT1M', 'hi')] }), 'w')[0]?.facts).toMatchObject({
      unknown: true,
    });
  });
});

describe('who is inside', () => {
  const document = (settings: Settings) => chain('order.paid', [waits('w', 'P1D')], settings);

  it('leaves at once by an event that takes people out', () => {
    const exitOn = [{ event: 'chat.message', filter: { field: 'text', is: 'equal', value: 'enough' } }];
    const trace = play(document({ exitOn }), { events: [paid(), wrote('PT2H', 'hello'), wrote('PT3H', 'enough')] });
    expect(ends(trace)).toEqual(['06-01T12:00 chat.message']);
  });

  it('leaves at once by the goal', () => {
    const trace = play(document({ goal: { event: 'contact.tagged' } }), {
      events: [paid(), { after: 'PT2H', type: 'contact.tagged', data: { tag: 'vip' } }],
    });
    expect(ends(trace)).toEqual(['06-01T11:00 goal']);
  });

  it.each([
    ['always', 3, []],
    ['once', 1, ['once', 'once']],
    ['one_at_a_time', 2, ['already_inside']],
    ['after', 1, ['already_inside', 'too_soon']],
    ['once_per_subject', 1, []],
  ])('entered by the rule “%s”, %i times of three', (reentry, runs, why) => {
    const trace = play(document({ reentry, reentryAfter: 'P30D' }), {
      order: {},
      events: [paid(), paid({ after: 'PT2H' }), paid({ after: 'P3D' })],
    });
    expect(trace.runs).toHaveLength(runs);
    expect(refused(trace)).toEqual(why);
  });
});

describe('the clock', () => {
  const birthday = { type: 'date', config: { field: 'contact.birthday', offset: 'P0D', yearly: true, time: '10:00' } };

  it('starts an automation on a birthday, each year, by the client’s time', () => {
    const trace = play(chain(birthday, [says('m')]), { last: 'P500D', contact: { birthday: '1990-06-05' } });
    expect(trace.messages.map(({ at }) => at)).toEqual(['2026-06-05T07:00:00.000Z', '2027-06-05T07:00:00.000Z']);
  });

  it('follows a date that moves', () => {
    const trigger = { type: 'date', config: { field: 'order.pickupAt', offset: '-PT2H' } };
    const trace = play(chain(trigger, [says('m')]), {
      order: { pickupAt: '2026-06-03T12:00:00.000Z' },
      events: [{ after: 'PT1H', type: 'order.pickup_moved', order: { pickupAt: '2026-06-05T12:00:00.000Z' } }],
    });
    expect(sent(trace)).toEqual(['06-05T10:00 Hello']);
  });

  it('names a date by the client’s calendar, though it is another day in Greenwich', () => {
    const trigger = { type: 'date', config: { field: 'contact.birthday', offset: 'P0D', yearly: true, time: '01:00' } };
    const day: Node = {
      id: 'day',
      type: 'if',
      config: { condition: { field: 'trigger.date', is: 'equal', value: '2026-06-05' } },
    };
    const trace = play(chain(trigger, [day]), { last: 'P9D', contact: { birthday: '1990-06-05' } });
    expect(lines(trace, 'day')[0]).toMatchObject({ at: '2026-06-04T22:00:00.000Z', facts: { port: 'yes' } });
  });

  it('starts an automation on each day of its schedule', () => {
    const when = { rule: 'FREQ=WEEKLY;BYDAY=MO', startDate: '2026-06-01', time: '18:00' };
    const trace = play(chain({ type: 'schedule', config: { when } }, [says('m')]), { last: 'P10D' });
    expect(sent(trace)).toEqual(['06-01T15:00 Hello', '06-08T15:00 Hello']);
  });

  it('does not lose an occurrence to an event of the same moment', () => {
    const when = { rule: 'FREQ=DAILY', startDate: '2026-06-01', time: '18:00' };
    const trace = play(chain({ type: 'schedule', config: { when } }, [says('m')]), {
      last: 'P1D',
      events: [{ at: '2026-06-01T15:00:00.000Z', type: 'chat.message', data: { text: 'hi' } }],
    });
    expect(sent(trace)).toEqual(['06-01T15:00 Hello']);
  });

  it('makes up for nothing that came due in a pause', () => {
    const when = { rule: 'FREQ=DAILY', startDate: '2026-06-01', time: '18:00' };
    const trace = play(chain({ type: 'schedule', config: { when } }, [says('m')]), {
      last: 'P2D',
      pauses: [{ from: '2026-06-01T14:00:00Z', to: '2026-06-01T20:00:00Z' }],
    });
    expect(sent(trace)).toEqual(['06-02T15:00 Hello']);
  });
});

describe('an automation that another starts', () => {
  const starts = (wait: boolean): Node => ({
    id: 'sub',
    type: 'run-automation',
    config: { automation: CHILD, wait, timeout: 'P1D' },
  });
  const child = (settings: Settings = {}) =>
    chain({ type: 'manual', config: {} }, [waits('w', 'PT1H'), says('c', 'Child')], settings);

  it('goes its own way beside it', () => {
    const trace = play(chain('order.paid', [starts(false), says('m', 'Parent')]), { events: [paid()] }, [child()]);
    expect(sent(trace)).toEqual(['06-01T09:01 Parent', '06-01T10:01 Child']);
  });

  it('is waited for, where the step says so', () => {
    const trace = play(chain('order.paid', [starts(true), says('m', 'Parent')]), { events: [paid()] }, [child()]);
    expect(sent(trace)).toEqual(['06-01T10:01 Child', '06-01T10:01 Parent']);
  });

  it('is not waited for when it lets the client in no more', () => {
    const trace = play(
      chain('order.paid', [starts(true), says('m', 'Parent')]),
      { events: [paid(), paid({ after: 'P2D' })] },
      [child({ reentry: 'once' })],
    );
    expect(sent(trace).at(-1)).toBe('06-03T09:00 Parent');
  });
});

describe('what goes on without end', () => {
  it('between automations is refused where it is too deep', () => {
    const document = chain('contact.tagged', [{ id: 'r', type: 'remove-tag', config: { tag: 'a' } }, tags('t', 'a')]);
    const trace = play(document, { events: [{ after: 'PT1M', type: 'contact.tagged', data: { tag: 'b' } }] });
    expect(refused(trace)).toEqual(['runs_wild']);
    expect(trace.runs).toHaveLength(20);
    expect(trace.cutOff).toBe(false);
  });

  it('is cut off, and the trace says so', () => {
    const document = chain('message.sent', [says('m')]);
    const trace = play(document, { events: [{ after: 'PT1M', type: 'message.sent', data: { messageId: 'x' } }] });
    expect(trace.cutOff).toBe(true);
  });
});

describe('an outside call in a story', () => {
  const call: Node = {
    id: 'call',
    type: 'call-http',
    config: { url: 'https://example.com', take: [{ path: 'price', as: 'price' }] },
  };
  const tells = says('m', 'It costs {{ steps.call.price | default: "?" }}');

  it('is answered by its line of the story', () => {
    const trace = play(chain('order.paid', [call, tells]), {
      events: [paid()],
      calls: [{ of: 'call', body: '{"price": 5}', after: 'PT30S' }],
    });
    expect(trace.messages).toMatchObject([{ at: '2026-06-01T09:01:30.000Z', text: 'It costs 5' }]);
  });

  it('that fails goes on by the other way', () => {
    const trace = play(chain('order.paid', [call, tells]), {
      events: [paid()],
      calls: [{ of: 'call', error: 'timeout' }],
    });
    expect(lines(trace, 'call').at(-1)?.facts).toMatchObject({ port: 'error', error: 'timeout' });
  });
});

describe('facts that an event of a story changes', () => {
  it('are known from then on, the first name with the name', () => {
    const document = chain('order.paid', [says('m', 'Hello, {{ contact.firstName }}')]);
    const trace = play(document, {
      events: [
        { after: 'PT1S', type: 'contact.changed', data: { field: 'name' }, contact: { name: 'Vera M' } },
        paid(),
      ],
    });
    expect(trace.messages.map(({ text }) => text)).toEqual(['Hello, Vera']);
  });
});
