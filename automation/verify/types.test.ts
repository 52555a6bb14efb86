import { describe, expect, it } from '@jest/globals';
import { chainWith, codesOf, found, message, when } from './testing.ts';

const decides = (field: string, is: string, value?: unknown) =>
  chainWith([['check', 'if', when(field, is, value)]], {}, [
    ['trigger', 'next', 'check'],
    ['check', 'yes', 'done'],
    ['check', 'no', 'done'],
  ]);
const codes = (field: string, is: string, value?: unknown) => codesOf(decides(field, is, value));

describe('a comparison fits what it compares', () => {
  it.each([
    ['a name is not greater than a number', 'contact.firstName', 'greater', 3],
    ['a number contains nothing', 'contact.ordersPaid', 'contains', 'x'],
    ['a number is no text', 'contact.ordersPaid', 'equal', '3'],
    ['yes or no is no text', 'contact.consent', 'equal', 'yes'],
    ['tags are many and equal none', 'contact.tags', 'equal', 'vip'],
    ['one of several is for texts', 'order.totalMinor', 'one_of', ['1']],
    ['a moment is not after a word', 'contact.since', 'after', 'soon'],
    ['older than needs a length of time', 'contact.since', 'older_than', '2026-01-01'],
    ['a comparison needs something to compare with', 'contact.firstName', 'equal', undefined],
    ['an own field is greater than numbers alone', 'contact.fields.size', 'greater', 'big'],
  ])('%s', (_rule, field, is, value) => {
    expect(found(decides(field, is, value), 'condition_type_mismatch')).toMatchObject([
      { severity: 'error', path: 'nodes.0.config.condition', facts: { node: 'check', name: field } },
    ]);
  });

  it.each([
    ['contact.firstName', 'contains', 'a'],
    ['contact.firstName', 'one_of', ['a', 'b']],
    ['order.totalMinor', 'at_least', 100],
    ['contact.consent', 'equal', true],
    ['contact.tags', 'contains', 'vip'],
    ['contact.since', 'before', '2026-01-01'],
    ['contact.lastOrderAt', 'older_than', 'P60D'],
    ['contact.birthday', 'known', undefined],
    ['contact.fields.size', 'greater', 3],
    ['contact.language', 'equal', 'ru'],
  ])('%s %s %j does', (field, is, value) => {
    expect(codes(field, is, value)).toEqual([]);
  });

  it('a value that a field never has is worth a word', () => {
    expect(found(decides('order.state', 'one_of', ['paid', 'flying']), 'condition_value_unknown')).toMatchObject([
      { severity: 'warning', facts: { value: 'flying' } },
    ]);
    expect(codes('order.state', 'one_of', ['paid', 'shipped'])).toEqual([]);
  });

  it('an answer out of several is one of them', () => {
    const options = [
      { id: 'tea', label: { ru: 'Чай', en: 'Tea' } },
      { id: 'milk', label: { ru: 'Молоко', en: 'Milk' } },
    ];
    const text = { ru: '?', en: '?' };
    const drink = (value: string) =>
      chainWith(
        [
          ['drink', 'ask', { question: text, retry: text, answer: 'choice', options, timeout: 'P1D' }],
          ['check', 'if', when('steps.drink.answer', 'equal', value)],
        ],
        {},
        [
          ['trigger', 'next', 'drink'],
          ['drink', 'answered', 'check'],
          ['drink', 'invalid', 'done'],
          ['drink', 'timeout', 'done'],
          ['check', 'yes', 'done'],
          ['check', 'no', 'done'],
        ],
      );
    expect(codesOf(drink('tea'))).toEqual([]);
    expect(codesOf(drink('beer'))).toEqual(['condition_value_unknown']);
  });
});

describe('a value fits what is done with it', () => {
  const adds = (path: string) =>
    chainWith([['sum', 'set-variable', { name: 'total', value: { kind: 'sum', path, add: 1 } }]]);

  it('a sum is of numbers', () => {
    expect(codesOf(adds('contact.firstName'))).toEqual(['condition_type_mismatch']);
    expect(codesOf(adds('contact.ordersPaid'))).toEqual([]);
  });

  it('a wait is for a moment', () => {
    const until = (reference: string) =>
      chainWith([
        ['until', 'wait-until', { until: { kind: 'date', reference, offset: 'P1D' }, ifPast: 'end' }],
        ['say', 'send-message', message()],
      ]);
    expect(codesOf(until('order.number'))).toEqual(['condition_type_mismatch']);
    expect(codesOf(until('order.pickupAt'))).toEqual([]);
  });

  it('what another system answered can be anything', () => {
    const calls = chainWith(
      [
        ['call', 'call-http', { method: 'GET', url: 'https://example.com', take: [{ path: 'a', as: 'left' }] }],
        ['check', 'if', when('steps.call.left', 'less', 5)],
      ],
      {},
      [
        ['trigger', 'next', 'call'],
        ['call', 'ok', 'check'],
        ['call', 'error', 'done'],
        ['check', 'yes', 'done'],
        ['check', 'no', 'done'],
      ],
    );
    expect(codesOf(calls)).toEqual([]);
  });
});
