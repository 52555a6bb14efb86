import { holds, type Condition } from '../conditions.ts';

/** No comparison of what is known of an event looks at the clock in a way that matters here. */
const ANY_TIME = new Date(0);

/** Whether a trigger's filter can let an event through of whose data only some is known. */
export function canHold(filter: unknown, data: Readonly<Record<string, unknown>>): boolean {
  return filter === undefined || sure(filter as Condition, data) !== false;
}

/** What a condition surely is; undefined when it hangs on something that is not known. */
function sure(condition: Condition, data: Readonly<Record<string, unknown>>): boolean | undefined {
  if ('not' in condition) {
    const inner = sure(condition.not, data);
    return inner === undefined ? undefined : !inner;
  }
  if ('all' in condition) {
    const parts = condition.all.map((part) => sure(part, data));
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => sure(part, data));
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
  }
  const [root, name = ''] = condition.field.split('.');
  const depends = OF_TIME.has(condition.is) || root !== 'trigger' || !Object.hasOwn(data, name);
  return depends ? undefined : holds(condition, { trigger: data }, ANY_TIME);
}

const OF_TIME: ReadonlySet<string> = new Set(['before', 'after', 'older_than', 'newer_than']);
