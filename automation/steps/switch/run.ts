import { holds, valuesOf } from '../../conditions.ts';
import type { StepRun } from '../../step.ts';
import { valuesFor } from '../../values.ts';
import type { SwitchConfig } from './definition.ts';

export const run: StepRun<SwitchConfig> = (config, context) => {
  const values = valuesFor(context);
  const taken = config.cases.find((one) => holds(one.condition, values, context.now));
  const looked = Object.assign({}, ...config.cases.map((one) => valuesOf(one.condition, values))) as object;
  return { kind: 'go', port: taken?.id ?? 'otherwise', record: { values: looked, way: taken?.name ?? null } };
};
