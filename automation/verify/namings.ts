import type { EventType } from '#domain/events.ts';
import type { Condition } from '../conditions.ts';
import { settingsSchema } from '../settings.ts';
import { triggers } from '../triggers/registry.ts';
import { variablesOfEvent, type Variable } from '../variables.ts';
import { START, type Chain } from './chain.ts';
import { knowledgeOf, type Known } from './known.ts';
import { placesIn, type Place } from './places.ts';

/** A place of the document that names what the chain knows, with what each name means there. */
export type Naming = {
  place: Place;
  /** Where in the document. */
  path: string;
  /** The id that the words call it by: a node, or `trigger` for it and the settings. */
  node: string;
  /** Undefined: there is no such thing at this place. */
  known: (name: string) => Known | undefined;
};

/** Every place of the trigger, the steps and the settings. */
export function namingsOf(chain: Chain): Naming[] {
  const knowledge = knowledgeOf(chain);
  const ofEvent = eventKnowledge(chain);
  const found: Naming[] = [];
  const add = (places: readonly Place[], at: { index: number; node: string; path: string }): void => {
    for (const place of places) {
      const known = (name: string): Known | undefined => {
        if (place.kind === 'event') return ofEvent(place.event, name);
        if (place.kind === 'condition' && place.scope === 'contact' && !/^(contact|business)\./.test(name))
          return undefined;
        return knowledge(at.index, name);
      };
      found.push({ place, path: `${at.path}${place.path === '' ? '' : `.${place.path}`}`, node: at.node, known });
    }
  };
  chain.nodes.forEach(({ id, path, config, definition, type }, index) => {
    const schema = index === START ? triggers[type]?.definition.config : definition?.config;
    if (schema) add(placesIn(schema, config), { index, node: id, path: `${path}.config` });
  });
  add(placesIn(settingsSchema, chain.document.settings), { index: START, node: 'trigger', path: 'settings' });
  return found;
}

function eventKnowledge({ document }: Chain): (event: EventType, name: string) => Known | undefined {
  const events = new Map<EventType, Map<string, Known>>();
  return (event, name) => {
    const fields =
      events.get(event) ?? new Map(variablesOfEvent(document, event).map((one) => [one.path, knownAs(one)]));
    events.set(event, fields);
    const whole = fields.get(name);
    if (whole) return whole;
    const root = fields.get(name.split('.')[0] ?? name);
    return root?.kind === 'object' ? { kind: undefined, surely: false, choices: undefined } : undefined;
  };
}

const knownAs = ({ kind, surely, choices }: Variable): Known => ({ kind, surely, choices });

export type Leaf = Extract<Condition, { field: string }>;

/** The single comparisons of a condition, each with the way to it. */
export function leavesOf(condition: Condition, path = ''): { leaf: Leaf; path: string }[] {
  const within = (parts: readonly Condition[], name: string) =>
    parts.flatMap((part, index) => leavesOf(part, `${path}.${name}.${index}`));
  if ('all' in condition) return within(condition.all, 'all');
  if ('any' in condition) return within(condition.any, 'any');
  if ('not' in condition) return leavesOf(condition.not, `${path}.not`);
  return [{ leaf: condition, path }];
}
