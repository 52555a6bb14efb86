import { z } from 'zod';
import { eventTypes } from './events.ts';

export const MOST_NODES = 2_000;

const nodes = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]{0,23}$/),
      type: z.string().max(60),
      config: z.record(z.string(), z.unknown()),
      /** The owner's own name for it; without one it reads as its sentence. */
      label: z.string().trim().min(1).max(120).optional(),
      /** Where the canvas draws it. */
      at: z.strictObject({ x: z.number(), y: z.number() }).optional(),
    }),
  )
  .max(MOST_NODES);

/** A chain as JSON: the one schema for the builder, the API and the interpreter. Configs are checked by their step. */
export const documentSchema = z.strictObject({
  schema: z.literal(1),
  name: z.string().trim().min(1).max(120),
  trigger: z.strictObject({
    type: z.string().max(60),
    config: z.record(z.string(), z.unknown()),
    at: z.strictObject({ x: z.number(), y: z.number() }).optional(),
  }),
  nodes: nodes.min(1),
  /** From a port of a node (or of `trigger`, port `next`) to a node. */
  edges: z.array(z.strictObject({ from: z.string(), port: z.string().max(60), to: z.string() })).max(6_000),
  settings: z
    .strictObject({
      /** How often one person can enter: at every event, once ever, or once an order (or other subject). */
      reentry: z.enum(['always', 'once', 'once_per_subject']).default('always'),
      /** Events that take a person out at once. */
      exitOn: z.array(z.enum(eventTypes)).max(20).default([]),
    })
    .prefault({}),
  /** What the owner pinned to the canvas for people; the engine does not read it. */
  notes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,23}$/),
        text: z.string().max(2_000),
        at: z.strictObject({ x: z.number(), y: z.number() }),
        width: z.number().min(80).max(1_200).optional(),
        height: z.number().min(40).max(1_200).optional(),
      }),
    )
    .max(200)
    .optional(),
});

/** What an owner draws before it can be published: the same shape, possibly still empty. */
export const draftSchema = documentSchema.extend({ nodes });

export type AutomationDocument = z.output<typeof documentSchema>;
export type AutomationInput = z.input<typeof documentSchema>;
export type AutomationDraft = z.output<typeof draftSchema>;
