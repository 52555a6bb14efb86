import { holds, valuesOf } from '../../conditions.ts';
import type { TriggerRun } from '../../trigger.ts';
import type { WebhookTriggerConfig } from './definition.ts';

export const run: TriggerRun<WebhookTriggerConfig> = (config, event, facts) => {
  if (event.type !== 'webhook.received') return { starts: false, record: {} };
  if (!config.filter) return { starts: true, record: {} };
  const values = { ...facts, trigger: event.data };
  return {
    starts: holds(config.filter, values, event.occurredAt),
    record: { values: valuesOf(config.filter, values) },
  };
};
