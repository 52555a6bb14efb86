import { z } from 'zod';
import { eventTypes } from './events.ts';

/** A chain as JSON: the one schema for the builder, the API and the interpreter. Configs are checked by their step. */
export const documentSchema = z.strictObject({
  schema: z.literal(1),
  name: z.string().trim().min(1).max(120),
  trigger: z.strictObject({ type: z.string().max(60), config: z.record(z.string(), z.unknown()) }),
  nodes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,23}$/),
        type: z.string().max(60),
        config: z.record(z.string(), z.unknown()),
        /** Where the canvas draws it. */
        at: z.strictObject({ x: z.number(), y: z.number() }).optional(),
      }),
    )
    .min(1)
    .max(2_000),
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
});

export type AutomationDocument = z.output<typeof documentSchema>;
export type AutomationInput = z.input<typeof documentSchema>;
