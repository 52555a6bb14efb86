/**
 * Older documents are brought up step by step when they are read, each step named by what it changed. Stored versions
 * stay as they were published.
 */
type Json = Record<string, unknown>;
type Upgrade = { from: number; name: string; apply(document: Json): Json };

const upgrades: readonly Upgrade[] = [
  {
    from: 1,
    name: 'exit-events-have-filters',
    apply(document) {
      const settings = document['settings'] as Json | undefined;
      const exits = settings?.['exitOn'];
      if (!Array.isArray(exits)) return document;
      const exitOn = exits.map((one: unknown) => (typeof one === 'string' ? { event: one } : one));
      return { ...document, settings: { ...settings, exitOn } };
    },
  },
];

export const SCHEMA = 2;

/** The document in today's shape; what is not an object, or of a newer schema, comes back as it is. */
export function upgrade(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  let document = input as Json;
  for (const step of upgrades) {
    if (document['schema'] === step.from) document = { ...step.apply(document), schema: step.from + 1 };
  }
  return document;
}
