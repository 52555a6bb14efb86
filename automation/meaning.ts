import type { AutomationDraft } from './document.ts';
import { steps } from './steps/registry.ts';
import { triggers } from './triggers/registry.ts';

/**
 * A document as what it does: where its nodes stand, in which order they are listed and what is pinned beside them is
 * left out, defaults are filled in. Two documents of the same text do the same.
 */
export function meaningOf(draft: AutomationDraft): string {
  const nodes = draft.nodes
    .map(({ id, type, config, label }) => ({ id, type, label, config: filled(steps[type]?.definition.config, config) }))
    .sort((one, other) => order(one.id, other.id));
  const edges = draft.edges.map(({ from, port, to }) => `${from}:${port}:${to}`).sort(order);
  const { type, config } = draft.trigger;
  return JSON.stringify(
    sorted({
      schema: draft.schema,
      name: draft.name,
      trigger: { type, config: filled(triggers[type]?.definition.config, config) },
      nodes,
      edges,
      settings: draft.settings,
    }),
  );
}

type Schema = { safeParse(value: unknown): { success: boolean; data?: unknown } };

function filled(schema: Schema | undefined, config: unknown): unknown {
  const parsed = schema?.safeParse(config);
  return parsed?.success ? parsed.data : config;
}

/** The same keys in the same order, whoever wrote them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([one], [other]) => order(one, other))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
