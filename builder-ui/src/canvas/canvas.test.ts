import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draftSchema } from '#automation/document.ts';
import { settingsSchema } from '#automation/settings.ts';
import { SCHEMA } from '#automation/upgrades.ts';
import { thankForTheFirstOrder } from '#use-cases/demo/automations.ts';
import { copied, duplicated, pasted, readCopied } from './clipboard.ts';
import * as commands from './commands.ts';
import { nodeOf, portsAt, TRIGGER, type Draft } from './draft.ts';
import { find } from './find.ts';
import { flowEdges, flowNodes } from './flow.ts';
import { begin, did, redo, settled, undo } from './history.ts';
import { allPlaced, arranged, placed } from './layout.ts';
import { outlineRows } from './outline-rows.ts';
import { walk } from './walk.ts';

const empty: Draft = {
  schema: SCHEMA,
  name: 'New',
  trigger: { type: '', config: {} },
  nodes: [],
  edges: [],
  settings: settingsSchema.parse({}),
};
const demo = allPlaced(draftSchema.parse(thankForTheFirstOrder('PT2M')));
const chain = (): Draft => {
  const first = commands.addAfter(empty, TRIGGER, 'next', 'wait');
  const second = commands.addAfter(first.draft, first.id, 'next', 'tag');
  return commands.addAfter(second.draft, second.id, 'next', 'end').draft;
};
const ways = (draft: Draft) => draft.edges.map(({ from, port, to }) => `${from}:${port}>${to}`).sort();

/** Anything that a person can do to a drawing, by a number that chooses what and where. */
function anything(draft: Draft, seed: number): Draft {
  const ids = [TRIGGER, ...draft.nodes.map((node) => node.id)];
  const one = ids[seed % ids.length]!;
  const other = ids[(seed >> 3) % ids.length]!;
  const port = portsAt(draft, one)[(seed >> 5) % Math.max(1, portsAt(draft, one).length)]?.id ?? 'next';
  const types = ['wait', 'tag', 'if', 'send-message', 'end', 'wait-for-event'];
  const type = types[(seed >> 2) % types.length]!;
  const deeds: (() => Draft)[] = [
    () => commands.addNode(draft, type, { x: seed % 700, y: seed % 900 }).draft,
    () => commands.addAfter(draft, one, port, type).draft,
    () => commands.connect(draft, one, port, other),
    () => commands.disconnect(draft, one, port),
    () => commands.remove(draft, new Set([other].filter((id) => id !== TRIGGER))),
    () => commands.moveTo(draft, new Map([[one, { x: seed % 500, y: seed % 300 }]])),
    () => commands.setConfig(draft, one, { tag: `t${seed}` }),
    () => commands.setLabel(draft, other, seed % 2 ? `Step ${seed}` : undefined),
    () => commands.addNote(draft, { x: 1, y: seed % 100 }, `note ${seed}`).draft,
    () => commands.arrange(draft),
    () => duplicated(draft, new Set(ids.filter((id) => id !== TRIGGER).slice(0, 3))).draft,
    () => commands.setName(draft, `Name ${seed}`),
  ];
  return deeds[(seed >> 7) % deeds.length]!();
}

describe('a document of an older Takt', () => {
  it('is brought up when it is read, and its way of leaving means the same', () => {
    const { notes: _none, ...old } = {
      ...empty,
      notes: [],
      schema: 1,
      settings: { reentry: 'once', exitOn: ['order.paid'] },
    };
    const read = draftSchema.parse(old);
    expect(read.schema).toBe(SCHEMA);
    expect(read.settings).toMatchObject({ reentry: 'once', exitOn: [{ event: 'order.paid', sameSubject: false }] });
  });

  it('gives steps that can be copied and pasted today', () => {
    const old = draftSchema.parse({
      ...empty,
      schema: 1,
      nodes: [{ id: 'tag-1', type: 'tag', config: { tag: 'vip' } }],
      settings: { reentry: 'always', exitOn: [] },
    });
    const piece = readCopied(copied(old, new Set(['tag-1'])));
    expect(piece && pasted(empty, piece).draft.nodes).toMatchObject([{ type: 'tag', config: { tag: 'vip' } }]);
  });

  it('keeps notes that are copied without any step', () => {
    const noted = commands.addNote(empty, { x: 0, y: 0 }, 'why');
    expect(readCopied(copied(noted.draft, new Set([noted.id])))?.notes).toMatchObject([{ text: 'why' }]);
  });
});

describe('the ways out of a step', () => {
  it('stay connected while its settings are half written', () => {
    const until = commands.addAfter(empty, TRIGGER, 'next', 'wait-until');
    const after = commands.addAfter(until.draft, until.id, 'next', 'end');
    const broken = commands.setConfig(after.draft, until.id, { ifPast: 'branch' });
    expect(ways(broken)).toEqual(ways(after.draft));
  });

  it('go when the way itself is taken away', () => {
    const split = commands.addAfter(empty, TRIGGER, 'next', 'split');
    const after = commands.addAfter(split.draft, split.id, 'b', 'end');
    const one = commands.setConfig(after.draft, split.id, { ways: [{ id: 'a', name: 'A', weight: 1 }] });
    expect(ways(one)).toEqual([`trigger:next>${split.id}`]);
  });
});

describe('undo', () => {
  it('of twenty mixed actions gives back the exact drawing, and redo all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 24), { minLength: 20, maxLength: 20 }), (seeds) => {
        let history = begin<Draft>(demo);
        for (const seed of seeds) history = did(history, anything(history.present, seed));
        const last = history.present;
        const count = history.past.length;
        for (let turn = 0; turn < count; turn += 1) history = undo(history);
        expect(history.present).toEqual(demo);
        for (let turn = 0; turn < count; turn += 1) history = redo(history);
        expect(history.present).toBe(last);
      }),
      { numRuns: 100 },
    );
  });

  it('takes typing in one field as one entry, until one goes elsewhere', () => {
    let history = begin('');
    for (const text of ['a', 'ab', 'abc']) history = did(history, text, 'label');
    expect(undo(history).present).toBe('');
    history = did(settled(history), 'abcd', 'label');
    expect(undo(history).present).toBe('abc');
    expect(did(undo(history), 'x').future).toEqual([]);
  });
});

describe('a drawing', () => {
  it('never holds a way to or from a step that is not there, or two ways out of one port', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 24), { maxLength: 40 }), (seeds) => {
        const draft = seeds.reduce(anything, demo);
        expect(draftSchema.safeParse(draft).success).toBe(true);
        for (const edge of draft.edges) {
          expect(edge.from === TRIGGER || nodeOf(draft, edge.from)).toBeTruthy();
          expect(nodeOf(draft, edge.to)).toBeTruthy();
        }
        const out = draft.edges.map((edge) => `${edge.from}:${edge.port}`);
        expect(new Set(out).size).toBe(out.length);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same after JSON out and in again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 24), { maxLength: 20 }), (seeds) => {
        const draft = seeds.reduce(anything, demo);
        expect(draftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
      }),
      { numRuns: 100 },
    );
  });

  it('takes a new step between two others, and heals when one is taken away', () => {
    const draft = chain();
    expect(ways(draft)).toEqual(['tag-1:next>end-1', 'trigger:next>wait-1', 'wait-1:next>tag-1']);
    const between = commands.addAfter(draft, 'wait-1', 'next', 'tag');
    expect(ways(between.draft)).toEqual([
      'tag-1:next>end-1',
      'tag-2:next>tag-1',
      'trigger:next>wait-1',
      'wait-1:next>tag-2',
    ]);
    expect(ways(commands.remove(between.draft, new Set(['tag-2'])))).toEqual(ways(draft));
    expect(ways(commands.remove(draft, new Set(['wait-1', 'tag-1'])))).toEqual(['trigger:next>end-1']);
  });

  it('lets two steps of a straight chain change places, by the keyboard too', () => {
    const draft = chain();
    const down = commands.swap(draft, 'wait-1', 'down');
    expect(ways(down)).toEqual(['tag-1:next>wait-1', 'trigger:next>tag-1', 'wait-1:next>end-1']);
    expect(ways(commands.swap(down, 'wait-1', 'up'))).toEqual(ways(draft));
    // The last step ends the chain, and the first follows the start: neither goes further.
    expect(commands.swap(draft, 'tag-1', 'down')).toBe(draft);
    expect(commands.swap(draft, 'wait-1', 'up')).toBe(draft);
    expect(commands.swap(demo, 'liked', 'down')).toBe(demo);
  });

  it('says why two places cannot be joined', () => {
    const draft = chain();
    expect(commands.whyNot(draft, 'wait-1', 'next', 'wait-1')).toBe('itself');
    expect(commands.whyNot(draft, 'wait-1', 'next', TRIGGER)).toBe('to_start');
    expect(commands.whyNot(draft, 'wait-1', 'nowhere', 'end-1')).toBe('unknown');
    expect(commands.whyNot(draft, 'wait-1', 'next', 'end-1')).toBeUndefined();
  });

  it('is arranged without one step on another, the start on top', () => {
    const places = arranged(demo);
    const all = [...places];
    for (const [id, at] of all) {
      for (const [other, there] of all) {
        if (id >= other) continue;
        expect(Math.abs(at.x - there.x) >= 264 || Math.abs(at.y - there.y) >= 92).toBe(true);
      }
    }
    const top = Math.min(...all.map(([, at]) => at.y));
    expect(places.get(TRIGGER)!.y).toBe(top);
    expect(placed(commands.moveTo(demo, new Map([['thank', { x: 7, y: 70 }]]))).get('thank')).toEqual({ x: 7, y: 70 });
    expect(allPlaced(allPlaced(demo))).toEqual(allPlaced(demo));
  });

  it('lines steps up by their left edges', () => {
    const ids = new Set(['thank', 'liked', 'tag-happy']);
    const lined = commands.align(demo, ids, 'left');
    expect(new Set(lined.nodes.filter((node) => ids.has(node.id)).map((node) => node.at!.x)).size).toBe(1);
  });
});

describe('what React Flow draws', () => {
  it('is the very same object for every step that a change did not touch', () => {
    const look = { selected: new Set<string>(), focus: TRIGGER };
    const before = flowNodes(demo, look);
    const edges = flowEdges(demo, undefined);
    const changed = commands.setLabel(demo, 'thank', 'Thanks');
    const after = flowNodes(changed, look, before);
    expect(after.filter((node, index) => node !== before[index]).map((node) => node.id)).toEqual(['thank']);
    expect(flowEdges(changed, undefined, edges).every((edge, index) => edge === edges[index])).toBe(true);
    const chosen = flowNodes(demo, { selected: new Set(['pause']), focus: 'pause' }, before);
    expect(chosen.filter((node, index) => node !== before[index]).map((node) => node.id)).toEqual([TRIGGER, 'pause']);
  });

  it('shows which ways out are still open', () => {
    const draft = commands.addAfter(empty, TRIGGER, 'next', 'if').draft;
    const [start, step] = flowNodes(draft, { selected: new Set(), focus: '' });
    expect(start).toMatchObject({ data: { open: '' } });
    expect(step).toMatchObject({ data: { open: 'yes no' } });
  });
});

it('a step is found by its sentence, its name and the text of its message, in any language', () => {
  expect(find(demo, 'СПАСИБО за первый', 'en').map((one) => one.id)).toEqual(['thank']);
  const named = commands.setLabel(demo, 'pause', 'Let it settle');
  expect(find(named, 'settle', 'ru')).toEqual([{ id: 'pause', words: 'Let it settle' }]);
  expect(find(demo, '  ', 'ru')).toEqual([]);
});

describe('copies', () => {
  it('have ids of their own and keep the ways between them', () => {
    const piece = readCopied(copied(chain(), new Set(['wait-1', 'tag-1'])))!;
    const { draft, ids } = pasted(chain(), piece);
    expect([...ids]).toEqual(['wait-2', 'tag-2']);
    expect(ways(draft)).toContain('wait-2:next>tag-2');
    expect(draft.nodes).toHaveLength(5);
  });

  it('go into another automation; what is no copy of ours is not pasted', () => {
    const piece = readCopied(copied(demo, new Set(demo.nodes.map((node) => node.id))))!;
    expect(pasted(empty, piece).draft.nodes).toHaveLength(demo.nodes.length);
    for (const text of ['', 'hello', '{}', '{"takt":"steps","nodes":[],"edges":[]}', '[1]'])
      expect(readCopied(text)).toBeUndefined();
  });
});

describe('the outline', () => {
  it('tells every step once, branches deeper than their step, and where a way is still open', () => {
    const rows = outlineRows(demo);
    const told = rows.filter((row) => row.kind === 'step').map((row) => row.id);
    expect(new Set(told).size).toBe(told.length);
    expect(told).toHaveLength(demo.nodes.length + 1);
    const branches = rows.filter((row) => row.kind === 'branch');
    expect(branches.length).toBeGreaterThan(1);
    expect(branches.every((row) => row.level > 1)).toBe(true);
    expect(outlineRows(empty).map((row) => row.kind)).toEqual(['step', 'open']);
    const loose = commands.addNode(chain(), 'tag', { x: 0, y: 0 }).draft;
    expect(outlineRows(loose).map((row) => row.kind)).toEqual([
      'step',
      'step',
      'step',
      'step',
      'loose',
      'step',
      'open',
    ]);
  });

  it('of a thousand steps in a row is a thousand lines, one level deep', () => {
    let draft = empty;
    let last = TRIGGER;
    for (let count = 0; count < 1_000; count += 1) {
      const node = { id: `tag-${count}`, type: 'tag', config: { tag: 'x' } };
      draft = {
        ...draft,
        nodes: [...draft.nodes, node],
        edges: [...draft.edges, { from: last, port: 'next', to: node.id }],
      };
      last = node.id;
    }
    const rows = outlineRows(draft);
    expect(rows).toHaveLength(1_002);
    expect(Math.max(...rows.map((row) => row.level))).toBe(1);
  });
});

describe('the arrow keys', () => {
  it('walk down the chain, up again, and to the neighbour in the row', () => {
    const places = placed(demo);
    const down = walk(demo, places, TRIGGER, 'down');
    expect(walk(demo, places, down, 'up')).toBe(TRIGGER);
    expect(walk(demo, places, 'tag-happy', 'right')).toBe('tag-unhappy');
    expect(walk(demo, places, 'tag-unhappy', 'left')).toBe('tag-happy');
    expect(walk(demo, places, TRIGGER, 'up')).toBe(TRIGGER);
  });
});
