import { describe, expect, it } from '@jest/globals';
import { isTextKey, t, type Language } from '#texts/index.ts';
import { outcomeWords, percentOf } from './job-words.ts';

const words = (language: Language) => ({
  t: (key: Parameters<typeof t>[1], params?: Parameters<typeof t>[2]) => t(language, key, params),
  maybe: (key: string, params?: Parameters<typeof t>[2], fallback = '') =>
    isTextKey(key) ? t(language, key, params) : fallback,
});

describe('work over many people', () => {
  it('says how many were moved and why the others were not', () => {
    const job = { kind: 'move' as const, done: 12, outcome: { kept: 3, step_gone: 0 } };
    expect(outcomeWords(job, words('en'))).toBe('moved 12 people, 3 stay on the old one');
    expect(outcomeWords(job, words('ru'))).toBe('переведено 12 человек, 3 остаются на старой');
  });

  it('counts those of whom it does not know the reason', () => {
    const job = { kind: 'retry' as const, done: 1, outcome: { something_new: 2 } };
    expect(outcomeWords(job, words('en'))).toBe('retried for 1 person, 2 left out');
  });

  it('is as far as those whom it has treated or left out', () => {
    expect(percentOf({ state: 'open', total: 10, done: 3, skipped: 2 })).toBe(50);
    expect(percentOf({ state: 'open', total: 2, done: 3, skipped: 0 })).toBe(100);
    expect(percentOf({ state: 'open', total: 0, done: 0, skipped: 0 })).toBe(0);
    expect(percentOf({ state: 'done', total: 10, done: 3, skipped: 0 })).toBe(100);
  });
});
