import { holds, valuesOf } from '../../conditions.ts';
import type { TriggerRun } from '../../trigger.ts';
import type { EventTriggerConfig } from './definition.ts';

export const run: TriggerRun<EventTriggerConfig> = (config, event, facts) => {
  if (event.type !== config.event) return { starts: false, record: { event: event.type } };
  if (config.filter === undefined) return { starts: true, record: { event: event.type } };
  const values = { ...facts, trigger: event.data };
  return {
    starts: holds(config.filter, values, event.occurredAt),
    record: { event: event.type, values: valuesOf(config.filter, values) },
  };
};
