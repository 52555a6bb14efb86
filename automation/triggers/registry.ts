import { trigger, type Trigger } from '../trigger.ts';
import { definition as eventDefinition } from './event/definition.ts';
import { run as runEvent } from './event/run.ts';
import { definition as keywordDefinition } from './keyword/definition.ts';
import { run as runKeyword } from './keyword/run.ts';

export const triggers: Readonly<Record<string, Trigger>> = {
  event: trigger(eventDefinition, runEvent),
  keyword: trigger(keywordDefinition, runKeyword),
};
