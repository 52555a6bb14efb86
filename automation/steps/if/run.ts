import { holds, valuesOf } from '../../conditions.ts';
import type { StepRun } from '../../step.ts';
import { valuesFor } from '../../values.ts';
import type { IfConfig } from './definition.ts';

export const run: StepRun<IfConfig> = (config, context) => {
  const values = valuesFor(context);
  const answer = holds(config.condition, values, context.now);
  return { kind: 'go', port: answer ? 'yes' : 'no', record: { values: valuesOf(config.condition, values), answer } };
};
