import { step, type Step } from '../step.ts';
import { definition as answerWebhookDefinition } from './answer-webhook/definition.ts';
import { run as runAnswerWebhook } from './answer-webhook/run.ts';
import { definition as askDefinition } from './ask/definition.ts';
import { run as runAsk } from './ask/run.ts';
import { definition as bookDefinition } from './book/definition.ts';
import { run as runBook } from './book/run.ts';
import { definition as cancelBookingDefinition } from './cancel-booking/definition.ts';
import { run as runCancelBooking } from './cancel-booking/run.ts';
import { definition as callHttpDefinition } from './call-http/definition.ts';
import { run as runCallHttp } from './call-http/run.ts';
import { definition as createTaskDefinition } from './create-task/definition.ts';
import { run as runCreateTask } from './create-task/run.ts';
import { definition as endDefinition } from './end/definition.ts';
import { run as runEnd } from './end/run.ts';
import { definition as goalDefinition } from './goal/definition.ts';
import { run as runGoal } from './goal/run.ts';
import { definition as ifDefinition } from './if/definition.ts';
import { run as runIf } from './if/run.ts';
import { definition as moveBookingDefinition } from './move-booking/definition.ts';
import { run as runMoveBooking } from './move-booking/run.ts';
import { definition as notifyStaffDefinition } from './notify-staff/definition.ts';
import { run as runNotifyStaff } from './notify-staff/run.ts';
import { definition as offerSlotsDefinition } from './offer-slots/definition.ts';
import { run as runOfferSlots } from './offer-slots/run.ts';
import { definition as removeTagDefinition } from './remove-tag/definition.ts';
import { run as runRemoveTag } from './remove-tag/run.ts';
import { definition as repeatDefinition } from './repeat/definition.ts';
import { run as runRepeat } from './repeat/run.ts';
import { definition as runAutomationDefinition } from './run-automation/definition.ts';
import { run as runRunAutomation } from './run-automation/run.ts';
import { definition as sendMessageDefinition } from './send-message/definition.ts';
import { run as runSendMessage } from './send-message/run.ts';
import { definition as setVariableDefinition } from './set-variable/definition.ts';
import { run as runSetVariable } from './set-variable/run.ts';
import { definition as splitDefinition } from './split/definition.ts';
import { run as runSplit } from './split/run.ts';
import { definition as switchDefinition } from './switch/definition.ts';
import { run as runSwitch } from './switch/run.ts';
import { definition as tagDefinition } from './tag/definition.ts';
import { run as runTag } from './tag/run.ts';
import { definition as updateContactDefinition } from './update-contact/definition.ts';
import { run as runUpdateContact } from './update-contact/run.ts';
import { definition as waitDefinition } from './wait/definition.ts';
import { run as runWait } from './wait/run.ts';
import { definition as waitForEventDefinition } from './wait-for-event/definition.ts';
import { run as runWaitForEvent } from './wait-for-event/run.ts';
import { definition as waitUntilDefinition } from './wait-until/definition.ts';
import { run as runWaitUntil } from './wait-until/run.ts';
// new:step adds an import above and a line below; a folder that is missing here fails registry.test.ts.

export const steps: Readonly<Record<string, Step>> = {
  'send-message': step(sendMessageDefinition, runSendMessage),
  ask: step(askDefinition, runAsk),
  'offer-slots': step(offerSlotsDefinition, runOfferSlots),
  wait: step(waitDefinition, runWait),
  'wait-until': step(waitUntilDefinition, runWaitUntil),
  'wait-for-event': step(waitForEventDefinition, runWaitForEvent),
  if: step(ifDefinition, runIf),
  switch: step(switchDefinition, runSwitch),
  split: step(splitDefinition, runSplit),
  repeat: step(repeatDefinition, runRepeat),
  tag: step(tagDefinition, runTag),
  'remove-tag': step(removeTagDefinition, runRemoveTag),
  'update-contact': step(updateContactDefinition, runUpdateContact),
  'set-variable': step(setVariableDefinition, runSetVariable),
  'create-task': step(createTaskDefinition, runCreateTask),
  'notify-staff': step(notifyStaffDefinition, runNotifyStaff),
  book: step(bookDefinition, runBook),
  'move-booking': step(moveBookingDefinition, runMoveBooking),
  'cancel-booking': step(cancelBookingDefinition, runCancelBooking),
  'call-http': step(callHttpDefinition, runCallHttp),
  'answer-webhook': step(answerWebhookDefinition, runAnswerWebhook),
  'run-automation': step(runAutomationDefinition, runRunAutomation),
  goal: step(goalDefinition, runGoal),
  end: step(endDefinition, runEnd),
};
