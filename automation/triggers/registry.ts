import { trigger, type Trigger } from '../trigger.ts';
import { definition as dateDefinition } from './date/definition.ts';
import { run as runDate } from './date/run.ts';
import { definition as deepLinkDefinition } from './deep-link/definition.ts';
import { run as runDeepLink } from './deep-link/run.ts';
import { definition as eventDefinition } from './event/definition.ts';
import { run as runEvent } from './event/run.ts';
import { definition as keywordDefinition } from './keyword/definition.ts';
import { run as runKeyword } from './keyword/run.ts';
import { definition as manualDefinition } from './manual/definition.ts';
import { run as runManual } from './manual/run.ts';
import { definition as messageDefinition } from './message/definition.ts';
import { run as runMessage } from './message/run.ts';
import { definition as scheduleDefinition } from './schedule/definition.ts';
import { run as runSchedule } from './schedule/run.ts';
import { definition as webhookDefinition } from './webhook/definition.ts';
import { run as runWebhook } from './webhook/run.ts';

export const triggers: Readonly<Record<string, Trigger>> = {
  event: trigger(eventDefinition, runEvent),
  keyword: trigger(keywordDefinition, runKeyword),
  message: trigger(messageDefinition, runMessage),
  'deep-link': trigger(deepLinkDefinition, runDeepLink),
  date: trigger(dateDefinition, runDate),
  schedule: trigger(scheduleDefinition, runSchedule),
  webhook: trigger(webhookDefinition, runWebhook),
  manual: trigger(manualDefinition, runManual),
};
