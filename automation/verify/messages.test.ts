import { describe, expect, it } from '@jest/globals';
import { alone, chainWith, codesOf, found, message, wait } from './testing.ts';
import { verify } from './verify.ts';

type Steps = Parameters<typeof chainWith>[0];
const figures = (document: ReturnType<typeof chainWith>) => verify(document, alone).figures;
const daily = (count: number, pause = 'P1D'): Steps =>
  Array.from({ length: count }, (_, at): Steps => [
    [`say-${at}`, 'send-message', message()],
    [`wait-${at}`, 'wait', wait(pause)],
  ]).flat();
const once = { settings: { reentry: 'once' } };

describe('how many messages a client can get', () => {
  it('is counted by entry and by day along a straight chain', () => {
    expect(figures(chainWith(daily(3), once))).toEqual({
      messagesPerEntry: 3,
      messagesPerDay: 1,
      longestStay: 'P3D',
    });
    expect(figures(chainWith(daily(6, 'PT7H'), once)).messagesPerDay).toBe(4);
    expect(figures(chainWith(daily(5, 'PT1M'), once)).messagesPerDay).toBe(5);
  });

  it('follows the branch that says more', () => {
    const branch = chainWith(
      [
        ['vip', 'if', { condition: { field: 'contact.tags', is: 'contains', value: 'vip' } }],
        ['one', 'send-message', message()],
        ['two', 'send-message', message()],
        ['other', 'send-message', message()],
      ],
      {},
      [
        ['trigger', 'next', 'vip'],
        ['vip', 'yes', 'one'],
        ['one', 'next', 'two'],
        ['two', 'next', 'done'],
        ['vip', 'no', 'other'],
        ['other', 'next', 'done'],
      ],
    );
    expect(figures(branch).messagesPerEntry).toBe(2);
  });

  it('counts each turn of a repetition, and the turns of one inside of another', () => {
    expect(figures(round([['count', 2]])).messagesPerEntry).toBe(3);
    // The inner one turns 3 times in each of the 4 turns of the outer.
    expect(
      figures(
        round([
          ['inner', 2],
          ['outer', 3],
        ]),
      ).messagesPerEntry,
    ).toBe(12);
  });

  it('counts a question with each time that it is asked again', () => {
    const ask = ['name', 'ask', question] as const;
    const asks = chainWith([[...ask]], {}, [
      ['trigger', 'next', 'name'],
      ['name', 'answered', 'done'],
      ['name', 'invalid', 'done'],
      ['name', 'timeout', 'done'],
    ]);
    expect(figures(asks).messagesPerEntry).toBe(3);
  });

  it('has no bound by day where a client can enter as often as they like, and one where they cannot', () => {
    expect(figures(chainWith(daily(2))).messagesPerDay).toBeNull();
    expect(figures(chainWith(daily(2), { settings: { reentry: 'after', reentryAfter: 'P30D' } })).messagesPerDay).toBe(
      1,
    );
    // Each day's entry is still inside when the next begins: three days of stay make four at once.
    expect(figures(chainWith(daily(3), { trigger: everyDay })).messagesPerDay).toBe(4);
    expect(figures(chainWith([['mark', 'tag', { tag: 'x' }]])).messagesPerDay).toBe(0);
  });

  it('more than ten by one entry is worth a word', () => {
    expect(found(chainWith(daily(11)), 'messages_many')).toMatchObject([
      { severity: 'warning', facts: { count: 11, node: 'say-0' } },
    ]);
    expect(codesOf(chainWith(daily(10)))).not.toContain('messages_many');
  });

  it('more than the limit of their kind is worth a word', () => {
    const caps = [{ class: 'service', most: 2, hours: 24 } as const];
    expect(found(chainWith(daily(3, 'PT8H')), 'messages_over_cap', { caps })).toMatchObject([
      { severity: 'warning', facts: { count: 3, most: 2, hours: 24, perEntry: true } },
    ]);
    expect(codesOf(chainWith(daily(3, 'PT12H')), { caps })).not.toContain('messages_over_cap');
    expect(codesOf(chainWith(daily(3, 'PT8H')), { caps: [{ class: 'marketing', most: 1, hours: 24 }] })).not.toContain(
      'messages_over_cap',
    );
    expect(codesOf(chainWith(daily(8)), { caps: [{ class: 'service', most: 6, hours: 168 }] })).toContain(
      'messages_over_cap',
    );
  });
});

describe('how long a client can stay', () => {
  it('is the longest of the ways, and has no bound where a date has none', () => {
    expect(figures(round([['count', 2]])).longestStay).toBe('PT3H');
    const date = { until: { kind: 'date', reference: 'order.pickupAt', offset: '-PT2H' }, ifPast: 'end' };
    expect(figures(chainWith([['pick', 'wait-until', date]])).longestStay).toBeNull();
  });

  it('more than a year is worth a word', () => {
    expect(found(chainWith([['long', 'wait', wait('P370D')]]), 'stay_long')).toMatchObject([
      { severity: 'warning', facts: { longestStay: 'P370D', days: 370 } },
    ]);
    expect(codesOf(chainWith([['long', 'wait', wait('P365D')]]))).not.toContain('stay_long');
  });
});

const question = {
  question: { ru: 'Имя?', en: 'Name?' },
  retry: { ru: 'Ещё раз', en: 'Again' },
  retries: 2,
  timeout: 'P1D',
};
const everyDay: [string, Record<string, unknown>] = [
  'schedule',
  { when: { rule: 'FREQ=DAILY', startDate: '2026-01-01', time: '10:00' } },
];

/** A message, an hour, then these repetitions, each leading back to the message. */
function round(counts: [string, number][]): ReturnType<typeof chainWith> {
  const ids = counts.map(([id]) => id);
  return chainWith(
    [
      ['say', 'send-message', message()],
      ['pause', 'wait', wait('PT1H')],
      ...counts.map(([id, times]): Steps[number] => [id, 'repeat', { times }]),
    ],
    {},
    [
      ['trigger', 'next', 'say'],
      ['say', 'next', 'pause'],
      ['pause', 'next', ids[0] ?? 'done'],
      ...ids.flatMap((id, at): [string, string, string][] => [
        [id, 'again', 'say'],
        [id, 'done', ids[at + 1] ?? 'done'],
      ]),
    ],
  );
}
