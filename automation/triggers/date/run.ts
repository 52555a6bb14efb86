import { holds, valuesOf } from '../../conditions.ts';
import type { TriggerRun } from '../../trigger.ts';
import type { DateTriggerConfig } from './definition.ts';

export const run: TriggerRun<DateTriggerConfig> = (config, event, facts) => {
  if (event.type !== 'date.reached' || event.data['field'] !== config.field) return { starts: false, record: {} };
  const date = event.data['date'] ?? null;
  if (!config.filter) return { starts: true, record: { date } };
  const values = { ...facts, trigger: event.data };
  return {
    starts: holds(config.filter, values, event.occurredAt),
    record: { date, values: valuesOf(config.filter, values) },
  };
};
