import { describe, expect, it } from '@jest/globals';
import { stepSentence, triggerSentence } from './sentence.ts';
import { steps } from './steps/registry.ts';

describe('a node read aloud', () => {
  it.each([
    ['wait', { duration: 'PT2M' }, 'Wait 2 minutes'],
    ['wait', {}, 'Wait'],
    ['tag', { tag: '' }, 'Add a tag'],
    ['if', { condition: { all: [] } }, 'If'],
    ['send-message', { text: { ru: '', en: '' } }, 'Send a message'],
    ['no-such', {}, 'no-such'],
  ])('%s with %j is “%s”', (type, config, words) => {
    expect(stepSentence({ type, config }, 'en').replaceAll('\u00a0', ' ')).toBe(words);
  });

  it('always says something, however unfinished it is', () => {
    for (const type of Object.keys(steps)) {
      for (const config of [{}, { text: 3 }, { condition: { field: '' } }, { duration: 'soon' }]) {
        expect(stepSentence({ type, config } as never, 'ru')).toMatch(/\S/);
      }
    }
  });

  it('that starts the chain has no sentence until it is chosen', () => {
    expect(triggerSentence({ type: '', config: {} }, 'en')).toBeUndefined();
    expect(triggerSentence({ type: 'event', config: { event: 'order.paid' } }, 'en')).toBe('When an order is paid');
    expect(triggerSentence({ type: 'keyword', config: {} }, 'en')).toBe('A word in the chat');
  });
});
