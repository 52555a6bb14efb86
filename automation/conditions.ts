import { z } from 'zod';

/** A condition is data: nothing of an owner's is ever evaluated as code. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { field: string; is: Operator; value?: string | number | boolean | undefined };

export const operators = [
  'equal',
  'not_equal',
  'greater',
  'at_least',
  'less',
  'at_most',
  'contains',
  'not_contains',
  'known',
  'unknown',
] as const;
export type Operator = (typeof operators)[number];

export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(conditionSchema).min(1).max(20) }),
      z.strictObject({ any: z.array(conditionSchema).min(1).max(20) }),
      z.strictObject({ not: conditionSchema }),
      z.strictObject({
        field: z.string().regex(/^[a-z][A-Za-z0-9_-]*(\.[A-Za-z][A-Za-z0-9_-]*)*$/),
        is: z.enum(operators),
        value: z.union([z.string().max(500), z.number(), z.boolean()]).optional(),
      }),
    ]),
  )
  .meta({ field: 'condition' });

/** Whether a condition holds. A missing field is unknown: it equals nothing and is greater than nothing. */
export function holds(condition: Condition, values: Readonly<Record<string, unknown>>): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, values));
  if ('any' in condition) return condition.any.some((part) => holds(part, values));
  if ('not' in condition) return !holds(condition.not, values);
  return compare(valueAt(values, condition.field), condition.is, condition.value);
}

/** The values that a condition looked at: the record of why. */
export function valuesOf(condition: Condition, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(fieldsOf(condition).map((field) => [field, valueAt(values, field) ?? null]));
}

export function fieldsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  return [condition.field];
}

/** Walks own properties only, so that no field name reaches a prototype. */
export function valueAt(values: unknown, path: string): unknown {
  let value: unknown = values;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function compare(found: unknown, is: Operator, wanted: unknown): boolean {
  switch (is) {
    case 'known':
      return found !== undefined && found !== null && found !== '';
    case 'unknown':
      return !compare(found, 'known', undefined);
    case 'equal':
      return found === wanted;
    case 'not_equal':
      return found !== wanted;
    case 'contains':
      return Array.isArray(found)
        ? found.includes(wanted)
        : typeof found === 'string' && found.toLowerCase().includes(String(wanted).toLowerCase());
    case 'not_contains':
      return !compare(found, 'contains', wanted);
    default:
      if (typeof found !== 'number' || typeof wanted !== 'number') return false;
      if (is === 'greater') return found > wanted;
      if (is === 'at_least') return found >= wanted;
      if (is === 'less') return found < wanted;
      return found <= wanted;
  }
}
