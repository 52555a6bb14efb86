import { describe, expect, it } from '@jest/globals';
import { thankForTheFirstOrder } from '#use-cases/demo/automations.ts';
import { issueWords } from '#texts/index.ts';
import { validate, type IssueCode } from './validate.ts';

type Node = { id: string; type: string; config: Record<string, unknown> };
const END: Node = { id: 'done', type: 'end', config: {} };
const WAIT: Node = { id: 'pause', type: 'wait', config: { duration: 'PT1H' } };
const TAG: Node = { id: 'mark', type: 'tag', config: { tag: 'x' } };

const chain = (
  nodes: Node[],
  edges: [string, string, string][],
  trigger: unknown = { type: 'event', config: { event: 'order.paid' } },
): unknown => ({
  schema: 1,
  name: 'Chain',
  trigger,
  nodes,
  edges: edges.map(([from, port, to]) => ({ from, port, to })),
});

describe('a chain that can be published', () => {
  it('is the demo automation', () => {
    expect(validate(thankForTheFirstOrder('PT2M'))).toMatchObject({ ok: true });
  });

  it('may go in circles when somebody waits on the way', () => {
    expect(
      validate(
        chain(
          [
            WAIT,
            { id: 'more', type: 'if', config: { condition: { field: 'contact.ordersPaid', is: 'less', value: 2 } } },
            END,
          ],
          [
            ['trigger', 'next', 'pause'],
            ['pause', 'next', 'more'],
            ['more', 'yes', 'pause'],
            ['more', 'no', 'done'],
          ],
        ),
      ),
    ).toMatchObject({ ok: true });
  });
});

describe('a chain that is refused says where and why', () => {
  const straight: [string, string, string][] = [
    ['trigger', 'next', 'pause'],
    ['pause', 'next', 'done'],
  ];
  const cases: [string, unknown, IssueCode, string][] = [
    ['an unknown step', chain([{ ...WAIT, type: 'fly' }, END], straight), 'step_unknown', 'nodes.0.type'],
    [
      'an unknown trigger',
      chain([WAIT, END], straight, { type: 'moon', config: {} }),
      'trigger_unknown',
      'trigger.type',
    ],
    [
      'a bad duration',
      chain([{ ...WAIT, config: { duration: 'soon' } }, END], straight),
      'duration_invalid',
      'nodes.0.config.duration',
    ],
    [
      'a negative duration',
      chain([{ ...WAIT, config: { duration: '-PT5M' } }, END], straight),
      'duration_invalid',
      'nodes.0.config.duration',
    ],
    [
      'an unknown field',
      chain([{ ...WAIT, config: { duration: 'PT1H', hours: 1 } }, END], straight),
      'config_invalid',
      'nodes.0.config',
    ],
    [
      'a broken text',
      chain([{ id: 'pause', type: 'send-message', config: { text: { ru: '{{ x', en: 'ok' } } }, END], straight),
      'template_invalid',
      'nodes.0.config.text.ru',
    ],
    ['a missing branch', chain([WAIT, END], [['trigger', 'next', 'pause']]), 'branch_missing', 'nodes.0'],
    ['a way to nowhere', chain([WAIT, END], [...straight, ['pause', 'other', 'done']]), 'port_unknown', 'edges.2'],
    [
      'an edge to a step that is not there',
      chain(
        [WAIT, END],
        [
          ['trigger', 'next', 'pause'],
          ['pause', 'next', 'gone'],
        ],
      ),
      'edge_to_nowhere',
      'edges.1.to',
    ],
    [
      'two ways out of one port',
      chain([WAIT, END], [...straight, ['pause', 'next', 'done']]),
      'port_repeated',
      'edges.2',
    ],
    ['two steps of one name', chain([WAIT, WAIT, END], straight), 'id_repeated', 'nodes.1.id'],
    [
      'a step that nobody reaches',
      chain([WAIT, END, { id: 'lost', type: 'end', config: {} }], straight),
      'node_unreachable',
      'nodes.2',
    ],
    [
      'a loop without a wait',
      chain(
        [TAG, { id: 'again', type: 'tag', config: { tag: 'y' } }],
        [
          ['trigger', 'next', 'mark'],
          ['mark', 'next', 'again'],
          ['again', 'next', 'mark'],
        ],
      ),
      'loop_without_wait',
      'nodes.0',
    ],
    ['a chain of a newer Takt', { schema: 3 }, 'schema_newer', 'schema'],
    ['something that is no chain', { hello: 'world' }, 'shape_invalid', 'schema'],
    [
      'a start that is not chosen',
      chain([WAIT, END], straight, { type: '', config: {} }),
      'trigger_missing',
      'trigger',
    ],
    ['no step at all', chain([], []), 'steps_missing', 'nodes'],
    ['nothing', null, 'shape_invalid', ''],
  ];
  it.each(cases)('%s', (_name, document, code, path) => {
    const result = validate(document);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.issues).toEqual(expect.arrayContaining([expect.objectContaining({ code, path })]));
    if (result.ok) return;
    // In words of both languages, with every fact in its place.
    for (const issue of result.issues) {
      for (const language of ['ru', 'en'] as const)
        expect(issueWords(language, issue)).not.toMatch(/(?<!\{)\{\w+\}(?!\})/);
    }
  });

  it('finds a loop in a chain of two thousand steps without running out of stack', () => {
    const nodes = Array.from({ length: 2_000 }, (_, i): Node => ({ id: `n${i}`, type: 'tag', config: { tag: 'x' } }));
    const edges = nodes.map((node, i): [string, string, string] => [node.id, 'next', `n${(i + 1) % 2_000}`]);
    expect(validate(chain(nodes, [['trigger', 'next', 'n0'], ...edges]))).toMatchObject({
      ok: false,
      issues: [{ code: 'loop_without_wait' }],
    });
  });
});
