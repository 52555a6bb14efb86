import type { Condition, Operator } from '#automation/conditions.ts';
import { addDuration, isDuration } from '#domain/time.ts';

/** A condition on the contact as SQL over `contact c join business b`, with its parameters; the same answer as `holds`. */
export type ConditionSql = { sql: string; params: unknown[] };
type Leaf = Extract<Condition, { field: string }>;
type Column = { sql: string; kind: 'text' | 'number' | 'boolean' | 'moment' | 'tags' };

const columns: Readonly<Record<string, Column>> = {
  'contact.id': { sql: 'c.id::text', kind: 'text' },
  'contact.name': { sql: 'c.name', kind: 'text' },
  'contact.firstName': { sql: "split_part(c.name, ' ', 1)", kind: 'text' },
  'contact.language': { sql: 'c.language', kind: 'text' },
  'contact.phone': { sql: 'c.phone', kind: 'text' },
  'contact.email': { sql: 'c.email', kind: 'text' },
  'contact.note': { sql: 'c.note', kind: 'text' },
  'contact.timeZone': { sql: 'coalesce(c.time_zone, b.time_zone)', kind: 'text' },
  'contact.ordersPaid': { sql: 'c.orders_paid', kind: 'number' },
  'contact.spentMinor': { sql: 'c.spent_minor', kind: 'number' },
  'contact.consent': { sql: 'coalesce(c.marketing_consent, false)', kind: 'boolean' },
  'contact.since': { sql: 'c.created_at', kind: 'moment' },
  'contact.lastOrderAt': { sql: 'c.last_order_at', kind: 'moment' },
  'contact.birthday': { sql: "(c.birthday::timestamp at time zone 'UTC')", kind: 'moment' },
  'contact.tags': { sql: '', kind: 'tags' },
};

/** Undefined where only the language itself can tell: a field of the owner's own, something that is not of the contact. */
export function conditionSql(condition: Condition, now: Date): ConditionSql | undefined {
  if ('all' in condition || 'any' in condition) {
    const parts = ('all' in condition ? condition.all : condition.any).map((part) => conditionSql(part, now));
    if (parts.some((part) => part === undefined)) return undefined;
    const sound = parts as ConditionSql[];
    const joined = sound.map((part) => part.sql).join('all' in condition ? ' and ' : ' or ');
    return { sql: `(${joined})`, params: sound.flatMap((part) => part.params) };
  }
  if ('not' in condition) {
    const inner = conditionSql(condition.not, now);
    return inner && { sql: `(not ${inner.sql})`, params: inner.params };
  }
  const column = columns[condition.field];
  return column && leaf(column, condition, now);
}

const never: ConditionSql = { sql: 'false', params: [] };
const always: ConditionSql = { sql: 'true', params: [] };

function leaf(column: Column, { is, value }: Leaf, now: Date): ConditionSql | undefined {
  if (column.kind === 'tags') return ofTags(is, value);
  if (is === 'known')
    return {
      sql: `(${column.sql} is not null${column.kind === 'text' ? ` and ${column.sql} <> ''` : ''})`,
      params: [],
    };
  if (is === 'unknown')
    return { sql: `(${column.sql} is null${column.kind === 'text' ? ` or ${column.sql} = ''` : ''})`, params: [] };
  if (column.kind === 'moment') return ofMoment(column.sql, is, value, now);
  switch (is) {
    case 'equal':
      return fits(column, value) ? { sql: `(${column.sql} is not distinct from ?)`, params: [value] } : never;
    case 'not_equal':
      return fits(column, value) ? { sql: `(${column.sql} is distinct from ?)`, params: [value] } : always;
    case 'one_of':
      if (column.kind !== 'text' || !Array.isArray(value)) return never;
      return { sql: `(coalesce(${column.sql} = any(?::text[]), false))`, params: [arrayOf(value as string[])] };
    case 'contains':
    case 'not_contains': {
      if (column.kind !== 'text') return is === 'contains' ? never : always;
      const found = `(strpos(lower(coalesce(${column.sql}, '')), lower(?)) > 0 and ${column.sql} is not null)`;
      return { sql: is === 'contains' ? found : `(not ${found})`, params: [String(value)] };
    }
    case 'greater':
    case 'at_least':
    case 'less':
    case 'at_most':
      if (column.kind !== 'number' || typeof value !== 'number') return never;
      return { sql: `(${column.sql}::numeric ${signs[is]} ?::numeric)`, params: [value] };
    default:
      // Of time, on what is no moment: only a text that happens to read as one, which the language itself judges.
      return column.kind === 'text' ? undefined : never;
  }
}

const signs = { greater: '>', at_least: '>=', less: '<', at_most: '<=' } as const;

const fits = (column: Column, value: unknown): boolean =>
  column.kind === 'text' ? typeof value === 'string' : typeof value === column.kind;

function ofTags(is: Operator, value: unknown): ConditionSql | undefined {
  const has = `exists (select 1 from contact_tag t where t.business_id = c.business_id and t.contact_id = c.id and t.tag = ?)`;
  switch (is) {
    case 'contains':
      return typeof value === 'string' ? { sql: has, params: [value] } : never;
    case 'not_contains':
      return typeof value === 'string' ? { sql: `(not ${has})`, params: [value] } : always;
    case 'known':
    case 'not_equal':
      return always;
    default:
      return never;
  }
}

function ofMoment(sql: string, is: Operator, value: unknown, now: Date): ConditionSql | undefined {
  // As texts moments are compared by how they are written, which the language itself knows.
  if (is === 'contains' || is === 'not_contains') return undefined;
  if (typeof value !== 'string') return is === 'not_equal' ? always : never;
  const ofTime = (sign: string, moment: Date) => ({
    sql: `(coalesce(${sql} ${sign} ?::timestamptz, false))`,
    params: [moment],
  });
  switch (is) {
    case 'before':
    case 'after': {
      const moment = new Date(value);
      return Number.isNaN(moment.getTime()) ? never : ofTime(is === 'before' ? '<' : '>', moment);
    }
    case 'older_than':
    case 'newer_than': {
      if (!isDuration(value)) return never;
      const edge = addDuration(now, `-${value}`, 'UTC');
      if (is === 'older_than') return ofTime('<=', edge);
      return {
        sql: `(coalesce(${sql} > ?::timestamptz and ${sql} <= ?::timestamptz, false))`,
        params: [edge, now],
      };
    }
    case 'greater':
    case 'at_least':
    case 'less':
    case 'at_most':
      return never;
    default:
      return undefined;
  }
}

const arrayOf = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll(/[\\"]/g, (sign) => `\\${sign}`)}"`).join(',')}}`;
