import { describe, expect, it } from '@jest/globals';
import { settingsSchema } from '#automation/settings.ts';
import { SCHEMA } from '#automation/upgrades.ts';
import { createSaver, keptDraft, type Answer, type SaverState } from './saver.ts';
import type { Draft } from './draft.ts';

const draft = (name: string): Draft => ({
  schema: SCHEMA,
  name,
  trigger: { type: '', config: {} },
  nodes: [],
  edges: [],
  settings: settingsSchema.parse({}),
});

/** A server, a browser and a clock that do what the test says. */
function scene(answers: ((revision: number, document: Draft) => Answer)[] = []) {
  const store = new Map<string, string>();
  const sent: { revision: number; name: string }[] = [];
  const states: SaverState[] = [];
  let timers: (() => void)[] = [];
  let server = 1;
  const saver = createSaver(
    {
      send(revision, document) {
        sent.push({ revision, name: document.name });
        const answer = answers.shift()?.(revision, document);
        if (answer) return Promise.resolve(answer);
        server = revision + 1;
        return Promise.resolve({ is: 'saved', revision: server });
      },
      storage: {
        getItem: (key) => store.get(key) ?? null,
        setItem: (key, value) => void store.set(key, value),
        removeItem: (key) => void store.delete(key),
      },
      key: 'draft',
      later(_ms, work) {
        timers.push(work);
        return () => {
          timers = timers.filter((one) => one !== work);
        };
      },
      now: () => 0,
      onState: (state) => states.push(state),
    },
    { revision: 1 },
  );
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return {
    saver,
    sent,
    states,
    last: () => states.at(-1)?.is,
    kept: () => keptDraft({ getItem: (key) => store.get(key) ?? null }, 'draft', (one) => one as Draft),
    async tick() {
      const now = timers;
      timers = [];
      for (const work of now) work();
      await settle();
    },
    settle,
  };
}
const unreachable = (): Answer => ({ is: 'unreachable' });

describe('a drawing is saved by itself', () => {
  it('once, a moment after the last of several changes', async () => {
    const { saver, sent, tick, last } = scene();
    saver.change(draft('a'));
    saver.change(draft('ab'));
    expect(last()).toBe('waiting');
    await tick();
    expect(sent).toEqual([{ revision: 1, name: 'ab' }]);
    expect(last()).toBe('saved');
    expect(saver.unsaved()).toBe(false);
  });

  it('again when something changed while it was being sent, over the new revision', async () => {
    const { saver, sent, tick, settle } = scene();
    saver.change(draft('a'));
    const first = tick();
    saver.change(draft('b'));
    await first;
    await settle();
    expect(sent).toEqual([
      { revision: 1, name: 'a' },
      { revision: 2, name: 'b' },
    ]);
    expect(saver.revision()).toBe(3);
  });
});

describe('without a network', () => {
  it('keeps what was drawn in the browser, and sends the last of it when the network is back', async () => {
    const { saver, sent, tick, last, kept } = scene([unreachable, unreachable]);
    saver.change(draft('a'));
    await tick();
    expect(last()).toBe('offline');
    saver.change(draft('ab'));
    expect(kept()).toMatchObject({ revision: 1, document: { name: 'ab' } });
    await tick();
    expect(last()).toBe('offline');
    await tick();
    expect(sent.at(-1)).toEqual({ revision: 1, name: 'ab' });
    expect(last()).toBe('saved');
    expect(kept()).toBeUndefined();
  });

  it('tells that publishing must wait', async () => {
    const { saver } = scene([unreachable]);
    saver.change(draft('a'));
    expect(await saver.flush()).toBeUndefined();
    expect(await saver.flush()).toBe(2);
  });
});

describe('two editors', () => {
  const theirs = { revision: 5, document: draft('theirs'), savedBy: 'Olga', savedAt: null };
  const conflict = (): Answer => ({ is: 'conflict', theirs });

  it('do not overwrite one another: both drawings are kept until somebody chooses', async () => {
    const { saver, sent, tick, states, last, kept } = scene([conflict]);
    saver.change(draft('mine'));
    await tick();
    expect(states.at(-1)).toMatchObject({ is: 'conflict', mine: { name: 'mine' }, theirs: { savedBy: 'Olga' } });
    saver.change(draft('mine still'));
    await tick();
    expect(sent).toHaveLength(1);
    expect(states.at(-1)).toMatchObject({ is: 'conflict', mine: { name: 'mine still' } });
    expect(kept()).toMatchObject({ document: { name: 'mine still' } });
    saver.resolve('mine');
    await tick();
    expect(sent.at(-1)).toEqual({ revision: 5, name: 'mine still' });
    expect(last()).toBe('saved');
  });

  it('may let their own go', async () => {
    const { saver, sent, tick, kept } = scene([conflict]);
    saver.change(draft('mine'));
    await tick();
    saver.resolve('theirs');
    await tick();
    expect(sent).toHaveLength(1);
    expect(saver.revision()).toBe(5);
    expect(kept()).toBeUndefined();
  });

  it('see what the other saved at once when nothing of their own waits', async () => {
    const { saver, tick } = scene();
    expect(saver.adopt(4)).toBe(true);
    expect(saver.adopt(4)).toBe(false);
    saver.change(draft('mine'));
    expect(saver.adopt(6)).toBe(false);
    await tick();
    expect(saver.revision()).toBe(5);
  });
});

it('what the server refuses stays in the browser, and the next change is tried again', async () => {
  const { saver, tick, last, kept } = scene([() => ({ is: 'refused', error: new Error('too large') })]);
  saver.change(draft('a'));
  await tick();
  expect(last()).toBe('refused');
  expect(kept()).toMatchObject({ document: { name: 'a' } });
  saver.change(draft('b'));
  await tick();
  expect(last()).toBe('saved');
});
