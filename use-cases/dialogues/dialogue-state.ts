import { z } from 'zod';

const base = {
  /** When the client was last told that free text went to people: not more than once in 10 minutes. */
  noticedAt: z.iso.datetime().nullable().default(null),
};

const slot = z.object({ date: z.iso.date(), fromHour: z.number().int(), toHour: z.number().int() });

export const checkoutDraft = z.object({
  name: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  delivery: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('pickup'), slot }),
      z.object({ kind: z.literal('courier'), address: z.string() }),
    ])
    .nullable()
    .default(null),
  comment: z.string().nullable().default(null),
});

export const checkoutStep = z.enum(['name', 'phone', 'delivery', 'day', 'slot', 'address', 'comment', 'summary']);

/** A service of the visit that is being put together. `decided`: the client has said with whom; null: with anyone. */
const visitItem = z.object({
  serviceId: z.uuid(),
  addonIds: z.array(z.uuid()).max(30).default([]),
  staffId: z.uuid().nullable().default(null),
  decided: z.boolean().default(false),
});

export const bookingStep = z.enum([
  'section',
  'service',
  'addons',
  'more',
  'format',
  'place',
  'person',
  'day',
  'time',
  'phone',
  'comment',
  'summary',
]);

const booking = z.object({
  kind: z.literal('booking'),
  /** Two confirms with one key are one booking. */
  key: z.uuid(),
  step: bookingStep,
  /** In order; the last may still be having its add-ons chosen. */
  items: z.array(visitItem).max(8).default([]),
  /** No more services are wanted. */
  enough: z.boolean().default(false),
  /** Services and people are those of an earlier visit: the questions begin with the day. */
  fixed: z.boolean().default(false),
  format: z.enum(['online', 'place']).nullable().default(null),
  placeId: z.uuid().nullable().default(null),
  /** The month and the day being looked at. */
  month: z.string().nullable().default(null),
  day: z.iso.date().nullable().default(null),
  startsAt: z.iso.datetime().nullable().default(null),
  phone: z.string().nullable().default(null),
  comment: z.string().nullable().default(null),
  commented: z.boolean().default(false),
  /** True while a line of the summary is being changed: its answer leads back to the summary. */
  changing: z.boolean().default(false),
  /** What the summary promised: other people or another price are asked again. */
  seen: z
    .object({ staffIds: z.array(z.uuid()), priceMinor: z.number().int(), priceToMinor: z.number().int().nullable() })
    .nullable()
    .default(null),
  /** The visit that gets another time; null: a new one. */
  moving: z.uuid().nullable().default(null),
  ...base,
});

const schema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle'), ...base }),
  /** The first start waits for the choice of a language; what it wanted to open comes after. */
  z.object({ kind: z.literal('language'), payload: z.string().nullable(), first: z.boolean(), ...base }),
  /** A number was asked for one line of the cart. */
  z.object({ kind: z.literal('quantity'), variantId: z.uuid(), ...base }),
  z.object({
    kind: z.literal('checkout'),
    key: z.uuid(),
    step: checkoutStep,
    /** The day being looked at while a time is chosen. */
    date: z.iso.date().nullable().default(null),
    /** True while a line of the summary is being changed: its answer leads back to the summary. */
    changing: z.boolean().default(false),
    draft: checkoutDraft,
    /** What the summary promised, at the prices the client has seen: another sum is asked again. */
    seenTotalMinor: z.number().int().nullable().default(null),
    ...base,
  }),
  booking,
  /** The next text is the reason why a visit is cancelled. */
  z.object({ kind: z.literal('cancel_reason'), bookingId: z.uuid(), ...base }),
]);

/** Where a chat is in its conversation with the bot. */
export type DialogueState = z.infer<typeof schema>;
export type CheckoutState = Extract<DialogueState, { kind: 'checkout' }>;
export type BookingDialogue = Extract<DialogueState, { kind: 'booking' }>;
export type BookingStep = z.infer<typeof bookingStep>;
export type CheckoutDraft = z.infer<typeof checkoutDraft>;
export type CheckoutStep = z.infer<typeof checkoutStep>;

export const idle: DialogueState = { kind: 'idle', noticedAt: null };

/** Reads what an earlier version may have written; what is not understood begins afresh. */
export function parseDialogue(value: unknown): DialogueState {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : idle;
}
