import { describe, expect, it } from '@jest/globals';
import { compare, isSame } from './compare.ts';
import type { AutomationDraft } from './document.ts';
import { settingsSchema } from './settings.ts';
import { SCHEMA } from './upgrades.ts';

const drawing = (change: (draft: AutomationDraft) => void = () => {}): AutomationDraft => {
  const draft: AutomationDraft = {
    schema: SCHEMA,
    name: 'Thanks',
    trigger: { type: 'event', config: { event: 'order.paid' }, at: { x: 0, y: 0 } },
    nodes: [
      { id: 'pause', type: 'wait', config: { duration: 'PT10M' }, at: { x: 0, y: 100 } },
      {
        id: 'thank',
        type: 'send-message',
        config: {
          text: { ru: 'Спасибо', en: 'Thanks' },
          format: 'html',
          buttons: [{ id: 'ok', label: { ru: 'Да', en: 'Yes' } }],
        },
      },
      { id: 'done', type: 'end', config: { reason: 'done' } },
    ],
    edges: [
      { from: 'trigger', port: 'next', to: 'pause' },
      { from: 'pause', port: 'next', to: 'thank' },
      { from: 'thank', port: 'next', to: 'done' },
    ],
    settings: settingsSchema.parse({ reentry: 'once' }),
  };
  change(draft);
  return draft;
};
const node = (draft: AutomationDraft, id: string) => draft.nodes.find((one) => one.id === id)!;

describe('two drawings compared', () => {
  it('are the same when only places and notes differ', () => {
    const moved = drawing((draft) => {
      draft.trigger.at = { x: 500, y: 1 };
      node(draft, 'pause').at = { x: 9, y: 9 };
      delete node(draft, 'thank').at;
      draft.notes = [{ id: 'n1', text: 'remember', at: { x: 0, y: 0 } }];
    });
    expect(isSame(compare(drawing(), moved))).toBe(true);
  });

  it('are the same when the database answers with keys in another order', () => {
    const stored = drawing((draft) => {
      node(draft, 'thank').config = {
        buttons: [{ label: { en: 'Yes', ru: 'Да' }, id: 'ok' }],
        format: 'html',
        text: { en: 'Thanks', ru: 'Спасибо' },
      };
      draft.settings = Object.fromEntries(Object.entries(draft.settings).reverse()) as AutomationDraft['settings'];
      draft.edges.reverse();
    });
    expect(isSame(compare(drawing(), stored))).toBe(true);
  });

  it('are the same when one has a default written out', () => {
    const written = drawing((draft) => {
      node(draft, 'thank').config = { ...node(draft, 'thank').config, class: 'marketing' };
    });
    expect(isSame(compare(drawing(), written))).toBe(true);
  });

  it('say which field of a step changed, from what and to what', () => {
    const edited = drawing((draft) => {
      node(draft, 'pause').config = { duration: 'PT1H' };
      node(draft, 'thank').config = { ...node(draft, 'thank').config, text: { ru: 'Спасибо', en: 'Thank you' } };
      node(draft, 'done').label = 'The end';
    });
    expect(compare(drawing(), edited).changed).toEqual([
      { id: 'pause', fields: [{ path: 'config.duration', before: 'PT10M', after: 'PT1H' }] },
      { id: 'thank', fields: [{ path: 'config.text.en', before: 'Thanks', after: 'Thank you' }] },
      { id: 'done', fields: [{ path: 'label', before: undefined, after: 'The end' }] },
    ]);
  });

  it('tell a list of buttons as one value', () => {
    const edited = drawing((draft) => {
      node(draft, 'thank').config = { ...node(draft, 'thank').config, buttons: [] };
    });
    expect(compare(drawing(), edited).changed).toEqual([
      {
        id: 'thank',
        fields: [{ path: 'config.buttons', before: [{ id: 'ok', label: { ru: 'Да', en: 'Yes' } }], after: [] }],
      },
    ]);
  });

  it('name added and removed steps, without repeating their ways', () => {
    const edited = drawing((draft) => {
      draft.nodes = [...draft.nodes.filter(({ id }) => id !== 'pause'), { id: 'mark', type: 'tag', config: {} }];
      draft.edges = [
        { from: 'trigger', port: 'next', to: 'thank' },
        { from: 'thank', port: 'next', to: 'mark' },
        { from: 'mark', port: 'next', to: 'done' },
      ];
    });
    const found = compare(drawing(), edited);
    expect(found).toMatchObject({ added: ['mark'], removed: ['pause'], changed: [] });
    expect(found.edges).toEqual({
      added: [{ from: 'trigger', port: 'next', to: 'thank' }],
      removed: [{ from: 'thank', port: 'next', to: 'done' }],
    });
  });

  it('tell a way that was led elsewhere also beside other changes', () => {
    const edited = drawing((draft) => {
      draft.name = 'Thank you';
      draft.edges[1] = { from: 'pause', port: 'next', to: 'done' };
    });
    expect(compare(drawing(), edited)).toMatchObject({
      name: true,
      edges: {
        added: [{ from: 'pause', port: 'next', to: 'done' }],
        removed: [{ from: 'pause', port: 'next', to: 'thank' }],
      },
    });
  });

  it('tell a start and settings that changed', () => {
    const edited = drawing((draft) => {
      draft.trigger.config = { event: 'order.placed' };
      draft.settings.exitOn = [{ event: 'order.cancelled', sameSubject: false }];
    });
    expect(compare(drawing(), edited)).toMatchObject({
      trigger: [{ path: 'config.event', before: 'order.paid', after: 'order.placed' }],
      settings: true,
    });
  });

  it('tell a step that stands under the same id and does something else', () => {
    const edited = drawing((draft) => {
      node(draft, 'pause').type = 'tag';
      node(draft, 'pause').config = { tag: 'new' };
    });
    expect(compare(drawing(), edited).changed[0]?.fields.map(({ path }) => path)).toEqual([
      'type',
      'config.duration',
      'config.tag',
    ]);
  });
});
