import { isDuration } from '#domain/time.ts';
import type { Operator } from '../conditions.ts';
import type { ValueKind } from '../event-fields.ts';
import { finding, type Finding } from './finding.ts';
import type { Known } from './known.ts';
import { leavesOf, type Leaf, type Naming } from './namings.ts';

/** Comparisons fit what they compare, and values are ones that the field can take. */
export function proveTypes(namings: readonly Naming[]): Finding[] {
  return namings.flatMap(({ place, path, node, known }): Finding[] => {
    if (place.kind === 'template') return [];
    if (place.kind === 'variable') {
      const kind = known(place.variable)?.kind;
      if (kind === undefined || !place.kinds || place.kinds.some((one) => alike(one, kind))) return [];
      return [finding('condition_type_mismatch', path, { node, name: place.variable, kind, needs: place.kinds[0] })];
    }
    return leavesOf(place.condition).flatMap(({ leaf, path: to }): Finding[] => {
      const meant = known(leaf.field);
      if (!meant) return [];
      const facts = { node, name: leaf.field, is: leaf.is, ...(leaf.value === undefined ? {} : { value: leaf.value }) };
      if (!fits(leaf, meant.kind))
        return [finding('condition_type_mismatch', `${path}${to}`, { ...facts, kind: meant.kind ?? 'unknown' })];
      const strange = strangeValue(leaf, meant);
      return strange === undefined
        ? []
        : [finding('condition_value_unknown', `${path}${to}`, { ...facts, value: strange })];
    });
  });
}

/** An answer that is a date is kept as a text. */
const alike = (wanted: ValueKind, kind: ValueKind): boolean =>
  wanted === kind || (wanted === 'moment' && kind === 'text');

const PRESENCE = ['known', 'unknown'] as const;
const SAME = ['equal', 'not_equal'] as const;
const PARTS = ['contains', 'not_contains'] as const;
const SIZE = ['greater', 'at_least', 'less', 'at_most'] as const;
const TIME = ['before', 'after', 'older_than', 'newer_than'] as const;

const asText = [...PRESENCE, ...SAME, ...PARTS, 'one_of'] as const;
const asNumber = [...PRESENCE, ...SAME, ...SIZE] as const;

const operatorsOf: Readonly<Record<ValueKind, readonly Operator[]>> = {
  // A day that somebody wrote is a text as well.
  text: [...asText, ...TIME],
  id: asText,
  choice: asText,
  tag: asText,
  button: asText,
  step: asText,
  number: asNumber,
  money: asNumber,
  boolean: [...PRESENCE, ...SAME],
  tags: [...PRESENCE, ...PARTS],
  moment: [...PRESENCE, ...SAME, ...TIME],
  object: PRESENCE,
};

/** Whether the comparison can ever be meant. `kind` undefined: only the value can be looked at. */
function fits({ is, value }: Leaf, kind: ValueKind | undefined): boolean {
  if (kind !== undefined && !operatorsOf[kind].includes(is)) return false;
  switch (is) {
    case 'known':
    case 'unknown':
      return true;
    case 'greater':
    case 'at_least':
    case 'less':
    case 'at_most':
      return typeof value === 'number';
    case 'one_of':
      return Array.isArray(value);
    case 'contains':
    case 'not_contains':
      return typeof value === 'string';
    case 'before':
    case 'after':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'older_than':
    case 'newer_than':
      return typeof value === 'string' && isDuration(value);
    case 'equal':
    case 'not_equal':
      return value !== undefined && (kind === undefined || typeof value === plainOf(kind));
  }
}

function plainOf(kind: ValueKind): 'string' | 'number' | 'boolean' {
  if (kind === 'number' || kind === 'money') return 'number';
  return kind === 'boolean' ? 'boolean' : 'string';
}

/** The value that a field with a closed set of values never takes. Buttons and steps are looked for elsewhere. */
function strangeValue({ is, value }: Leaf, { kind, choices }: Known): string | undefined {
  if (kind !== 'choice' || !choices || choices.length === 0) return undefined;
  if (is !== 'equal' && is !== 'not_equal' && is !== 'one_of') return undefined;
  const wanted = Array.isArray(value) ? value.map(String) : [String(value)];
  return wanted.find((one) => !choices.some((choice) => choice.value === one));
}
