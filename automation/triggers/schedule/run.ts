import { holds, valuesOf } from '../../conditions.ts';
import type { TriggerRun } from '../../trigger.ts';
import type { ScheduleTriggerConfig } from './definition.ts';

/** The audience was chosen by a query; it is asked again of the facts, which may have changed meanwhile. */
export const run: TriggerRun<ScheduleTriggerConfig> = (config, event, facts) => {
  if (event.type !== 'schedule.due') return { starts: false, record: {} };
  const date = event.data['date'] ?? null;
  if (!config.audience) return { starts: true, record: { date } };
  return {
    starts: holds(config.audience, facts, event.occurredAt),
    record: { date, values: valuesOf(config.audience, facts) },
  };
};
