import { describe, expect, it } from '@jest/globals';
import { chain, say, tag, wait } from '#test/support/engine.ts';
import { compile } from '../program.ts';
import { validate } from '../validate.ts';
import { simulate } from './simulate.ts';
import { storySchema, type StoryInput } from './story.ts';

const start = { after: 'PT1S', type: 'automation.started', data: {} } as const;
function programOf(document: unknown, id?: string) {
  const checked = validate(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return compile(checked.document, id);
}
const plays = (document: unknown, story: StoryInput = {}, others: readonly unknown[] = []) =>
  simulate(
    programOf(document),
    storySchema.parse({ start: '2026-06-01T09:00:00.000Z', events: [start], ...story }),
    others.map((other, index) => programOf(other, `00000000-0000-4000-8000-00000000000${index + 1}`)),
  );
const told = (trace: ReturnType<typeof simulate>) =>
  trace.messages.map((message) => `${message.at.slice(5, 16)} ${message.text}`);

describe('a story that is played', () => {
  it('lasts months in a moment: waits are jumped over', () => {
    expect(told(plays(chain([say('a'), wait('w', 'P90D'), say('b')])))).toEqual(['06-01T09:00 a', '08-30T09:00 b']);
  });

  it('holds a message back in the night of the client, and says so', () => {
    const trace = plays(
      chain([wait('w', 'PT12H'), say('a')], { settings: { quietHours: { from: '21:00', to: '09:00' } } }),
    );
    expect(told(trace)).toEqual(['06-02T06:00 a']);
    expect(trace.trace.find((line) => line.node === 'a')?.facts).toMatchObject({ heldBy: 'quiet_hours' });
  });

  it('counts messages against the caps', () => {
    const caps = { business: { caps: [{ class: 'service' as const, most: 1, hours: 24 }] } };
    expect(told(plays(chain([say('a'), say('b')]), caps))).toEqual(['06-01T09:00 a', '06-02T09:00 b']);
  });

  it.each([
    ['send_late', ['06-11T09:00 a']],
    ['skip', []],
    ['retime', ['06-12T09:00 a']],
    ['exit', []],
  ] as const)('with the policy %s after a pause tells %j', (policy, messages) => {
    const pauses = [{ from: '2026-06-02T09:00:01.000Z', to: '2026-06-11T09:00:00.000Z', policy }];
    expect(told(plays(chain([wait('w', 'P2D'), say('a')]), { pauses }))).toEqual(messages);
  });

  it('moves a wait with its date, and ends it at once by an exit event', () => {
    const until = { kind: 'date', reference: 'order.pickupAt', offset: '-PT24H' };
    const document = chain([{ id: 'u', type: 'wait-until', config: { until, ifPast: 'end' } }, say('soon')], {
      settings: { exitOn: [{ event: 'contact.tagged' }] },
      trigger: { type: 'event', config: { event: 'order.paid' } },
    });
    const paid = { after: 'PT1S', type: 'order.paid', data: {} } as const;
    const order = { pickupAt: '2026-06-10T12:00:00.000Z' };
    const moved = {
      at: '2026-06-02T00:00:00.000Z',
      type: 'order.pickup_moved',
      order: { pickupAt: '2026-06-05T12:00:00.000Z' },
    } as const;
    expect(told(plays(document, { order, events: [paid, moved] }))).toEqual(['06-04T12:00 soon']);
    const tagged = { after: 'P1D', type: 'contact.tagged', data: { tag: 'x' } } as const;
    expect(plays(document, { order, events: [paid, tagged] }).trace.at(-1)?.facts).toMatchObject({ outcome: 'left' });
  });

  it('asks again while the answer does not fit', () => {
    const ask = {
      id: 'ask',
      type: 'ask',
      config: {
        question: { ru: 'Сколько?', en: 'How many?' },
        answer: 'number',
        retry: { ru: 'Ещё раз', en: 'Again' },
        timeout: 'P1D',
      },
    };
    const answers = [
      { to: 'ask', text: 'many' },
      { to: 'ask', text: '1 500,5' },
    ];
    const trace = plays(
      chain([ask, say('got', '{{ steps.ask.answer }}')], {
        edges: [
          ['ask', 'invalid', 'done'],
          ['ask', 'timeout', 'done'],
        ],
      }),
      { answers },
    );
    expect(trace.messages.map((message) => message.text)).toEqual(['How many?', 'Again', '1500.5']);
  });

  it('refuses an entry by the rule, and says why', () => {
    const document = chain([wait('w', 'P1D')], { settings: { reentry: 'one_at_a_time' } });
    const trace = plays(document, { events: [start, { ...start, after: 'PT2H' }] });
    expect(trace.trace.filter((line) => line.kind === 'refused')).toMatchObject([
      { facts: { reason: 'already_inside' } },
    ]);
  });

  it('starts on a yearly date each year', () => {
    const trigger = { type: 'date', config: { field: 'contact.birthday', offset: 'P0D', yearly: true, time: '10:00' } };
    const story = { contact: { birthday: '2000-02-29' }, events: [], last: 'P3Y' } satisfies StoryInput;
    expect(told(plays(chain([say('wish')], { trigger }), story)).map((line) => line.slice(0, 5))).toEqual([
      '02-28',
      '02-29',
      '02-28',
    ]);
  });

  it('waits for a nested automation', () => {
    const automation = '00000000-0000-4000-8000-000000000001';
    const outer = chain([{ id: 'sub', type: 'run-automation', config: { automation, wait: true } }, say('after')], {
      edges: [['sub', 'timeout', 'done']],
    });
    expect(told(plays(outer, {}, [chain([wait('w', 'P1D'), say('inside')])]))).toEqual([
      '06-02T09:00 inside',
      '06-02T09:00 after',
    ]);
  });

  it('that would go on without end is cut off', () => {
    const on = (name: string) => ({
      trigger: {
        type: 'event',
        config: { event: 'contact.tagged', filter: { field: 'trigger.tag', is: 'equal', value: name } },
      },
    });
    const ping = chain([{ id: 'u', type: 'remove-tag', config: { tag: 'b' } }, tag('t', 'b')], on('a'));
    const pong = chain([{ id: 'u', type: 'remove-tag', config: { tag: 'a' } }, tag('t', 'a')], on('b'));
    const trace = plays(ping, { events: [{ after: 'PT1S', type: 'contact.tagged', data: { tag: 'a' } }] }, [pong]);
    expect(trace.runs.length).toBeLessThan(30);
    expect(trace.trace.map((line) => line.facts['reason'])).toContain('runs_wild');
  });
});
