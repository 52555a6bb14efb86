import { describe, expect, it } from '@jest/globals';
import { dateTime, isTextKey, money, t, type Language } from '#texts/index.ts';
import { logReasons, logSentence, type LogLine } from './log-words.ts';
import { refusalFacts, refusalWords } from './refusal-words.ts';

const words = (language: Language) => ({
  t: (key: Parameters<typeof t>[1], params?: Parameters<typeof t>[2]) => t(language, key, params),
  maybe: (key: string, params?: Parameters<typeof t>[2], fallback = '') =>
    isTextKey(key) ? t(language, key, params) : fallback,
  pick: (text: { ru: string; en: string }) => text[language],
  at: (moment: string) => dateTime(language, new Date(moment), 'Europe/Moscow'),
  money: (minor: number) => money(language, minor, 'RUB'),
});
const line = (kind: string, facts: Record<string, unknown> = {}, stepType = 'send-message'): LogLine => ({
  kind,
  nodeId: 'ask',
  stepType,
  sentence: { ru: 'Написать клиенту', en: 'Write to the client' },
  branch: null,
  facts,
});

describe('the story of a run says', () => {
  it('that a message is held, and by what', () => {
    const held = line('waits', { heldBy: 'quiet_hours', until: '2026-11-21T06:00:00Z' });
    expect(logSentence(held, words('en'))).toBe('The message is held for now: write to the client');
    expect(logReasons(held, null, words('en'))).toContain("held: the client's quiet hours");
  });

  it.each(['no_consent', 'late', 'cap', 'paused', 'late_by_cap', 'late_by_quiet_hours', 'stopped'])(
    'why a message was not sent: %s',
    (notSent) => {
      for (const language of ['ru', 'en'] as const) {
        const said = logReasons(line('went', { notSent }), null, words(language));
        expect(said).not.toMatch(new RegExp(`: ${notSent}$`));
        expect(said.length).toBeGreaterThan(15);
      }
    },
  );

  it('who ended it, in words', () => {
    for (const by of ['engine', 'publication']) {
      for (const language of ['ru', 'en'] as const)
        expect(logReasons(line('ended', { by }), null, words(language))).not.toContain(by);
    }
    expect(logReasons(line('ended', { by: 'Ольга' }), null, words('ru'))).toContain('Ольга');
  });

  it('what a pause did when it ended', () => {
    expect(logSentence(line('resumed', { policy: 'skip' }), words('en'))).toBe(
      'The pause is over: what is late is not sent',
    );
  });

  it('that somebody was moved, taken back, tried again, or waits for a server', () => {
    expect(logSentence(line('moved'), words('en'))).toMatch(/^On the new version/);
    expect(logSentence(line('moved', { back: true }), words('en'))).toMatch(/^Back on the earlier version/);
    expect(logSentence(line('retried'), words('en'))).toMatch(/^Tried again/);
    expect(logSentence(line('calls', {}, 'call-http'), words('en'))).toMatch(/^Waiting for a server/);
  });

  it('that the moment of a date had passed, and nothing where it had not', () => {
    expect(logReasons(line('went', { passed: true }, 'wait-until'), null, words('en'))).toBe('the moment had passed');
    expect(logReasons(line('went', { passed: false }, 'wait-until'), null, words('en'))).toBe('');
  });

  it('which values a condition looked at, by the words of their owner', () => {
    const looked = line('went', { values: { 'contact.ordersPaid': 2, 'order.totalMinor': 248_000 } }, 'if');
    const said = logReasons(looked, null, words('en'));
    expect(said).toContain('the number of paid orders: 2');
    expect(said.replaceAll('\u00a0', ' ')).toContain('2,480 ₽');
  });
});

describe('why somebody did not enter', () => {
  it.each(['condition', 'already_inside', 'too_soon', 'once', 'runs_wild'])('has words: %s', (reason) => {
    for (const language of ['ru', 'en'] as const)
      expect(refusalWords(reason, words(language))).not.toBe(t(language, 'web.why.because_other'));
  });

  it('comes with the values that decided', () => {
    const facts = { lastEntry: '2026-11-20T10:00:00Z', again: '2026-11-30T10:00:00Z' };
    expect(refusalFacts({ event: 'order.paid', facts }, words('en'))).toMatch(/^entered .+, again from /);
    expect(refusalFacts({ event: 'order.paid', facts: { values: { 'contact.ordersPaid': 1 } } }, words('en'))).toBe(
      'the number of paid orders: 1',
    );
  });

  it('names the event where nothing else is known', () => {
    expect(refusalFacts({ event: 'order.paid', facts: {} }, words('en'))).toMatch(/^event: /);
  });
});
