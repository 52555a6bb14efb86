import type { ValueKind } from '../event-fields.ts';
import { variablesAt, type Variable } from '../variables.ts';
import type { Chain } from './chain.ts';
import { flowThrough } from './flow.ts';

/** What a chain knows of a name at a place. `kind` undefined: nobody can tell before it runs. */
export type Known = {
  kind: ValueKind | undefined;
  /** Whether everybody who comes there has it. */
  surely: boolean;
  choices: Variable['choices'];
};

/** Looks a path up as it stands at a node; undefined when it is not there, whichever way one comes. */
export type Knowledge = (node: number, path: string) => Known | undefined;

/** What every path means at every node: one pass over the chain instead of one `variablesAt` per node. */
export function knowledgeOf(chain: Chain): Knowledge {
  const first = new Map(atStart(chain).map((one) => [one.path, one]));
  const left = new Map<string, ReadonlyMap<string, Variable>>();
  const leftBehind = (path: string): Variable | undefined => {
    const setter = setterOf(path);
    if (setter === undefined) return undefined;
    const found = left.get(setter) ?? new Map(leftBy(chain, setter).map((one) => [one.path, one]));
    left.set(setter, found);
    return found.get(path);
  };
  const flow = flowThrough(chain);
  return (node, path) => {
    const found = longestKnown(path, (name) => first.get(name) ?? leftBehind(name));
    if (!found) return undefined;
    const { variable, rest } = found;
    const kind = rest === '' ? sureKind(chain, variable) : undefined;
    const { choices } = variable;
    const setter = setterOf(variable.path);
    if (setter === undefined) return { kind, surely: variable.surely && rest === '', choices };
    if (!flow.ever(node, setter)) return undefined;
    return { kind, surely: flow.surely(node, setter) && rest === '', choices };
  };
}

/** `steps.<node>` or `vars.<name>`; undefined for what is there from the start. */
function setterOf(path: string): string | undefined {
  const [root, name] = path.split('.', 2);
  return root === 'steps' || root === 'vars' ? `${root}.${name}` : undefined;
}

function atStart({ document }: Chain): Variable[] {
  const known = variablesAt(document, 'trigger');
  const { type, config } = document.trigger;
  if (type !== 'date' || !String(config['field']).startsWith('order.') || known.some(({ path }) => path === ORDER))
    return known;
  // The run of a date of an order is about that order.
  const byOrder = variablesAt(
    { ...document, trigger: { type: 'event', config: { event: 'order.placed' } } },
    'trigger',
  );
  return [...known, ...byOrder.filter(({ group }) => group.id === 'order')];
}

const ORDER = 'order.number';

/** What one step leaves behind, or a name of the chain holds, seen from right behind what sets it. */
function leftBy({ document, nodes, out }: Chain, setter: string): Variable[] {
  const [root, name] = setter.split('.');
  const setters = nodes.flatMap(({ id, config, definition }, index) => {
    const sets = root === 'steps' ? id === name : definition?.sets?.(config).some((one) => one.name === name);
    return sets && definition ? [{ id, index }] : [];
  });
  const ids = new Set(setters.map(({ id }) => id));
  const edges = setters.flatMap(({ id, index }) =>
    (out[index] ?? []).map(({ port }) => ({ from: id, port, to: BEHIND })),
  );
  const behind = { ...document, nodes: document.nodes.filter(({ id }) => ids.has(id)), edges };
  return variablesAt(behind, BEHIND).filter(({ path }) => setterOf(path) === setter);
}

/** No node has such an id. */
const BEHIND = '*';

/** Parts of something whose parts nobody declared (`trigger.body.id`, `contact.fields.size`) are known with it. */
function longestKnown(
  path: string,
  look: (name: string) => Variable | undefined,
): { variable: Variable; rest: string } | undefined {
  const whole = look(path);
  if (whole) return { variable: whole, rest: '' };
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    const variable = look(path.slice(0, end));
    const rest = path.slice(end + 1);
    if (variable) return hasParts(variable, rest) ? { variable, rest } : undefined;
  }
  return undefined;
}

function hasParts({ kind }: Variable, rest: string): boolean {
  if (kind === 'object') return true;
  // What Liquid itself knows of a list and of a text.
  if (kind === 'tags') return ['size', 'first', 'last'].includes(rest);
  return kind === 'text' && rest === 'size';
}

/** A value copied from elsewhere, or taken from an answer, is called a text and can be anything. */
function sureKind(chain: Chain, { path, kind }: Variable): ValueKind | undefined {
  const [root, name = '', field = ''] = path.split('.');
  if (root === 'steps') {
    const node = chain.nodes[chain.indexOf.get(name) ?? -1];
    const taken = node?.config['take'];
    const isTaken = Array.isArray(taken) && taken.some((one: { as?: unknown }) => one.as === field);
    return isTaken ? undefined : kind;
  }
  if (root !== 'vars') return kind;
  const kinds = new Set(
    chain.nodes.flatMap(({ config, definition }) =>
      (definition?.sets?.(config) ?? []).filter((one) => one.name === name).map((one) => one.kind),
    ),
  );
  return kinds.size === 1 && kind !== 'text' ? kind : undefined;
}
