import type { TriggerRun } from '../../trigger.ts';
import type { MessageTriggerConfig } from './definition.ts';

export const run: TriggerRun<MessageTriggerConfig> = (_config, event) => ({
  starts: event.type === 'chat.message',
  record: {},
});
