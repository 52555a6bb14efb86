import { addDuration } from '#domain/time.ts';
import type { StepRun } from '../../step.ts';
import type { WaitConfig } from './definition.ts';

export const run: StepRun<WaitConfig> = (config, context) => {
  const until = addDuration(context.enteredAt, config.duration, context.zone);
  if (context.now < until) return { kind: 'wait', until, listensTo: [], record: { until: until.toISOString() } };
  return { kind: 'go', port: 'next', at: until, record: { waitedUntil: until.toISOString() } };
};
