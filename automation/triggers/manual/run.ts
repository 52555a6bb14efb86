import type { TriggerRun } from '../../trigger.ts';
import type { ManualTriggerConfig } from './definition.ts';

/** Meant for this automation already: the event is addressed. */
export const run: TriggerRun<ManualTriggerConfig> = (_config, event) => ({
  starts: event.type === 'automation.started',
  record: { by: event.data['by'] ?? null },
});
