import { addDuration } from '#domain/time.ts';
import type { StepRun } from '../../step.ts';
import { render } from '../../templates.ts';
import { valuesFor } from '../../values.ts';
import type { CreateTaskConfig } from './definition.ts';

export const run: StepRun<CreateTaskConfig> = (config, context) => {
  const values = valuesFor(context);
  const due = config.within ? addDuration(context.now, config.within, context.facts.business.timeZone) : null;
  return {
    kind: 'go',
    port: 'next',
    effects: [
      {
        kind: 'create_task',
        title: render(config.title, values).slice(0, 200),
        note: render(config.note, values).slice(0, 2_000),
        role: config.role === 'anyone' ? null : config.role,
        dueAt: due?.toISOString() ?? null,
      },
    ],
    record: { role: config.role, dueAt: due?.toISOString() ?? null },
  };
};
