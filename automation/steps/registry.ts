import { step, type Step } from '../step.ts';
import { definition as endDefinition } from './end/definition.ts';
import { run as runEnd } from './end/run.ts';
import { definition as ifDefinition } from './if/definition.ts';
import { run as runIf } from './if/run.ts';
import { definition as sendMessageDefinition } from './send-message/definition.ts';
import { run as runSendMessage } from './send-message/run.ts';
import { definition as tagDefinition } from './tag/definition.ts';
import { run as runTag } from './tag/run.ts';
import { definition as waitForEventDefinition } from './wait-for-event/definition.ts';
import { run as runWaitForEvent } from './wait-for-event/run.ts';
import { definition as waitDefinition } from './wait/definition.ts';
import { run as runWait } from './wait/run.ts';
// new:step adds an import above and a line below; a folder that is missing here fails registry.test.ts.

export const steps: Readonly<Record<string, Step>> = {
  'send-message': step(sendMessageDefinition, runSendMessage),
  wait: step(waitDefinition, runWait),
  'wait-for-event': step(waitForEventDefinition, runWaitForEvent),
  if: step(ifDefinition, runIf),
  tag: step(tagDefinition, runTag),
  end: step(endDefinition, runEnd),
};
