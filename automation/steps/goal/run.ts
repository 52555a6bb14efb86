import type { StepRun } from '../../step.ts';
import type { GoalConfig } from './definition.ts';

export const run: StepRun<GoalConfig> = (config) => ({
  kind: 'go',
  port: 'next',
  effects: [{ kind: 'reach_goal', goal: config.goal }],
  record: { goal: config.goal },
});
