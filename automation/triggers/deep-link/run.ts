import type { TriggerRun } from '../../trigger.ts';
import type { DeepLinkTriggerConfig } from './definition.ts';

export const run: TriggerRun<DeepLinkTriggerConfig> = ({ payload, match }, event) => {
  const came = event.type === 'contact.started' ? String(event.data['payload'] ?? '') : '';
  const starts = match === 'whole' ? came === payload : came.startsWith(payload);
  return { starts, record: { payload: came === '' ? null : came } };
};
