import type { z } from 'zod';
import { metaOf, type FieldMeta } from '#automation/fields.ts';
import type { Choice, Simple, Tree, TreeOf } from './tree.ts';

const kept = new WeakMap<z.core.$ZodType, Tree>();

/** Reads a zod schema. What it does not know becomes a field of JSON, so that no config is out of reach. */
export function describe(schema: z.core.$ZodType): Tree {
  const found = kept.get(schema);
  if (found) return found;
  const tree = read(schema);
  kept.set(schema, tree);
  return tree;
}

/** Which option of a union a value is: by its discriminator, else the first that fits, else the nearest in shape. */
export function optionOf(tree: TreeOf<'union'>, value: unknown): number {
  const key = tree.discriminator;
  const byKey =
    key === undefined
      ? -1
      : tree.options.findIndex(({ tree: option }) => {
          const field = option.kind === 'object' ? option.fields.find((one) => one.name === key) : undefined;
          const wanted = (value as Record<string, unknown> | null | undefined)?.[key];
          if (field?.tree.kind === 'constant') return field.tree.value === wanted;
          return field?.tree.kind === 'choice' && field.tree.choices.some((choice) => choice.value === wanted);
        });
  if (byKey >= 0) return byKey;
  const fits = tree.options.findIndex(({ tree: option }) => parses(option.schema, value));
  if (fits >= 0) return fits;
  return Math.max(
    0,
    tree.options.findIndex(({ tree: option }) => alike(option, value)),
  );
}

export function parses(schema: z.core.$ZodType, value: unknown): boolean {
  return (schema as z.ZodType).safeParse(value).success;
}

type Def = {
  type: string;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  getter?: () => z.core.$ZodType;
  defaultValue?: unknown;
  element?: z.core.$ZodType;
  shape?: Record<string, z.core.$ZodType>;
  options?: readonly z.core.$ZodType[];
  discriminator?: string;
  entries?: Record<string, string | number>;
  values?: readonly unknown[];
  format?: string;
  checks?: readonly { _zod: { def: Record<string, unknown> } }[];
};

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def;

function read(schema: z.core.$ZodType): Tree {
  let inner = schema;
  let meta: FieldMeta & { max?: number } = metaOf(schema);
  let optional = false;
  let empty: null | undefined;
  let fallback: unknown;
  for (let def = defOf(inner); ; def = defOf(inner)) {
    if (def.type === 'optional' || def.type === 'exactOptional') optional = true;
    else if (def.type === 'nullable') [optional, empty] = [true, null];
    else if (def.type === 'default' || def.type === 'prefault') fallback = def.defaultValue;
    // A lazy condition is drawn by its own field and never unfolded.
    else if (def.type === 'lazy' && meta.field !== 'condition' && def.getter) {
      inner = def.getter();
      meta = { ...metaOf(inner), ...meta };
      continue;
    } else if (def.type !== 'readonly' && def.type !== 'catch' && def.type !== 'pipe') break;
    const next = def.innerType ?? def.in;
    if (!next) break;
    inner = next;
    meta = { ...metaOf(inner), ...meta };
  }
  const words = {
    title: meta.title,
    help: meta.help,
    placeholder: meta.placeholder,
    unit: meta.unit,
    optional,
    empty,
    fallback,
    schema: inner,
  };
  return { ...words, ...shape(defOf(inner), meta) } as Tree;
}

type Bare = { kind: Tree['kind'] } & Record<string, unknown>;

function shape(def: Def, meta: FieldMeta & { max?: number }): Bare {
  const bounds = boundsOf(def);
  switch (meta.field) {
    case 'money':
      return { kind: 'money', min: bounds.min, max: bounds.max };
    case 'localized-label':
      return { kind: 'label', max: labelMax(def) };
    case 'localized-template':
      return { kind: 'template', max: meta.max ?? 4_096, formatFrom: meta.formatFrom, html: meta.html ?? false };
    case 'buttons':
      return { kind: 'buttons', max: bounds.max ?? 8 };
    case 'condition':
      return { kind: 'condition', scope: meta.scope ?? 'everything', eventFrom: meta.eventFrom };
    case 'template':
      return { kind: 'plain-template', max: bounds.max ?? 10_000, rows: meta.rows ?? 1 };
    case 'variable':
      return { kind: 'variable', kinds: meta.kinds, only: namedIn(def) };
    case undefined:
      return byType(def, meta);
    default:
      return { kind: meta.field satisfies Simple };
  }
}

function byType(def: Def, meta: FieldMeta): Bare {
  const bounds = boundsOf(def);
  switch (def.type) {
    case 'string':
      if (def.format === 'date') return { kind: 'date' };
      if (def.format === 'datetime') return { kind: 'moment' };
      return {
        kind: 'text',
        min: bounds.min ?? 0,
        max: bounds.max ?? 10_000,
        rows: meta.rows ?? ((bounds.max ?? 0) > 200 ? 3 : 1),
        known: Object.entries(meta.values ?? {}).map(([value, words]) => ({ value, words })),
      };
    case 'number':
    case 'int':
      return { kind: 'number', int: bounds.int, min: bounds.min, max: bounds.max };
    case 'boolean':
      return { kind: 'boolean' };
    case 'enum':
      return { kind: 'choice', choices: choicesOf(Object.values(def.entries ?? {}), meta) };
    case 'literal': {
      const values = def.values ?? [];
      if (values.length === 1) return { kind: 'constant', value: values[0] };
      return { kind: 'choice', choices: choicesOf(values as (string | number)[], meta) };
    }
    case 'array':
      return def.element
        ? { kind: 'list', item: describe(def.element), min: bounds.min ?? 0, max: bounds.max ?? 1_000 }
        : { kind: 'json' };
    case 'object':
      return {
        kind: 'object',
        fields: Object.entries(def.shape ?? {}).map(([name, field]) => ({ name, tree: describe(field) })),
      };
    case 'union': {
      const options = (def.options ?? []).map(describe);
      // Several literals are one choice.
      if (options.length > 0 && options.every((one) => one.kind === 'constant' && typeof one.value === 'string')) {
        const values = options.map((one) => String((one as TreeOf<'constant'>).value));
        const said = Object.fromEntries(options.flatMap((one, at) => (one.title ? [[values[at], one.title]] : [])));
        return { kind: 'choice', choices: choicesOf(values, { ...meta, values: { ...said, ...meta.values } }) };
      }
      return {
        kind: 'union',
        discriminator: def.discriminator,
        options: options.map((tree) => ({ title: tree.title, tree })),
      };
    }
    default:
      return { kind: 'json' };
  }
}

/** The paths that a schema spells out, beside a pattern for others or alone. */
function namedIn(def: Def): readonly string[] | undefined {
  const parts = def.type === 'union' ? (def.options ?? []).map(defOf) : [def];
  const named = parts.flatMap((part) => (part.type === 'enum' ? Object.values(part.entries ?? {}).map(String) : []));
  return named.length > 0 ? named : undefined;
}

function choicesOf(values: readonly (string | number)[], meta: FieldMeta): Choice[] {
  return values.map((value) => ({
    value,
    words: meta.values?.[String(value)] ?? { ru: String(value), en: String(value) },
    help: meta.valueHelp?.[String(value)],
  }));
}

function boundsOf(def: Def): { min: number | undefined; max: number | undefined; int: boolean } {
  let min: number | undefined;
  let max: number | undefined;
  let int = def.format === 'safeint' || def.format === 'int32' || def.format === 'uint32';
  for (const check of def.checks ?? []) {
    const { check: name, value, minimum, maximum, length, format, inclusive } = check._zod.def as Record<string, never>;
    const whole = int ? 1 : 0;
    if (name === 'greater_than') min = Math.max(min ?? -Infinity, Number(value) + (inclusive ? 0 : whole));
    if (name === 'less_than') max = Math.min(max ?? Infinity, Number(value) - (inclusive ? 0 : whole));
    if (name === 'min_length') min = Number(minimum);
    if (name === 'max_length') max = Number(maximum);
    if (name === 'length_equals') min = max = Number(length);
    if (name === 'number_format' && String(format).includes('int')) int = true;
  }
  return { min, max, int };
}

function labelMax(def: Def): number {
  const ru = def.shape?.['ru'];
  return (ru && boundsOf(defOf(ru)).max) ?? 40;
}

function alike(tree: Tree, value: unknown): boolean {
  if (tree.kind === 'object') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return Object.keys(value).every((key) => tree.fields.some((field) => field.name === key));
  }
  if (tree.kind === 'list' || tree.kind === 'buttons') return Array.isArray(value);
  if (tree.kind === 'number' || tree.kind === 'money') return typeof value === 'number';
  if (tree.kind === 'boolean') return typeof value === 'boolean';
  return typeof value === 'string';
}
