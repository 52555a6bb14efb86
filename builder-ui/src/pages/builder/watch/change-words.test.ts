import { describe, expect, it } from '@jest/globals';
import { gallery } from '#automation/gallery/gallery.ts';
import { draftSchema } from '#automation/document.ts';
import { t, type Language } from '#texts/index.ts';
import type { Draft } from '../../../canvas/draft.ts';
import { changeWords } from './change-words.ts';

const words = (language: Language) => ({
  language,
  t: (key: Parameters<typeof t>[1], params?: Parameters<typeof t>[2]) => t(language, key, params),
  pick: (text: { ru: string; en: string }) => text[language],
});
const review = gallery.find(({ id }) => id === 'ask-for-review')!;
const drawing = (change: (draft: Draft) => void = () => {}): Draft => {
  const draft = draftSchema.parse(structuredClone({ ...review.document, name: 'Review' }));
  change(draft);
  return draft;
};
const node = (draft: Draft, id: string) => draft.nodes.find((one) => one.id === id)!;
const say = (after: Draft, most?: number, language: Language = 'en') =>
  changeWords(drawing(), after, words(language), most);

describe('a change reads', () => {
  it('as nothing when the database wrote the same in its own order', () => {
    const stored = drawing((draft) => {
      const { text, format, buttons, class: kind } = node(draft, 'ask').config;
      node(draft, 'ask').config = { class: kind, buttons, format, text };
    });
    expect(say(stored)).toEqual([t('en', 'web.builder.diff.none')]);
  });

  it('as places when steps were only moved', () => {
    expect(say(drawing((draft) => (node(draft, 'day').at = { x: 5, y: 5 })))).toEqual([
      t('en', 'web.builder.diff.places'),
    ]);
  });

  it('as what a step said before and what it says now', () => {
    const [line, ...more] = say(drawing((draft) => (node(draft, 'day').config = { duration: 'P2D' })));
    expect(more).toEqual([]);
    expect(line).toContain('1 day');
    expect(line).toContain('2 days');
  });

  it('as the field that changed when the step reads the same, also under a name of its own', () => {
    const edited = drawing((draft) => {
      const { text, ...rest } = node(draft, 'ask').config;
      node(draft, 'ask').config = { ...rest, text, buttons: [] };
    });
    expect(say(edited)).toEqual([expect.stringMatching(/^Send: .* \(changed: buttons\)$/)]);
  });

  it('as one line when a way is led elsewhere, with the name of the way', () => {
    const edited = drawing((draft) => {
      draft.edges = draft.edges.map((edge) =>
        edge.from === 'liked' && edge.port === 'no' ? { ...edge, to: 'done' } : edge,
      );
    });
    const lines = say(edited);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('(no)');
    expect(lines[0]).toContain('All good');
  });

  it('as the new step alone when a way is led through it', () => {
    const edited = drawing((draft) => {
      draft.nodes.push({ id: 'mark', type: 'tag', config: { tag: 'asked' } });
      draft.edges = draft.edges.filter(({ from }) => from !== 'day');
      draft.edges.push({ from: 'day', port: 'next', to: 'mark' }, { from: 'mark', port: 'next', to: 'ask' });
    });
    expect(say(edited)).toEqual(['Added: Add the tag “asked”']);
  });

  it('as a way that is gone when nothing takes its place', () => {
    const edited = drawing((draft) => {
      draft.edges = draft.edges.filter((edge) => !(edge.from === 'liked' && edge.port === 'no'));
    });
    expect(say(edited)).toHaveLength(1);
  });

  it('of the start as both starts', () => {
    const edited = drawing((draft) => (draft.trigger.config = { event: 'order.paid' }));
    expect(say(edited)[0]).toMatch(/paid/);
  });

  it('shortly where there is little room, and says how many more there are', () => {
    const edited = drawing((draft) => {
      draft.nodes = draft.nodes.filter(({ id }) => id === 'day');
      draft.edges = [];
    });
    expect(say(edited, 4)).toHaveLength(4);
    expect(say(edited).length).toBeGreaterThan(4);
  });

  it('in Russian too, without a word of the code', () => {
    const edited = drawing((draft) => {
      node(draft, 'day').config = { duration: 'P2D' };
      node(draft, 'done').label = 'Конец';
      draft.edges = draft.edges.map((edge) =>
        edge.from === 'liked' && edge.port === 'no' ? { ...edge, to: 'done' } : edge,
      );
    });
    for (const line of say(edited, undefined, 'ru')) expect(line).not.toMatch(/web\.|config|undefined/);
  });
});
