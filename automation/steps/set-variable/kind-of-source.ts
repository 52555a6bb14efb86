import type { ValueKind } from '../../event-fields.ts';
import type { ValueSource } from '../../value-source.ts';

/** What kind of value a source gives, as far as it says so itself. */
export function kindOfSource(source: ValueSource): ValueKind {
  switch (source.kind) {
    case 'number':
    case 'sum':
      return 'number';
    case 'flag':
      return 'boolean';
    case 'now':
      return 'moment';
    default:
      return 'text';
  }
}
