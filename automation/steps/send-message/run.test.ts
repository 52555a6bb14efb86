import { describe, expect, it } from '@jest/globals';
import { aStepContext } from '#test/support/step-context.ts';
import { definition } from './definition.ts';
import { run } from './run.ts';

const text = { ru: '<b>{{ contact.name }}</b> & 2 < 3', en: '<b>{{ contact.name }}</b> & 2 < 3' };
const sent = (config: unknown) => {
  const result = run(definition.config.parse(config), aStepContext());
  return result.kind === 'go' ? result.effects?.[0] : undefined;
};

describe('a message', () => {
  it('written before formatting came says each sign as it stands', () => {
    expect(sent({ text })).toEqual({
      kind: 'send_message',
      text: '<b>Anna K</b> & 2 < 3',
      buttons: [],
      class: 'marketing',
    });
  });

  it('that is formatted goes out as HTML that Telegram takes', () => {
    expect(sent({ text, format: 'html', class: 'service' })).toEqual({
      kind: 'send_message',
      text: '<b>Anna K</b> &amp; 2 &lt; 3',
      format: 'html',
      buttons: [],
      class: 'service',
    });
  });

  it('as it lies in a version published long ago, without a format, still runs', () => {
    const old = { text, buttons: [], class: 'service' } as never;
    expect(run(old, aStepContext())).toMatchObject({ effects: [{ text: '<b>Anna K</b> & 2 < 3' }] });
  });

  it('reads aloud without its tags', () => {
    const config = definition.config.parse({
      text: { ru: '<b>Да</b> {{ contact.firstName }}', en: 'x' },
      format: 'html',
    });
    expect(definition.sentence(config, 'ru')).toBe('Написать: «Да [имя клиента без фамилии]»');
  });

  it('may be as long as Telegram lets it, tags and what is filled in not counted', () => {
    const long = (length: number) => ({ ru: 'x', en: `<b>${'x'.repeat(length)}</b>{{ contact.name }}` });
    expect(definition.config.safeParse({ text: long(4_096), format: 'html' }).success).toBe(true);
    expect(definition.config.safeParse({ text: long(4_097), format: 'html' }).success).toBe(false);
  });
});
