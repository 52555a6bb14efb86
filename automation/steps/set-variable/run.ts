import type { StepRun } from '../../step.ts';
import { valueOf } from '../../value-source.ts';
import { valuesFor } from '../../values.ts';
import type { SetVariableConfig } from './definition.ts';

export const run: StepRun<SetVariableConfig> = (config, context) => {
  const value = valueOf(config.value, valuesFor(context), context.now);
  return { kind: 'go', port: 'next', set: { [config.name]: value }, record: { name: config.name, value } };
};
