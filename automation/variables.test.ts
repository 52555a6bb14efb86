import { describe, expect, it } from '@jest/globals';
import type { AutomationDraft } from './document.ts';
import { settingsSchema } from './settings.ts';
import { SCHEMA } from './upgrades.ts';
import { render } from './templates.ts';
import { steps } from './steps/registry.ts';
import { stepSentence } from './sentence.ts';
import { namesIn, sampleValues, variablesAt, variablesOfEvent } from './variables.ts';

const wait = (event: string) => ({ event, timeout: 'P1D' });
const draft = (over: Partial<AutomationDraft> = {}): AutomationDraft => ({
  schema: SCHEMA,
  name: 'x',
  trigger: { type: 'event', config: { event: 'order.paid' } },
  nodes: [
    {
      id: 'ask',
      type: 'send-message',
      config: { ...steps['send-message']!.definition.fresh(), buttons: [{ id: 'good', label: { ru: 'Да', en: '' } }] },
    },
    { id: 'answer', type: 'wait-for-event', config: wait('chat.button'), label: 'Answer' },
    { id: 'yes', type: 'tag', config: { tag: 'a' } },
    { id: 'no', type: 'tag', config: { tag: 'b' } },
    { id: 'both', type: 'tag', config: { tag: 'c' } },
    { id: 'alone', type: 'tag', config: { tag: 'd' } },
  ],
  edges: [
    { from: 'trigger', port: 'next', to: 'ask' },
    { from: 'ask', port: 'next', to: 'answer' },
    { from: 'answer', port: 'happened', to: 'yes' },
    { from: 'answer', port: 'timeout', to: 'no' },
    { from: 'yes', port: 'next', to: 'both' },
    { from: 'no', port: 'next', to: 'both' },
  ],
  settings: settingsSchema.parse({}),
  ...over,
});
const at = (node: string, document = draft()) => new Map(variablesAt(document, node).map((one) => [one.path, one]));

describe('what a step can name', () => {
  it('is the client, the shop, what started the chain, and the order where it is about one', () => {
    const known = at('ask');
    expect(known.get('contact.firstName')?.surely).toBe(true);
    expect(known.get('contact.phone')?.surely).toBe(false);
    expect(known.get('order.totalMinor')).toMatchObject({ kind: 'money', surely: true });
    expect(known.get('trigger.late')).toMatchObject({ kind: 'boolean', surely: true });
    expect(at('ask', draft({ trigger: { type: 'keyword', config: { words: ['x'] } } })).has('order.number')).toBe(
      false,
    );
  });

  it('is everything that may be, as long as nothing is chosen to start it', () => {
    expect(at('ask', draft({ trigger: { type: '', config: {} } })).get('order.number')?.surely).toBe(false);
  });

  it('is what an earlier step left: surely on its way, perhaps where the ways meet, never elsewhere', () => {
    expect(at('yes').get('steps.answer.button')).toMatchObject({ surely: true, group: { words: { ru: 'Answer' } } });
    expect(at('both').get('steps.answer.button')?.surely).toBe(false);
    for (const node of ['ask', 'answer', 'no', 'alone', 'trigger'])
      expect(at(node).has('steps.answer.button')).toBe(false);
  });

  it('offers the buttons and messages of this chain by their words', () => {
    expect(at('yes').get('steps.answer.button')?.choices).toEqual([{ value: 'good', words: { ru: 'Да', en: 'Да' } }]);
    expect(variablesOfEvent(draft(), 'chat.button').find((one) => one.path === 'nodeId')?.choices?.[0]?.value).toBe(
      'ask',
    );
  });

  it('reads in both languages and has a sample that fills a text', () => {
    const all = variablesAt(draft(), 'both');
    for (const language of ['ru', 'en'] as const) {
      for (const one of all) expect(one.words[language]).toMatch(/\S/);
      const text = all.map((one) => `{{ ${one.path} }}`).join(' ');
      expect(render(text, sampleValues(all, language))).not.toMatch(/object|undefined/);
    }
    expect(sampleValues(all, 'en')).toMatchObject({ contact: { firstName: 'Name', language: 'en' } });
  });

  it('bears a circle and a step of an unknown type', () => {
    const round = draft({ edges: [...draft().edges, { from: 'both', port: 'next', to: 'answer' }] });
    round.nodes.push({ id: 'odd', type: 'no-such', config: {} });
    expect(at('answer', round).get('steps.answer.button')?.surely).toBe(false);
  });
});

it('a condition on a pressed button reads by its label, and names the step only where two leave the same', () => {
  const liked = { type: 'if', config: { condition: { field: 'steps.answer.button', is: 'equal', value: 'good' } } };
  const one = draft();
  const [label] = variablesAt(one, 'both').find((each) => each.path === 'steps.answer.button')!.choices!;
  liked.config.condition.value = label!.value;
  expect(stepSentence(liked, 'en', namesIn(one))).toBe(`If the answer is “${label!.words.en}”`);
  const two = draft();
  two.nodes.push({ ...two.nodes.find((node) => node.id === 'answer')!, id: 'again' });
  expect(stepSentence(liked, 'ru', namesIn(two))).toMatch(/^Если ответ на шаге «.+»: «.+»$/);
});
