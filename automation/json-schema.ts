import { z } from 'zod';
import { chainSchema } from './document.ts';
import { steps } from './steps/registry.ts';
import { triggers } from './triggers/registry.ts';

/**
 * The language as JSON Schema (draft 2020-12): the chain, and under `$defs` the config of each step and trigger. Rules
 * that JSON Schema cannot say (a text that is a template, ports that lead somewhere) are the validator's.
 */
export function jsonSchema(): Record<string, unknown> {
  const options = { io: 'input', unrepresentable: 'any', reused: 'inline' } as const;
  const shared: Record<string, unknown> = {};
  const of = (schema: z.ZodType): Record<string, unknown> => {
    const { $defs = {}, ...own } = strip(z.toJSONSchema(schema, options)) as Record<string, object>;
    Object.assign(shared, $defs);
    return own;
  };
  const configs = (all: Readonly<Record<string, Described>>, kind: string) =>
    Object.entries(all).map(([type, { definition }]) => [
      `${kind}.${type}`,
      { description: definition.about.en, ...of(definition.config as z.ZodType) },
    ]);
  const chain = of(chainSchema);
  const described = Object.fromEntries([...configs(triggers, 'trigger'), ...configs(steps, 'step')]) as object;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A Takt automation',
    ...chain,
    $defs: { ...shared, ...described },
  };
}

type Described = { definition: { config: unknown; about: { en: string } } };

const FOR_FORMS = new Set([
  'field',
  'values',
  'valueHelp',
  'placeholder',
  'unit',
  'scope',
  'eventFrom',
  'formatFrom',
  'html',
  'rows',
  'kinds',
  'help',
  '$schema',
]);

/** Words of the form in two languages are for people: in the schema the English title stays. */
function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const title = (inner as { en?: unknown } | null)?.en;
    if (key === 'title' && typeof title === 'string') return [['title', title]];
    // Names of properties are the owner's, whatever they are.
    if (key === 'properties' || key === '$defs') return [[key, mapValues(inner as object)]];
    return FOR_FORMS.has(key) ? [] : [[key, strip(inner)]];
  });
  return Object.fromEntries(entries);
}

const mapValues = (named: object): object =>
  Object.fromEntries(Object.entries(named).map(([name, inner]) => [name, strip(inner)]));
