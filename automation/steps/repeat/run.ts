import type { StepRun } from '../../step.ts';
import type { RepeatConfig } from './definition.ts';

/** Counts itself; once through, the count begins anew, so that a circle around this one can come here again. */
export const run: StepRun<RepeatConfig> = (config, context) => {
  const before = (context.variables[context.nodeId] as { count?: number } | undefined)?.count ?? 0;
  return before < config.times
    ? { kind: 'go', port: 'again', output: { count: before + 1 }, record: { count: before + 1, of: config.times } }
    : { kind: 'go', port: 'done', output: { count: 0 }, record: { count: before, of: config.times } };
};
