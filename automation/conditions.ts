import { addDuration, isDuration } from '#domain/time.ts';
import { z } from 'zod';

/** A condition is data: nothing of an owner's is ever evaluated as code. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { field: string; is: Operator; value?: ConditionValue | undefined };

export type ConditionValue = string | number | boolean | readonly string[];

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
  'one_of',
  // Of moments and days. `before` and `after` take one; the others a duration back from now.
  'before',
  'after',
  'older_than',
  'newer_than',
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
        value: z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)]).optional(),
      }),
    ]),
  )
  .meta({ id: 'condition', field: 'condition' });

/** Whether a condition holds. A missing field is unknown: it equals nothing and is greater than nothing. */
export function holds(condition: Condition, values: Readonly<Record<string, unknown>>, now: Date): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, values, now));
  if ('any' in condition) return condition.any.some((part) => holds(part, values, now));
  if ('not' in condition) return !holds(condition.not, values, now);
  return compare(valueAt(values, condition.field), condition.is, condition.value, now);
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

/** Operators of time, for which a day stands for its beginning in UTC. */
const OF_TIME: ReadonlySet<Operator> = new Set<Operator>(['before', 'after', 'older_than', 'newer_than']);

function compare(found: unknown, is: Operator, wanted: unknown, now: Date): boolean {
  if (OF_TIME.has(is)) return compareTime(found, is, wanted, now);
  switch (is) {
    case 'known':
      return found !== undefined && found !== null && found !== '';
    case 'unknown':
      return !compare(found, 'known', undefined, now);
    case 'one_of':
      return Array.isArray(wanted) && typeof found === 'string' && wanted.includes(found);
    case 'equal':
      return found === wanted;
    case 'not_equal':
      return found !== wanted;
    case 'contains':
      return Array.isArray(found)
        ? found.includes(wanted)
        : typeof found === 'string' && found.toLowerCase().includes(String(wanted).toLowerCase());
    case 'not_contains':
      return !compare(found, 'contains', wanted, now);
    default:
      if (typeof found !== 'number' || typeof wanted !== 'number') return false;
      if (is === 'greater') return found > wanted;
      if (is === 'at_least') return found >= wanted;
      if (is === 'less') return found < wanted;
      return found <= wanted;
  }
}

function compareTime(found: unknown, is: Operator, wanted: unknown, now: Date): boolean {
  const moment = typeof found === 'string' ? Date.parse(found) : NaN;
  if (Number.isNaN(moment) || typeof wanted !== 'string') return false;
  if (is === 'before' || is === 'after') {
    const other = Date.parse(wanted);
    return is === 'before' ? moment < other : moment > other;
  }
  if (!isDuration(wanted)) return false;
  const edge = addDuration(now, `-${wanted}`, 'UTC').getTime();
  return is === 'older_than' ? moment <= edge : moment > edge && moment <= now.getTime();
}
