import { z } from 'zod';
import { orderViewNames } from '#use-cases/orders/order-views.ts';

export const id = z.uuid();
export const localized = z.strictObject({ ru: z.string(), en: z.string() });
/** What clocks and the database can reckon with. */
const ofOurTime = (text: string): boolean => /^(19|20|21)/.test(text);
export const moment = z.iso.datetime().refine(ofOurTime, 'a moment of this century');
export const day = z.iso.date().refine(ofOurTime, 'a day of this century');
export const orderState = z.enum(['new', 'paid', 'processing', 'shipped', 'delivered', 'completed', 'cancelled']);
export const paymentState = z.enum(['awaiting', 'paid', 'expired', 'refund_due', 'refunded']);
export const orderBadge = z.enum([
  'awaiting_payment',
  'new',
  'paid',
  'packing',
  'on_the_way',
  'ready_for_pickup',
  'done',
  'cancelled',
  'refund_due',
]);
export const role = z.enum(['owner', 'manager', 'master']);
export const language = z.enum(['ru', 'en']);
export const deliveryKind = z.enum(['pickup', 'courier']);
export const slot = z.object({ date: z.string(), fromHour: z.number().int(), toHour: z.number().int() }).nullable();
export const orderView = z.enum(orderViewNames);
export const done = z.object({ ok: z.literal(true) });
export const ok: z.infer<typeof done> = { ok: true };

export const byId = z.strictObject({ id });
/** Query texts are strings: numbers and flags are read from them. */
export const limit = (fallback: number) => z.coerce.number().int().min(1).max(200).default(fallback);
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
export const cursor = z.string().max(400);
export const search = z.string().trim().max(100);
