import type { z } from 'zod';
import type { ValueKind } from '#automation/event-fields.ts';
import type { Words } from '#automation/words.ts';

/** A schema as the form draws it: what each place is, with its words and bounds. Plain data over the schema. */
export type Tree = TreeWords & { schema: z.core.$ZodType } & (
    | { kind: 'text'; min: number; max: number; rows: number; known: readonly Choice[] }
    | { kind: 'number'; int: boolean; min: number | undefined; max: number | undefined }
    | { kind: 'money'; min: number | undefined; max: number | undefined }
    | { kind: Simple }
    | { kind: 'choice'; choices: readonly Choice[] }
    | { kind: 'constant'; value: unknown }
    | { kind: 'label'; max: number }
    /** For clients, in both languages. */
    | { kind: 'template'; max: number; formatFrom: string | undefined; html: boolean }
    /** For people of the business or for a machine: one text. */
    | { kind: 'plain-template'; max: number; rows: number }
    | { kind: 'buttons'; max: number }
    | { kind: 'condition'; scope: 'everything' | 'event' | 'contact'; eventFrom: string | undefined }
    /** `only`: the paths that the schema itself names; without it, whatever is known at the place. */
    | { kind: 'variable'; kinds: readonly ValueKind[] | undefined; only: readonly string[] | undefined }
    | { kind: 'list'; item: Tree; min: number; max: number }
    | { kind: 'object'; fields: readonly { name: string; tree: Tree }[] }
    | { kind: 'union'; options: readonly { title: Words | undefined; tree: Tree }[]; discriminator: string | undefined }
  );

/** What needs to be told no more than its kind. */
export type Simple =
  | 'boolean'
  | 'duration'
  | 'moment'
  | 'date'
  | 'time'
  | 'offset'
  | 'weekdays'
  | 'recurrence'
  | 'tag'
  | 'product'
  | 'service'
  | 'staff'
  | 'variant'
  | 'automation'
  | 'secret'
  | 'contact-field'
  | 'key'
  | 'hidden'
  | 'json';

export type Choice = { value: string | number; words: Words; help?: Words | undefined };
export type TreeOf<K extends Tree['kind']> = Tree & { kind: K };

export type TreeWords = {
  title?: Words | undefined;
  help?: Words | undefined;
  placeholder?: Words | undefined;
  unit?: Words | undefined;
  /** May be left out: then `empty` stands in the config, or nothing. */
  optional: boolean;
  empty: null | undefined;
  fallback: unknown;
};
