import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { catalogues, dateTime, day, errorWords, money, t, type Plural } from './index.ts';

type Entry = string | Plural;
const ru: Record<string, Entry> = catalogues.ru;
const en: Record<string, Entry> = catalogues.en;

const forms = (entry: Entry): string[] =>
  typeof entry === 'string' ? [entry] : Object.values(entry).filter((form) => form !== undefined);
const params = (entry: Entry): string[] =>
  [...new Set(forms(entry).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '')))].sort();

describe('the words of the product', () => {
  it('are there in both languages', () => {
    expect(Object.keys(ru).filter((key) => !(key in en))).toEqual([]);
    expect(Object.keys(en).filter((key) => !(key in ru))).toEqual([]);
  });

  it('exist for every refusal of a rule', () => {
    const codes = globSync('{use-cases,automation,activities,workers,api,bot}/**/*.ts')
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/new BusinessError\(\s*'([a-z_]+)'/g)].map((found) => found[1]),
      );
    expect(codes.length).toBeGreaterThan(20);
    expect([...new Set(codes)].filter((code) => !(`error.${code}` in ru))).toEqual([]);
  });

  it('have every plural form that their language knows', () => {
    const missing = (catalogue: Record<string, Entry>, needed: string[]) =>
      Object.entries(catalogue).flatMap(([key, entry]) =>
        typeof entry === 'string' ? [] : needed.filter((form) => !(form in entry)).map((form) => `${key}.${form}`),
      );
    expect(missing(ru, ['one', 'few', 'many', 'other'])).toEqual([]);
    expect(missing(en, ['one', 'other'])).toEqual([]);
    for (const key of Object.keys(ru)) expect([key, typeof ru[key]]).toEqual([key, typeof en[key]]);
  });

  it('are filled with the same facts in both languages', () => {
    for (const key of Object.keys(ru)) expect([key, params(ru[key] ?? '')]).toEqual([key, params(en[key] ?? '')]);
  });

  it('do not shout, and leave nothing empty', () => {
    for (const [key, entry] of [...Object.entries(ru), ...Object.entries(en)]) {
      for (const form of forms(entry)) {
        expect([key, form.trim() === '']).toEqual([key, false]);
        expect([key, form.includes('!')]).toEqual([key, false]);
      }
    }
  });

  it('use only the HTML that Telegram reads, closed again', () => {
    for (const [key, entry] of [...Object.entries(ru), ...Object.entries(en)]) {
      if (key.startsWith('web.')) continue;
      for (const form of forms(entry)) {
        const tags = [...form.matchAll(/<(\/?)(\w+)>/g)].map((tag) => `${tag[1]}${tag[2]}`);
        expect([key, tags.filter((tag) => !['b', '/b', 'i', '/i'].includes(tag))]).toEqual([key, []]);
        expect([key, tags.filter((tag) => tag.startsWith('/')).length * 2]).toEqual([key, tags.length]);
      }
    }
  });
});

describe('numbers, money and moments', () => {
  it('choose the plural form by the number', () => {
    expect([1, 3, 38, 21].map((count) => t('ru', 'cart.count', { count }))).toEqual([
      '1 товар',
      '3 товара',
      '38 товаров',
      '21 товар',
    ]);
    expect([1, 3].map((count) => t('en', 'cart.count', { count }))).toEqual(['1 item', '3 items']);
  });

  it('write money as the reader does, with a no-break space before the sign', () => {
    expect(money('ru', 248_000, 'RUB')).toBe('2\u00a0480\u00a0₽');
    expect(money('en', 248_000, 'RUB')).toBe('2,480\u00a0₽');
    expect(money('ru', 99_950, 'RUB')).toBe('999,50\u00a0₽');
  });

  it('write moments on the wall clock of the shop', () => {
    const moment = new Date('2026-11-21T10:50:00Z');
    expect(dateTime('ru', moment, 'Europe/Moscow')).toBe('сб 21\u00a0нояб., 13:50');
    expect(dateTime('en', moment, 'Europe/Moscow')).toBe('Sat 21\u00a0Nov, 13:50');
    expect(dateTime('en', moment, 'Europe/Moscow', 'time')).toBe('13:50');
    expect(day('ru', '2026-11-22')).toBe('вс 22\u00a0нояб.');
  });

  it('never show a bare code', () => {
    expect(errorWords('en', 'no_such_code')).toBe(t('en', 'error.unknown'));
    expect(errorWords('ru', 'checkout_used', { number: 1001 })).toBe('Заказ № 1001 уже оформлен.');
    expect(errorWords('ru', 'not_enough_stock')).toBe(t('ru', 'error.unknown'));
  });
});
