import { describe, expect, it } from '@jest/globals';
import { holds, valueAt, type Condition } from './conditions.ts';
import { render, templateProblem } from './templates.ts';
import { triggers } from './triggers/registry.ts';
import { durationWords } from './words.ts';

const values = { contact: { name: 'Anna', ordersPaid: 2, tags: ['vip'], phone: null }, trigger: { first: true } };

describe('a condition', () => {
  it.each<[Condition, boolean]>([
    [{ field: 'contact.ordersPaid', is: 'greater', value: 1 }, true],
    [{ field: 'contact.ordersPaid', is: 'at_most', value: 1 }, false],
    [{ field: 'contact.tags', is: 'contains', value: 'vip' }, true],
    [{ field: 'contact.tags', is: 'not_contains', value: 'vip' }, false],
    [{ field: 'contact.phone', is: 'unknown' }, true],
    [{ field: 'contact.name', is: 'contains', value: 'ann' }, true],
    [{ field: 'trigger.first', is: 'equal', value: true }, true],
    [{ field: 'trigger.missing', is: 'greater', value: 0 }, false],
    [{ field: 'trigger.missing', is: 'not_equal', value: 1 }, true],
    [
      {
        all: [
          { field: 'trigger.first', is: 'equal', value: true },
          { not: { field: 'contact.tags', is: 'contains', value: 'x' } },
        ],
      },
      true,
    ],
    [
      {
        any: [
          { field: 'trigger.first', is: 'equal', value: false },
          { field: 'contact.ordersPaid', is: 'equal', value: 3 },
        ],
      },
      false,
    ],
  ])('%j is %s', (condition, answer) => {
    expect(holds(condition, values, new Date('2026-11-21T12:00:00Z'))).toBe(answer);
  });

  it('never reaches a prototype', () => {
    for (const path of ['constructor', 'contact.constructor.name', '__proto__.x', 'contact.tags.length.constructor'])
      expect(valueAt(values, path)).toBeUndefined();
  });
});

describe('a text', () => {
  it('is filled with what is known, and stays whole when something is not', () => {
    expect(render('Hi {{ contact.name }}{{ contact.nothing }}', values)).toBe('Hi Anna');
    expect(render("{{ 248000 | money: 'RUB', 'en' }}", values)).toBe('RUB 2,480'.replace(' ', '\u00a0'));
  });

  it('says a moment by the clock of the client and a number with its word, in their language', () => {
    const of = (language: string, timeZone: string) => ({
      contact: { language, timeZone },
      at: '2026-06-05T20:30:00.000Z',
    });
    expect(render('{{ at | when }}', of('en', 'Asia/Vladivostok'))).toMatch(/^Sat.? 6 June(,| at) 06:30$/);
    expect(render("{{ at | when: 'time' }}", of('ru', 'Europe/Moscow'))).toBe('23:30');
    expect(render("{{ '1990-03-08' | when: 'day' }}", of('ru', 'America/New_York'))).toContain('8 марта');
    expect(render('{{ nothing | when }}', of('ru', 'UTC'))).toBe('');
    const orders = "{{ n | plural: 'заказ', 'заказа', 'заказов' }}";
    const said = [1, 3, 5, 21].map((n) => render(orders, { contact: { language: 'ru' }, n }));
    expect(said).toEqual(['1 заказ', '3 заказа', '5 заказов', '21 заказ'].map((one) => one.replace(' ', '\u00a0')));
    expect(render("{{ n | plural: 'order', 'orders' }}", { contact: { language: 'en' }, n: 2 })).toBe('2\u00a0orders');
  });

  it('is bounded: what runs wild is refused instead of holding the engine up', () => {
    expect(() => render('{% for i in (1..100000000) %}{{ i }}{% endfor %}', values)).toThrow(/limit/);
    expect(render('{{ contact.constructor }}', values)).toBe('');
  });

  it('that is not well formed is found before publishing', () => {
    expect(templateProblem('{{ x')).toBeDefined();
    expect(templateProblem('{{ x | nofilter }}')).toBeDefined();
    expect(templateProblem('{{ x | money }}')).toBeUndefined();
  });
});

describe('a keyword', () => {
  const { run } = triggers['keyword']!;
  const says = (text: string, words: string[], match: 'whole' | 'anywhere') =>
    run(
      { words, match },
      {
        id: '1',
        type: 'chat.message',
        seq: 1,
        contactId: 'c',
        subjectId: null,
        data: { text },
        occurredAt: new Date(0),
      },
      {} as never,
    ).starts;

  it.each([
    ['Ёлка!', ['елка'], 'whole', true],
    ['хочу ёлку', ['елка'], 'whole', false],
    ['А часы работы какие?', ['часы работы'], 'anywhere', true],
    ['часыработы', ['часы работы'], 'anywhere', false],
    ['scholarship', ['ship'], 'anywhere', false],
  ] as const)('hears %s by %j (%s): %s', (text, words, match, answer) => {
    expect(says(text, [...words], match)).toBe(answer);
  });
});

describe('a duration in words', () => {
  it.each([
    ['PT2M', 'ru', '2 минуты'],
    ['PT5M', 'ru', '5 минут'],
    ['P1DT3H', 'en', '1 day 3 hours'],
  ] as const)('%s in %s is %s', (duration, language, words) => {
    expect(durationWords(duration, language).replaceAll('\u00a0', ' ')).toBe(words);
  });
});
