import type { StepRun } from '../../step.ts';
import { render } from '../../templates.ts';
import { valuesFor } from '../../values.ts';
import type { NotifyStaffConfig } from './definition.ts';

export const run: StepRun<NotifyStaffConfig> = (config, context) => ({
  kind: 'go',
  port: 'next',
  effects: [{ kind: 'notify_staff', text: render(config.text, valuesFor(context)).slice(0, 2_000) }],
});
