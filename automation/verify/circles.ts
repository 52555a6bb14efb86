import type { EventType } from '#domain/events.ts';
import { addressedEvents } from '#domain/events.ts';
import type { AutomationDocument } from '../document.ts';
import { steps } from '../steps/registry.ts';
import { triggers } from '../triggers/registry.ts';
import { canHold } from './can-hold.ts';
import type { Chain } from './chain.ts';
import { finding, type Finding } from './finding.ts';
import type { Surroundings } from './surroundings.ts';

type Caused = { event: EventType; data: Readonly<Record<string, unknown>> };
type Automation = { id: string; name: string; document: AutomationDocument; causes: readonly Caused[] };

/**
 * Automations that start one another in a circle, this one among them: one finding per step of this one that begins a
 * circle. A person who can enter one of them only once goes round once, which is worth a word and no more.
 */
export function proveCircles(chain: Chain, { id, others }: Surroundings): Finding[] {
  const self = automationOf({ id, name: chain.document.name, document: chain.document });
  const all = new Map([...others.filter((one) => one.id !== id).map(automationOf), self].map((one) => [one.id, one]));
  const startedBy = new Map<string, readonly string[]>();
  const starts = (one: Automation): readonly string[] => {
    const found = startedBy.get(one.id) ?? startsOf(one.causes, all);
    startedBy.set(one.id, found);
    return found;
  };
  const isOnce = (one: string) => all.get(one)?.document.settings.reentry === 'once';
  return chain.nodes.flatMap((node) => {
    const first = startsOf(causesOf(node), all);
    const round = wayBack(first, id, { all, starts, passes: (one) => !isOnce(one) });
    const ending = round ? undefined : wayBack(first, id, { all, starts, passes: () => true });
    const circle = round ?? ending;
    if (!circle) return [];
    const names = [id, ...circle].map((one) => all.get(one)?.name ?? one).join(' → ');
    const code = round ? 'automations_circle' : 'automations_circle_once';
    return [finding(code, node.path, { node: node.id, names, automations: circle })];
  });
}

function automationOf(one: { id: string; name: string; document: AutomationDocument }): Automation {
  const nodes = one.document.nodes.map((node) => ({ ...node, definition: steps[node.type]?.definition }));
  return { ...one, causes: nodes.flatMap(causesOf) };
}

/** What a step makes happen, its messages included: each is sent, or fails. */
function causesOf({ config, definition }: Pick<Chain['nodes'][number], 'config' | 'definition'>): readonly Caused[] {
  const caused = definition?.causes?.(config) ?? [];
  if ((definition?.messages?.(config) ?? 0) === 0) return caused;
  const data = { class: config['class'] ?? 'service' };
  return [...caused, { event: 'message.sent', data }, { event: 'message.failed', data }];
}

const startsOf = (causes: readonly Caused[], all: ReadonlyMap<string, Automation>): readonly string[] =>
  causes.length === 0
    ? []
    : [...all.values()].filter((one) => causes.some((caused) => canStart(one, caused))).map(({ id }) => id);

function canStart({ id, document: { trigger } }: Automation, { event, data }: Caused): boolean {
  if (addressedEvents.has(event) && data['automationId'] !== undefined && data['automationId'] !== id) return false;
  if (!triggers[trigger.type]?.definition.listensTo(trigger.config).includes(event)) return false;
  return canHold(trigger.config['filter'], data);
}

/** The shortest way from what is started back to `goal`, both ends in it; undefined when there is none. */
function wayBack(
  first: readonly string[],
  goal: string,
  of: {
    all: ReadonlyMap<string, Automation>;
    starts: (one: Automation) => readonly string[];
    passes: (id: string) => boolean;
  },
): string[] | undefined {
  const before = new Map<string, string | null>();
  const queue: string[] = [];
  const come = (id: string, from: string | null): void => {
    if (before.has(id) || !of.passes(id)) return;
    before.set(id, from);
    queue.push(id);
  };
  for (const id of first) come(id, null);
  for (let at = 0; at < queue.length; at += 1) {
    const id = queue[at];
    const one = id === undefined ? undefined : of.all.get(id);
    if (!one || id === goal) break;
    for (const next of of.starts(one)) come(next, one.id);
  }
  if (!before.has(goal)) return undefined;
  const way: string[] = [];
  for (let id: string | null = goal; id !== null; id = before.get(id) ?? null) way.unshift(id);
  return way;
}
