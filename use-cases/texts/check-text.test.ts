import { describe, expect, it } from '@jest/globals';
import { isTextKey } from '#texts/index.ts';
import { changeable, changeableOf } from './changeable.ts';
import { checkText } from './check-text.ts';
import { defaultOf, variablesOf } from './variables.ts';

const problem = (key: string, text: string | Record<string, string>, language: 'ru' | 'en' = 'en') =>
  checkText(changeableOf(key)!, language, text as string)?.problem;

describe('texts that a business may change', () => {
  it('are there, once each, and every built-in text would be taken as it is', () => {
    expect(changeable.filter(({ key }) => !isTextKey(key))).toEqual([]);
    expect(new Set(changeable.map(({ key }) => key)).size).toBe(changeable.length);
    for (const one of changeable)
      for (const language of ['ru', 'en'] as const)
        expect([one.key, checkText(one, language, defaultOf(language, one.key))]).toEqual([one.key, undefined]);
  });

  it('have a name and an example for every variable', () => {
    const nameless = changeable.flatMap(({ key }) =>
      variablesOf(key)
        .filter(({ name, title }) => title.en === name)
        .map(({ name }) => `${key} ${name}`),
    );
    expect(nameless).toEqual([]);
  });
});

describe('a changed text', () => {
  it('may leave variables out, and may not invent one', () => {
    expect(problem('msg.order_paid', 'Thanks, <b>{total}</b> is here.')).toBeUndefined();
    expect(problem('msg.order_paid', 'Thanks, we are done.')).toBeUndefined();
    expect(checkText(changeableOf('msg.order_paid')!, 'en', 'Thanks, {client}')).toMatchObject({
      path: 'en',
      problem: 'variable',
      words: { en: 'There is no variable {client} here. There are: {number}, {total}.' },
    });
    expect(problem('msg.order_paid', 'Thanks, {total')).toBe('brace');
    expect(problem('msg.order_paid', 'Thanks, {}')).toBe('variable');
    expect(problem('msg.order_paid', 'Thanks, {{total}}')).toBe('brace');
  });

  it('is formatted as Telegram reads it, with every tag closed', () => {
    expect(problem('start.hello', '<b>{shop}</b> <a href="https://example.org/a">site</a> 1 &lt; 2')).toBeUndefined();
    for (const broken of ['<b>{shop}', '{shop}</b>', '<b><i>{shop}</b></i>', '<h1>x</h1>', '1 < 2', '<b'])
      expect([broken, problem('start.hello', broken)]).toEqual([broken, 'html']);
    expect(problem('start.hello', '<a href="javascript:alert(1)">x</a>')).toBe('html');
    expect(problem('start.hello', '<a>x</a>')).toBe('html');
    expect(problem('start.hello', '<b onclick="x">x</b>')).toBe('html');
  });

  it('fits where it stands: a message, a button, a line that fades', () => {
    expect(problem('start.hello', 'a'.repeat(4_096))).toBeUndefined();
    expect(problem('start.hello', `<b>${'a'.repeat(4_096)}</b>`)).toBeUndefined();
    expect(problem('start.hello', 'a'.repeat(4_097))).toBe('long');
    expect(problem('menu.catalog', 'a'.repeat(65))).toBe('long');
    expect(problem('menu.catalog', 'a\nb')).toBe('line');
    expect(problem('menu.catalog', '<b>Goods</b>')).toBe('html');
    expect(problem('cart.cleared', 'a'.repeat(201))).toBe('long');
    expect(problem('cart.cleared', '  ')).toBe('empty');
  });

  it('keeps every form of a number that its language has', () => {
    expect(problem('cart.count', { one: '{count} thing', other: '{count} things' })).toBeUndefined();
    expect(problem('cart.count', 'things')).toBe('forms');
    expect(problem('cart.count', { one: '{count} thing' })).toBe('forms');
    expect(problem('cart.count', { one: '{count} штука', other: '{count} штук' }, 'ru')).toBe('forms');
    expect(checkText(changeableOf('cart.count')!, 'en', { one: '{n}', other: 'x' })?.path).toBe('en.one');
    expect(problem('start.hello', { one: 'x', other: 'y' })).toBe('forms');
  });
});
