import { describe, expect, it } from '@jest/globals';
import { chainWith, codesOf, found, message, wait } from './testing.ts';

const OTHER = '00000000-0000-4000-8000-000000000001';
const SELF = '00000000-0000-4000-8000-000000000002';
const tagged = (tag: string): [string, Record<string, unknown>] => [
  'event',
  { event: 'contact.tagged', filter: { field: 'trigger.tag', is: 'equal', value: tag } },
];
const tags = (on: string, puts: string, settings: Record<string, unknown> = {}) =>
  chainWith([['mark', 'tag', { tag: puts }]], { trigger: tagged(on), settings, name: `${on} to ${puts}` });
const other = (document: ReturnType<typeof chainWith>) => ({
  id: SELF,
  others: [{ id: OTHER, name: 'Other', document }],
});
const runs = (automation: string, more: Record<string, unknown> = {}) =>
  chainWith([['run', 'run-automation', { automation }]], { trigger: ['manual', {}], name: 'This', ...more });

describe('automations do not start one another for ever', () => {
  it('two that tag for each other are a circle', () => {
    expect(found(tags('a', 'b'), 'automations_circle', other(tags('b', 'a')))).toMatchObject([
      {
        severity: 'error',
        path: 'nodes.0',
        facts: { node: 'mark', names: 'a to b → Other → a to b', automations: [OTHER, SELF] },
      },
    ]);
  });

  it('another tag, or an automation that hears of something else, is none', () => {
    expect(codesOf(tags('a', 'b'), other(tags('b', 'c')))).toEqual([]);
    expect(codesOf(tags('a', 'b'), other(tags('c', 'a')))).toEqual([]);
  });

  it('one that starts itself is a circle', () => {
    expect(codesOf(tags('a', 'a'), { id: SELF })).toEqual(['automations_circle']);
    expect(codesOf(runs(SELF), { id: SELF })).toEqual(['automations_circle']);
    const answers = chainWith([['say', 'send-message', message()]], { trigger: ['event', { event: 'message.sent' }] });
    expect(codesOf(answers)).toEqual(['automations_circle']);
  });

  it('two that run one another are a circle, and one alone is not', () => {
    expect(codesOf(runs(OTHER), other(runs(SELF)))).toEqual(['automations_circle']);
    expect(codesOf(runs(OTHER), other(chainWith([], { trigger: ['manual', {}] })))).toEqual([]);
  });

  it('a circle ends by itself when a client enters only once, which is worth a word', () => {
    const once = { reentry: 'once' };
    expect(found(tags('a', 'b', once), 'automations_circle_once', other(tags('b', 'a', once)))).toMatchObject([
      { severity: 'warning' },
    ]);
    expect(codesOf(tags('a', 'b'), other(tags('b', 'a', once)))).toEqual(['automations_circle_once']);
  });

  it('a filter that hangs on the client may let it through', () => {
    const filter = {
      all: [
        { field: 'trigger.tag', is: 'equal', value: 'b' },
        { field: 'contact.ordersPaid', is: 'less', value: 1 },
      ],
    };
    const filtered = chainWith([['mark', 'tag', { tag: 'a' }]], {
      trigger: ['event', { event: 'contact.tagged', filter }],
    });
    expect(codesOf(tags('a', 'b'), other(filtered))).toEqual(['automations_circle']);
    expect(codesOf(tags('a', 'c'), other(filtered))).toEqual([]);
  });
});

describe('what an automation needs is there', () => {
  it('the automation that it runs is live and starts by hand', () => {
    expect(found(runs(OTHER), 'automation_missing', { id: SELF })).toMatchObject([
      { severity: 'error', path: 'nodes.0' },
    ]);
    expect(found(runs(OTHER), 'automation_not_manual', other(tags('a', 'b')))).toMatchObject([
      { severity: 'error', facts: { other: 'a to b' } },
    ]);
  });

  it('the secret of a request is there, as far as one knows', () => {
    const calls = chainWith(
      [['call', 'call-http', { url: 'https://example.com', headers: [{ name: 'X-Key', value: '{}', secret: 'key' }] }]],
      {},
      [
        ['trigger', 'next', 'call'],
        ['call', 'ok', 'done'],
        ['call', 'error', 'done'],
      ],
    );
    expect(found(calls, 'secret_missing', { secrets: ['other'] })).toMatchObject([
      { severity: 'error', facts: { secret: 'key' } },
    ]);
    expect(codesOf(calls, { secrets: ['key'] })).toEqual([]);
    expect(codesOf(calls, { secrets: undefined })).toEqual([]);
  });

  it('a button that is waited for stands under one of its messages', () => {
    const waits = (value: string, field = 'button') =>
      chainWith(
        [
          ['say', 'send-message', message('?', { buttons: [{ id: 'good', label: { ru: 'Да', en: 'Yes' } }] })],
          ['press', 'wait-for-event', { event: 'chat.button', filter: { field, is: 'equal', value }, timeout: 'P1D' }],
        ],
        {},
        [
          ['trigger', 'next', 'say'],
          ['say', 'next', 'press'],
          ['press', 'happened', 'done'],
          ['press', 'timeout', 'done'],
        ],
      );
    expect(found(waits('bad'), 'button_missing')).toMatchObject([{ severity: 'error', path: 'nodes.1.config.filter' }]);
    expect(codesOf(waits('good'))).toEqual([]);
    expect(codesOf(waits('gone', 'nodeId'))).toEqual(['button_missing']);
    expect(codesOf(waits('say', 'nodeId'))).toEqual([]);
  });

  it('a button that starts the chain is another one’s', () => {
    const pressed = { event: 'chat.button', filter: { field: 'trigger.button', is: 'equal', value: 'buy' } };
    expect(codesOf(chainWith([], { trigger: ['event', pressed] }))).toEqual([]);
  });
});

describe('somebody hears', () => {
  const webhook: [string, Record<string, unknown>] = ['webhook', { contactBy: 'phone', contactPath: 'phone' }];
  const answer: ['answer', string] = ['answer', 'answer-webhook'];

  it('an answer is heard where a request began the chain, and before anybody waits', () => {
    expect(codesOf(chainWith([answer], { trigger: webhook }))).toEqual([]);
    expect(found(chainWith([answer]), 'answer_unheard')).toMatchObject([{ severity: 'warning', path: 'nodes.0' }]);
    expect(codesOf(chainWith([['nap', 'wait', wait('P1D')], answer], { trigger: webhook }))).toEqual([
      'answer_unheard',
    ]);
  });

  it('a call on the way to the answer is no wait', () => {
    const call: [string, string, Record<string, unknown>] = ['call', 'call-http', { url: 'https://example.com' }];
    const calls = chainWith([call, answer], { trigger: webhook }, [
      ['trigger', 'next', 'call'],
      ['call', 'ok', 'answer'],
      ['call', 'error', 'answer'],
      ['answer', 'next', 'done'],
    ]);
    expect(codesOf(calls)).toEqual([]);
  });

  it('news by a schedule have quiet hours', () => {
    const trigger: [string, Record<string, unknown>] = [
      'schedule',
      { when: { rule: 'FREQ=WEEKLY;BYDAY=MO', startDate: '2026-01-01', time: '10:00' } },
    ];
    const news: [string, string, Record<string, unknown>] = [
      'say',
      'send-message',
      message('Hi', { class: 'marketing' }),
    ];
    expect(found(chainWith([news], { trigger }), 'no_quiet_hours')).toMatchObject([{ severity: 'warning' }]);
    expect(codesOf(chainWith([news], { trigger, settings: { quietHours: { from: '21:00', to: '09:00' } } }))).toEqual(
      [],
    );
    expect(codesOf(chainWith([['say', 'send-message', message()]], { trigger }))).toEqual([]);
  });
});
