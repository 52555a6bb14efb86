import { describe, expect, it } from '@jest/globals';
import { chainWith, codesOf, found, message, when } from './testing.ts';

type Chain = ReturnType<typeof chainWith>;
const press = { event: 'chat.button', timeout: 'P1D' };
const buttons = { buttons: [{ id: 'good', label: { ru: 'Да', en: 'Yes' } }] };
const coupon = { method: 'GET', url: 'https://example.com', take: [{ path: 'code', as: 'code' }] };

/** Asks, waits for a press, and says `text` after it, after the timeout, or where both ways have met. */
function asked(where: 'happened' | 'timeout' | 'both', text: string): Chain {
  const to = (port: string) => (where === port || where === 'both' ? 'say' : 'done');
  return chainWith(
    [
      ['ask', 'send-message', message('?', buttons)],
      ['press', 'wait-for-event', press],
      ['say', 'send-message', message(text)],
    ],
    {},
    [
      ['trigger', 'next', 'ask'],
      ['ask', 'next', 'press'],
      ['press', 'happened', to('happened')],
      ['press', 'timeout', to('timeout')],
      ['say', 'next', 'done'],
    ],
  );
}
const says = (text: string, trigger: [string, Record<string, unknown>] = ['event', { event: 'order.paid' }]) =>
  chainWith([['say', 'send-message', message(text)]], { trigger });
const names = (document: Chain) => codesOf(document).filter((code) => code.startsWith('variable_'));

describe('what a text names is there', () => {
  it('an answer is there after it came, perhaps where the ways have met, never where nobody answered', () => {
    const text = 'You said {{ steps.press.button }}';
    expect(names(asked('happened', text))).toEqual([]);
    expect(found(asked('both', text), 'variable_maybe')).toMatchObject([
      { severity: 'warning', path: 'nodes.2.config.text.ru', facts: { node: 'say', name: 'steps.press.button' } },
      { path: 'nodes.2.config.text.en' },
    ]);
    expect(found(asked('timeout', text), 'variable_unknown')).toMatchObject([{ severity: 'error' }, {}]);
  });

  it('what not everybody has is no matter where the text says what stands there instead, or asks first', () => {
    expect(names(asked('both', '{{ steps.press.button | default: "-" }}'))).toEqual([]);
    expect(names(asked('both', '{% if steps.press.button %}{{ steps.press.button }}{% endif %}'))).toEqual([]);
    expect(names(says('{{ contact.phone }}'))).toEqual(['variable_maybe', 'variable_maybe']);
    expect(names(says('{{ contact.phone | default: "" }} {{ contact.firstName }}'))).toEqual([]);
  });

  it('a misspelt field, and an order in a chain that is about none, are not there', () => {
    expect(names(says('{{ contact.frstName }}'))).toEqual(['variable_unknown', 'variable_unknown']);
    expect(names(says('{{ order.number }}', ['keyword', { words: ['x'] }]))).toContain('variable_unknown');
    expect(names(says('{{ order.number }}'))).toEqual([]);
    expect(names(says('{{ order.number }}', ['date', { field: 'order.pickupAt', offset: '-PT2H' }]))).toEqual([]);
  });

  it('what a text names itself is its own', () => {
    expect(
      names(
        says('{% assign sum = order.totalMinor | money %}{{ sum }}{% for tag in contact.tags %}{{ tag }}{% endfor %}'),
      ),
    ).toEqual([]);
  });

  it('the body of a request and fields of your own are taken on trust', () => {
    const webhook: [string, Record<string, unknown>] = ['webhook', { contactBy: 'phone', contactPath: 'phone' }];
    expect(
      names(says('{{ trigger.body.coupon.code | default: "-" }} {{ contact.fields.size | default: "" }}', webhook)),
    ).toEqual([]);
  });
});

describe('what a condition, a wait and a value name is there', () => {
  const decides = (condition: Record<string, unknown>, remembers: 'always' | 'for some' | 'never') =>
    chainWith(
      [
        ['vip', 'if', when('contact.tags', 'contains', 'vip')],
        ['keep', 'set-variable', { name: 'discount', value: { kind: 'number', number: 5 } }],
        ['check', 'if', condition],
      ],
      {},
      [
        ['trigger', 'next', 'vip'],
        ['vip', 'yes', remembers === 'never' ? 'check' : 'keep'],
        ['vip', 'no', remembers === 'always' ? 'keep' : 'check'],
        ['keep', 'next', remembers === 'never' ? 'done' : 'check'],
        ['check', 'yes', remembers === 'never' ? 'keep' : 'done'],
        ['check', 'no', 'done'],
      ],
    );

  it('what was put by on every way is there, and on some ways perhaps', () => {
    const asks = when('vars.discount', 'greater', 3);
    expect(names(decides(asks, 'always'))).toEqual([]);
    expect(names(decides(asks, 'for some'))).toEqual(['variable_maybe']);
    expect(names(decides(asks, 'never'))).toEqual(['variable_unknown']);
  });

  it('a condition that asks whether it is there may ask anywhere', () => {
    expect(names(decides(when('vars.discount', 'known'), 'for some'))).toEqual([]);
    const both = {
      all: [
        { field: 'vars.discount', is: 'known' },
        { field: 'vars.discount', is: 'less', value: 9 },
      ],
    };
    expect(names(decides({ condition: both }, 'for some'))).toEqual([]);
  });

  it('an event that is waited for has only its own fields', () => {
    const waits = (field: string) => asFilter({ field, is: 'equal', value: 'x' });
    expect(names(waits('text'))).toEqual([]);
    expect(names(waits('button'))).toEqual(['variable_unknown']);
  });

  it('an answer of another system is there when the call worked', () => {
    const calls = (port: 'ok' | 'error') =>
      chainWith(
        [
          ['call', 'call-http', coupon],
          ['say', 'send-message', message('{{ steps.call.code }}')],
        ],
        {},
        [
          ['trigger', 'next', 'call'],
          ['call', port, 'say'],
          ['call', port === 'ok' ? 'error' : 'ok', 'done'],
          ['say', 'next', 'done'],
        ],
      );
    expect(names(calls('ok'))).toEqual([]);
    expect(names(calls('error'))).toContain('variable_unknown');
  });

  it('those chosen for a schedule are chosen by what is known of the client alone', () => {
    const when_ = { rule: 'FREQ=DAILY', startDate: '2026-01-01', time: '10:00' };
    const chosen = (field: string) =>
      names(chainWith([], { trigger: ['schedule', { when: when_, audience: { field, is: 'known' } }] }));
    expect(chosen('contact.ordersPaid')).toEqual([]);
    expect(chosen('trigger.date')).toEqual(['variable_unknown']);
  });

  it('what takes a client out names fields of its event', () => {
    const leaves = (field: string) =>
      names(
        chainWith([], {
          settings: { exitOn: [{ event: 'contact.tagged', filter: { field, is: 'equal', value: 'x' } }] },
        }),
      );
    expect(leaves('tag')).toEqual([]);
    expect(leaves('tags')).toEqual(['variable_unknown']);
  });
});

function asFilter(filter: Record<string, unknown>): Chain {
  return chainWith([['hear', 'wait-for-event', { event: 'chat.message', filter, timeout: 'P1D' }]], {}, [
    ['trigger', 'next', 'hear'],
    ['hear', 'happened', 'done'],
    ['hear', 'timeout', 'done'],
  ]);
}
