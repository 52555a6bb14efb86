import { z } from 'zod';
import { settingsSchema } from './settings.ts';
import { SCHEMA, upgrade } from './upgrades.ts';

export const MOST_NODES = 2_000;

const place = z.strictObject({ x: z.number(), y: z.number() });
const nodeId = z.string().regex(/^[a-z][a-z0-9-]{0,23}$/);

const nodes = z
  .array(
    z.strictObject({
      id: nodeId,
      type: z.string().max(60),
      config: z.record(z.string(), z.unknown()),
      /** The owner's own name for it; without one it reads as its sentence. */
      label: z.string().trim().min(1).max(120).optional(),
      /** Where the canvas draws it. */
      at: place.optional(),
    }),
  )
  .max(MOST_NODES);

/** A chain in today's shape, described field by field; configs are checked by their step. */
export const chainSchema = z.strictObject({
  schema: z.literal(SCHEMA),
  name: z.string().trim().min(1).max(120),
  trigger: z.strictObject({
    type: z.string().max(60),
    config: z.record(z.string(), z.unknown()),
    at: place.optional(),
  }),
  nodes: nodes.min(1),
  /** From a port of a node (or of `trigger`, port `next`) to a node. */
  edges: z.array(z.strictObject({ from: z.string(), port: z.string().max(60), to: z.string() })).max(6_000),
  settings: settingsSchema.prefault({}),
  /** What the owner pinned to the canvas for people; the engine does not read it. */
  notes: z
    .array(
      z.strictObject({
        id: nodeId,
        text: z.string().max(2_000),
        at: place,
        width: z.number().min(80).max(1_200).optional(),
        height: z.number().min(40).max(1_200).optional(),
      }),
    )
    .max(200)
    .optional(),
});

/** A chain as JSON, of today or older: the one schema for the builder, the API and the interpreter. */
export const documentSchema = z.preprocess(upgrade, chainSchema);

/** What an owner draws before it can be published: the same shape, possibly still empty. */
export const draftSchema = z.preprocess(upgrade, chainSchema.extend({ nodes }));

export type AutomationDocument = z.output<typeof documentSchema>;
/** As it may be written: an older schema number, exit events as plain names, defaults left out. */
export type AutomationInput = Omit<z.input<typeof chainSchema>, 'schema' | 'settings'> & {
  schema: number;
  settings?: Omit<NonNullable<z.input<typeof chainSchema>['settings']>, 'exitOn'> & { exitOn?: readonly unknown[] };
};
export type AutomationDraft = z.output<typeof draftSchema>;
