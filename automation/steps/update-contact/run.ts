import type { StepRun } from '../../step.ts';
import { valueOf } from '../../value-source.ts';
import { valuesFor } from '../../values.ts';
import { fitContactField } from '../../contact-values.ts';
import type { UpdateContactConfig } from './definition.ts';

/** A value that does not fit its field is not written, and the record says so; the person goes on. */
export const run: StepRun<UpdateContactConfig> = (config, context) => {
  const wanted = valueOf(config.value, valuesFor(context), context.now);
  const fit = fitContactField(config.field, wanted);
  if (!fit.ok) return { kind: 'go', port: 'next', record: { field: config.field, notChanged: fit.reason } };
  return {
    kind: 'go',
    port: 'next',
    effects: [{ kind: 'change_contact', field: config.field, value: fit.value }],
    record: { field: config.field },
  };
};
