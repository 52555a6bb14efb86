import { describe, expect, it } from '@jest/globals';
import { t, type Language } from '#texts/index.ts';
import { figureWords } from './figure-words.ts';

const words = (language: Language) => ({
  language,
  t: (key: Parameters<typeof t>[1], params?: Parameters<typeof t>[2]) => t(language, key, params),
});

describe('the figures of a version', () => {
  it('say how much one client gets and how long they stay', () => {
    const figures = { messagesPerEntry: 4, messagesPerDay: 2, longestStay: 'P9D' };
    expect(figureWords(figures, words('en'))).toBe('At most 4 messages, at most 2 in a day; stays at most 9 days.');
    expect(figureWords(figures, words('ru')).replaceAll('\u00a0', ' ')).toBe(
      'Не больше 4 сообщений, за день не больше 2; внутри не дольше 9 дней.',
    );
  });

  it('say so where nothing bounds them', () => {
    const figures = { messagesPerEntry: null, messagesPerDay: null, longestStay: null };
    expect(figureWords(figures, words('en'))).toBe('Any number of messages, any number in a day; stays with no limit.');
  });

  it('do not speak of days where nothing is sent, nor of a stay where nobody waits', () => {
    const figures = { messagesPerEntry: 0, messagesPerDay: 0, longestStay: 'PT0S' };
    expect(figureWords(figures, words('en'))).toBe('No messages; goes through at once.');
  });
});
