import type { Chain } from './chain.ts';
import { finding, type Finding } from './finding.ts';
import { leavesOf, type Leaf, type Naming } from './namings.ts';
import type { Surroundings } from './surroundings.ts';

/** Whatever the chain names outside of itself is there. */
export function proveReferences(chain: Chain, { id: self, others, secrets, offered }: Surroundings): Finding[] {
  return chain.nodes.flatMap(({ id: node, path, config, definition }) =>
    (definition?.refersTo?.(config) ?? []).flatMap(({ kind, id }): Finding[] => {
      switch (kind) {
        case 'field':
          // A field of the owner's own comes to be when it is written.
          return [];
        case 'secret':
          return !secrets || secrets.includes(id) ? [] : [finding('secret_missing', path, { node, secret: id })];
        case 'service':
          return !offered || offered.services.includes(id) ? [] : [finding('service_missing', path, { node })];
        case 'staff':
          return !offered || offered.staff.includes(id) ? [] : [finding('staff_missing', path, { node })];
        case 'automation': {
          const other = id === self ? chain.document : others.find((one) => one.id === id)?.document;
          if (!other) return [finding('automation_missing', path, { node, automation: id })];
          return other.trigger.type === 'manual'
            ? []
            : [finding('automation_not_manual', path, { node, automation: id, other: other.name })];
        }
      }
    }),
  );
}

/** A button or a step that a comparison names is one of this chain's. What started the chain may be another's. */
export function proveButtons(chain: Chain, namings: readonly Naming[]): Finding[] {
  const buttons = new Set(chain.nodes.flatMap(buttonsOf));
  const isThere = { button: (id: string) => buttons.has(id), step: (id: string) => chain.indexOf.has(id) };
  return namings.flatMap(({ place, path, node, known }) => {
    if ((place.kind !== 'condition' && place.kind !== 'event') || path.startsWith('trigger')) return [];
    return leavesOf(place.condition).flatMap(({ leaf, path: to }) => {
      const kind = known(leaf.field)?.kind;
      if ((kind !== 'button' && kind !== 'step') || leaf.field.startsWith('trigger.')) return [];
      const gone = wantedBy(leaf).find((id) => !isThere[kind](id));
      return gone === undefined
        ? []
        : [finding('button_missing', `${path}${to}`, { node, name: leaf.field, value: gone, kind })];
    });
  });
}

function buttonsOf({ config, type }: Chain['nodes'][number]): string[] {
  const listed = [config['buttons'], config['options']].filter(Array.isArray).flat() as { id?: unknown }[];
  const ids = listed.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  return type === 'ask' && config['answer'] === 'rating' ? [...ids, 'r1', 'r2', 'r3', 'r4', 'r5'] : ids;
}

function wantedBy({ is, value }: Leaf): string[] {
  if (is !== 'equal' && is !== 'not_equal' && is !== 'one_of') return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
