import type { z } from 'zod';
import type { EventType } from '#domain/events.ts';
import type { Condition } from '../conditions.ts';
import type { ValueKind } from '../event-fields.ts';
import { metaOf, type FieldMeta } from '../fields.ts';

/** A place of a config that names what the chain knows. `path` leads to it within the config. */
export type Place = { path: string } & (
  | { kind: 'condition'; condition: Condition; scope: 'everything' | 'contact' }
  /** Names fields of this event alone, without `trigger.`. */
  | { kind: 'event'; condition: Condition; event: EventType }
  | { kind: 'template'; text: string }
  | { kind: 'variable'; variable: string; kinds: readonly ValueKind[] | undefined }
);

/** Every such place of a value, found by the words of its schema: a new step needs no line here. */
export function placesIn(schema: z.core.$ZodType, value: unknown): Place[] {
  const places: Place[] = [];
  visit(schema, value, '', {}, places);
  return places;
}

type Def = {
  type: string;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  getter?: () => z.core.$ZodType;
  element?: z.core.$ZodType;
  shape?: Readonly<Record<string, z.core.$ZodType>>;
  options?: readonly z.core.$ZodType[];
};
type Holder = Readonly<Record<string, unknown>>;

function visit(outer: z.core.$ZodType, value: unknown, path: string, holder: Holder, places: Place[]): void {
  if (value === undefined || value === null) return;
  const { schema, meta } = unwrapped(outer);
  const found = placeOf(meta, value, holder);
  if (found) {
    places.push(...found.map((place) => ({ ...place, path: joined(path, place.path) })));
    return;
  }
  const def = defOf(schema);
  if (def.type === 'array' && def.element && Array.isArray(value)) {
    value.forEach((item, index) => visit(def.element ?? schema, item, joined(path, String(index)), {}, places));
  } else if (def.type === 'object' && def.shape && isHolder(value)) {
    for (const [name, inner] of Object.entries(def.shape)) visit(inner, value[name], joined(path, name), value, places);
  } else if (def.type === 'union') {
    const option = def.options?.find((one) => (one as z.ZodType).safeParse(value).success);
    if (option) visit(option, value, path, holder, places);
  }
}

/** The schema without its wrappers, and what all of them say. A lazy condition is never unfolded. */
function unwrapped(outer: z.core.$ZodType): { schema: z.core.$ZodType; meta: FieldMeta } {
  let schema = outer;
  let meta = metaOf(schema);
  while (meta.field !== 'condition') {
    const def = defOf(schema);
    const next = def.innerType ?? def.in ?? def.getter?.();
    if (!next) break;
    schema = next;
    meta = { ...metaOf(schema), ...meta };
  }
  return { schema, meta };
}

function placeOf(meta: FieldMeta, value: unknown, holder: Holder): Place[] | undefined {
  switch (meta.field) {
    case 'condition': {
      const condition = value as Condition;
      if (meta.scope !== 'event')
        return [{ path: '', kind: 'condition', condition, scope: meta.scope ?? 'everything' }];
      const event = holder[meta.eventFrom ?? 'event'];
      return typeof event === 'string' ? [{ path: '', kind: 'event', condition, event: event as EventType }] : [];
    }
    case 'template':
      return [{ path: '', kind: 'template', text: String(value) }];
    case 'localized-template':
      return isHolder(value)
        ? Object.entries(value).map(([language, text]) => ({ path: language, kind: 'template', text: String(text) }))
        : [];
    case 'variable':
      return [{ path: '', kind: 'variable', variable: String(value), kinds: meta.kinds }];
    default:
      return undefined;
  }
}

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def;

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const joined = (path: string, name: string): string =>
  path === '' || name === '' ? `${path}${name}` : `${path}.${name}`;
