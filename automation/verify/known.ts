import type { ValueKind } from '../event-fields.ts';
import { fieldsOfEvent } from '../event-outputs.ts';
import { triggers } from '../triggers/registry.ts';
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

type Entry = Pick<Variable, 'path' | 'kind' | 'surely' | 'choices'>;

/** Looks a path up as it stands at a node; undefined when it is not there, whichever way one comes. */
export type Knowledge = (node: number, path: string) => Known | undefined;

/** What every path means at every node: one pass over the chain instead of one `variablesAt` per node. */
export function knowledgeOf(chain: Chain): Knowledge {
  const first = new Map(atStart(chain).map((one) => [one.path, one]));
  const left = new Map<string, ReadonlyMap<string, Entry>>();
  const leftBehind = (path: string): Entry | undefined => {
    const setter = setterOf(path);
    if (setter === undefined) return undefined;
    const by = setters.get(setter) ?? [];
    const found = left.get(setter) ?? new Map(leftBy(chain, setter, by).map((one) => [one.path, one]));
    left.set(setter, found);
    return found.get(path);
  };
  const setters = settersIn(chain);
  const flow = flowThrough(chain);
  return (node, path) => {
    const found = longestKnown(path, (name) => first.get(name) ?? leftBehind(name));
    if (!found) return undefined;
    const { variable, rest } = found;
    const kind = rest === '' ? sureKind(chain, variable, setters) : undefined;
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

function atStart({ document }: Chain): Entry[] {
  const known: Entry[] = [...variablesAt(document, 'trigger'), ...openAtStart(document)];
  const { type, config } = document.trigger;
  const [root = ''] = String(config['field']).split('.');
  const event = aboutDate[root];
  if (type !== 'date' || !event || known.some(({ path }) => path === `${root}.number`)) return known;
  // The run of a date of an order or a booking is about it.
  const more = variablesAt({ ...document, trigger: { type: 'event', config: { event } } }, 'trigger');
  return [...known, ...more.filter(({ path }) => path.startsWith(`${root}.`))];
}

const aboutDate: Readonly<Record<string, string>> = { order: 'order.placed', booking: 'booking.made' };

type Setter = { id: string; index: number; kinds: readonly ValueKind[] };

/** Who sets each `steps.<node>` and `vars.<name>`, and as what kind of value. */
function settersIn(chain: Chain): Map<string, Setter[]> {
  const setters = new Map<string, Setter[]>();
  chain.nodes.forEach(({ id, config, definition }, index) => {
    setters.set(`steps.${id}`, definition ? [{ id, index, kinds: [] }] : []);
    for (const { name, kind } of definition?.sets?.(config) ?? []) {
      const found = setters.get(`vars.${name}`) ?? [];
      setters.set(`vars.${name}`, [...found, { id, index, kinds: [kind] }]);
    }
  });
  return setters;
}

/** What one step leaves behind, or a name of the chain holds, seen from right behind what sets it. */
function leftBy({ document, nodes, out }: Chain, setter: string, setters: readonly Setter[]): Entry[] {
  const ids = new Set(setters.map(({ id }) => id));
  const edges = setters.flatMap(({ id, index }) =>
    (out[index] ?? []).map(({ port }) => ({ from: id, port, to: BEHIND })),
  );
  const behind = { ...document, nodes: document.nodes.filter(({ id }) => ids.has(id)), edges };
  const open = setters.flatMap(({ id, index }) => {
    const { config, definition } = nodes[index] ?? {};
    const fields = (config && definition?.outputFields?.(config)) ?? [];
    return fields.filter(isOpen).map(({ name: field }) => openAt(`steps.${id}.${field}`));
  });
  return [...variablesAt(behind, BEHIND), ...open].filter(({ path }) => setterOf(path) === setter);
}

/** What holds parts that nobody declared is offered to nobody, and can be named all the same. */
function openAtStart({ trigger }: Chain['document']): Entry[] {
  const events = triggers[trigger.type]?.definition.listensTo(trigger.config) ?? [];
  const ofEvents = events.flatMap(fieldsOfEvent).filter(isOpen);
  return ['contact.fields', ...ofEvents.map(({ name }) => `trigger.${name}`)].map(openAt);
}

const openAt = (path: string): Entry => ({ path, kind: 'object', surely: false });

const isOpen = ({ kind }: { kind: ValueKind }): boolean => kind === 'object';

/** No node has such an id. */
const BEHIND = '*';

/** Parts of something whose parts nobody declared (`trigger.body.id`, `contact.fields.size`) are known with it. */
function longestKnown(
  path: string,
  look: (name: string) => Entry | undefined,
): { variable: Entry; rest: string } | undefined {
  const whole = look(path);
  if (whole) return { variable: whole, rest: '' };
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    const variable = look(path.slice(0, end));
    const rest = path.slice(end + 1);
    if (variable) return hasParts(variable, rest) ? { variable, rest } : undefined;
  }
  return undefined;
}

function hasParts({ kind }: Entry, rest: string): boolean {
  if (kind === 'object') return true;
  // What Liquid itself knows of a list and of a text.
  if (kind === 'tags') return ['size', 'first', 'last'].includes(rest);
  return kind === 'text' && rest === 'size';
}

/** A value copied from elsewhere, or taken from an answer, is called a text and can be anything. */
function sureKind(
  chain: Chain,
  { path, kind }: Entry,
  setters: ReadonlyMap<string, readonly Setter[]>,
): ValueKind | undefined {
  const [root, name = '', field = ''] = path.split('.');
  if (root === 'steps') {
    const taken = chain.nodes[chain.indexOf.get(name) ?? -1]?.config['take'];
    const isTaken = Array.isArray(taken) && taken.some((one: { as?: unknown }) => one.as === field);
    return isTaken ? undefined : kind;
  }
  if (root !== 'vars') return kind;
  const kinds = new Set(setters.get(`vars.${name}`)?.flatMap((one) => one.kinds));
  return kinds.size === 1 && kind !== 'text' ? kind : undefined;
}
