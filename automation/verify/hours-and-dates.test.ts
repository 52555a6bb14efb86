import { describe, expect, it } from '@jest/globals';
import { chainWith, codesOf, found, message, wait } from './testing.ts';

type Steps = Parameters<typeof chainWith>[0];
const quietHours = { from: '21:00', to: '09:00' };
const hours = (from: string, to: string): Steps[number] => [
  'hours',
  'wait-until',
  { until: { kind: 'window' }, window: { days: [], from, to } },
];
const say: Steps[number] = ['say', 'send-message', message()];

describe('hours leave time', () => {
  it('hours wholly inside the quiet hours hold a message for ever', () => {
    expect(
      found(chainWith([hours('22:00', '23:00'), say], { settings: { quietHours } }), 'window_empty'),
    ).toMatchObject([
      { severity: 'error', path: 'nodes.0.config.window', facts: { node: 'hours', from: '22:00', quietTo: '09:00' } },
    ]);
    expect(codesOf(chainWith([hours('21:00', '09:00'), say], { settings: { quietHours } }))).toContain('window_empty');
  });

  it('one minute of day is enough', () => {
    expect(codesOf(chainWith([hours('21:00', '09:01'), say], { settings: { quietHours } }))).toEqual([]);
  });

  it('quiet hours hold messages alone, and only those that come at once', () => {
    const tag: Steps[number] = ['mark', 'tag', { tag: 'x' }];
    expect(codesOf(chainWith([hours('22:00', '23:00'), tag], { settings: { quietHours } }))).toEqual([]);
    expect(
      codesOf(chainWith([hours('22:00', '23:00'), ['nap', 'wait', wait('PT12H')], say], { settings: { quietHours } })),
    ).toEqual([]);
    expect(codesOf(chainWith([hours('22:00', '23:00'), say]))).toEqual([]);
  });
});

describe('dates that may have passed', () => {
  const until = (id: string, offset: string, more: Record<string, unknown> = {}): Steps[number] => [
    id,
    'wait-until',
    { until: { kind: 'date', reference: 'order.pickupAt', offset }, ifPast: 'go_on', ...more },
  ];

  it('a message is not sent at once when its moment is over, unless that was meant', () => {
    expect(found(chainWith([until('soon', '-PT2H'), say]), 'date_may_be_past')).toMatchObject([
      { severity: 'warning', path: 'nodes.0.config.ifPast', facts: { node: 'soon', name: 'order.pickupAt' } },
    ]);
    expect(codesOf(chainWith([until('soon', '-PT2H', { ifPast: 'end' }), say]))).toEqual([]);
    expect(codesOf(chainWith([until('soon', '-PT2H'), ['mark', 'tag', { tag: 'x' }]]))).toEqual([]);
  });

  it('a moment after the one that began the chain is still ahead, as long as nobody waited', () => {
    const trigger: [string, Record<string, unknown>] = ['date', { field: 'order.pickupAt', offset: '-P1D' }];
    expect(codesOf(chainWith([until('soon', '-PT2H'), say], { trigger }))).toEqual([]);
    expect(codesOf(chainWith([until('soon', '-P2D'), say], { trigger }))).toContain('date_may_be_past');
    expect(codesOf(chainWith([['nap', 'wait', wait('P2D')], until('soon', '-PT2H'), say], { trigger }))).toContain(
      'date_may_be_past',
    );
  });

  it('two hours before comes after a day before, not the other way round', () => {
    const end = { ifPast: 'end' };
    expect(
      found(chainWith([until('two', '-PT2H', end), until('day', '-PT24H', end), say]), 'dates_out_of_order'),
    ).toMatchObject([{ severity: 'error', path: 'nodes.1.config.until', facts: { node: 'day', first: 'two' } }]);
    expect(codesOf(chainWith([until('day', '-PT24H', end), until('two', '-PT2H', end), say]))).toEqual([]);
    // A little too late still counts.
    expect(
      codesOf(chainWith([until('two', '-PT2H', end), until('three', '-PT3H', { ...end, grace: 'PT2H' }), say])),
    ).toEqual([]);
  });

  it('the order does not matter where one can come to the second without the first', () => {
    const paths = chainWith(
      [
        ['vip', 'if', { condition: { field: 'contact.tags', is: 'contains', value: 'vip' } }],
        until('two', '-PT2H', { ifPast: 'end' }),
        until('day', '-PT24H', { ifPast: 'end' }),
      ],
      {},
      [
        ['trigger', 'next', 'vip'],
        ['vip', 'yes', 'two'],
        ['vip', 'no', 'day'],
        ['two', 'next', 'day'],
        ['day', 'next', 'done'],
      ],
    );
    expect(codesOf(paths)).toEqual([]);
  });
});
