import type { StepRun } from '../../step.ts';
import type { EndConfig } from './definition.ts';

export const run: StepRun<EndConfig> = (config) => ({ kind: 'end', reason: config.reason });
