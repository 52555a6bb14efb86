import { isDuration } from '#domain/time.ts';
import { z } from 'zod';
import { isOffset, isTimeOfDay } from '#domain/time-rules.ts';
import type { ValueKind } from './event-fields.ts';
import { eventTypes, eventWords } from './events.ts';
import { templateProblem } from './templates.ts';
import type { Words } from './words.ts';

/** What a form needs to know beyond the schema. It lies in the schema's meta; wrappers (`optional`) hand it on. */
export type FieldMeta = {
  title?: Words | undefined;
  help?: Words | undefined;
  placeholder?: Words | undefined;
  unit?: Words | undefined;
  /** How it is drawn, where the type alone does not say it. */
  field?: FieldKind | undefined;
  /** The words of the values of a choice; of a text: values that are shown, and can be written, as these words. */
  values?: Readonly<Record<string, Words>> | undefined;
  /** The explanation of each value of a choice. */
  valueHelp?: Readonly<Record<string, Words>> | undefined;
  /** Of a condition: `everything` that a chain knows, the fields of one `event` alone, named without `trigger.`, or of the `contact`. */
  scope?: 'everything' | 'event' | 'contact' | undefined;
  /** Of a condition: the field beside it that names the event. */
  eventFrom?: string | undefined;
  /** Of a template: the field beside it that says `plain` or `html`; or `html` itself for one that always is. */
  formatFrom?: string | undefined;
  html?: boolean | undefined;
  /** Of a variable: which kinds of value fit. */
  kinds?: readonly ValueKind[] | undefined;
  /** Of a text: lines shown. */
  rows?: number | undefined;
};

export type FieldKind =
  | 'duration'
  | 'money'
  | 'moment'
  | 'date'
  | 'localized-template'
  | 'localized-label'
  | 'buttons'
  | 'tag'
  | 'product'
  | 'variant'
  | 'service'
  | 'staff'
  | 'condition'
  /** A time of day, `09:30`. */
  | 'time'
  /** A duration before or after a moment, `-PT24H`. */
  | 'offset'
  /** Days of the week, 1 to 7. */
  | 'weekdays'
  /** What the chain knows at this place, by its path; `kinds` narrows it. */
  | 'variable'
  /** A field of the contact that may be written. */
  | 'contact-field'
  | 'automation'
  | 'secret'
  /** A repeating schedule: RRULE, first day, time of day. */
  | 'recurrence'
  /** One text with what is filled in, for people of the business or for a machine. */
  | 'template'
  /** Made by the form, never shown: names a port that must stay when its neighbours go. */
  | 'key'
  | 'hidden';

/** A schema with words for its form. */
export function worded<T extends z.ZodType>(schema: T, meta: FieldMeta): T {
  // zod's own `title` is one text; ours is in both languages.
  return schema.meta(meta as never);
}

/** The meta of one schema, without its wrappers. */
export const metaOf = (schema: z.core.$ZodType): FieldMeta =>
  (z.globalRegistry.get(schema as z.ZodType) ?? {}) as FieldMeta;

/** Field types that steps share; the builder knows each by its `meta().field` and draws it. */

export const duration = z
  .string()
  .refine(isDuration, { error: 'duration_invalid' })
  .meta({ field: 'duration', examples: ['PT15M', 'P1D'] });

/** A text in both languages. `max` is what Telegram counts; the marks of formatting come on top. */
export const localizedTemplate = (max: number) =>
  z.strictObject({ ru: template(max), en: template(max) }).meta({ field: 'localized-template', max });

export const localizedLabel = z
  .strictObject({ ru: z.string().min(1).max(40), en: z.string().min(1).max(40) })
  .meta({ field: 'localized-label' });

/** Buttons under a message. A press is the event `chat.button`, with the node and the button in it. */
export const messageButtons = z
  .array(z.strictObject({ id: z.string().regex(/^[a-z0-9_]{1,12}$/), label: localizedLabel }))
  .max(8)
  .meta({ field: 'buttons' });

export const tagName = z.string().trim().min(1).max(64).meta({ field: 'tag' });

/** Whole minor units of the business's currency. */
export const moneyMinor = z.int().min(0).max(100_000_000_000).meta({ field: 'money' });

/** An instant, ISO 8601 in UTC. */
export const moment = z.iso.datetime().meta({ field: 'moment' });

export const calendarDay = z.iso.date().meta({ field: 'date' });

export const timeOfDay = z
  .string()
  .refine(isTimeOfDay, { error: 'time_invalid' })
  .meta({ field: 'time', examples: ['09:30'] });

/** Before the moment when it begins with a minus. */
export const offset = z
  .string()
  .refine(isOffset, { error: 'duration_invalid' })
  .meta({ field: 'offset', examples: ['-PT24H', 'P1D'] });

/** ISO: Monday is 1. */
export const weekdays = z
  .array(z.literal([1, 2, 3, 4, 5, 6, 7]))
  .max(7)
  .meta({ field: 'weekdays' });

/** A path of `valuesFor`, such as `order.pickupAt`. */
export const variablePath = (kinds?: readonly ValueKind[]) =>
  z
    .string()
    .regex(/^[a-z][A-Za-z0-9_-]*(\.[A-Za-z][A-Za-z0-9_-]*)*$/)
    .meta({ field: 'variable', ...(kinds ? { kinds } : {}) } as never);

/** Names a port of its own. */
export const portKey = z
  .string()
  .regex(/^[a-z0-9_]{1,12}$/)
  .meta({ field: 'key' });

export const automationId = z.uuid().meta({ field: 'automation' });

/** One text for both languages: of a task, a notice to staff, a request. */
export const plainTemplate = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => templateProblem(text) === undefined, { error: 'template_invalid' })
    .meta({ field: 'template' });

/** A column of the contact that an owner may write, or `fields.<name>` of their own. */
export const contactField = z
  .string()
  .regex(/^(name|phone|email|language|timeZone|birthday|note|consent|fields\.[a-z][A-Za-z0-9_]{0,30})$/)
  .meta({ field: 'contact-field' });

export const productId = z.uuid().meta({ field: 'product' });
export const serviceId = z.uuid().meta({ field: 'service' });
export const staffMember = z.uuid().meta({ field: 'staff' });
export const variantId = z.uuid().meta({ field: 'variant' });

export const eventType = worded(z.enum(eventTypes), { values: eventWords });

function template(max: number) {
  return z
    .string()
    .min(1)
    .max(max * 4)
    .refine((text) => visibleLength(text) <= max, { error: 'text_too_long' })
    .refine((text) => templateProblem(text) === undefined, { error: 'template_invalid' });
}

/** What of a template is surely seen: without what is filled in and without tags. */
function visibleLength(text: string): number {
  return text.replaceAll(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, '').replaceAll(/<\/?[a-z]+(?:\s[^>]*)?>/gi, '').length;
}
