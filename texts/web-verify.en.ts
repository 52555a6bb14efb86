/** Words of what the verifier found in an automation. */
export const webVerifyEn = {
  'issue.loop_uncapped':
    'The circle through the step “{node}” may never end. Put a step “Repeat” on it, which counts how often.',
  'issue.variable_unknown': 'The step “{node}” names “{called}”, which nobody has there. Choose something else.',
  'issue.variable_maybe':
    'The step “{node}” names “{called}”, which not everybody has there. Add a text for those without it, or check it first.',
  'issue.condition_type_mismatch':
    'The step “{node}” cannot compare or count “{called}” like this. Choose another comparison or value.',
  'issue.condition_value_unknown': 'The step “{node}” compares “{called}” with “{value}”, which it never is.',
  'issue.window_empty':
    'The hours of “{node}” leave no time at all: they lie wholly inside the quiet hours. Change one of them.',
  'issue.date_may_be_past':
    'The step “{node}” goes on at once when “{called}” has passed: the message behind it may come too late. Lead those people another way.',
  'issue.dates_out_of_order':
    'When a client comes to the step “{node}”, its moment has always passed: an earlier step waits longer. Swap the two.',
  'issue.messages_over_cap':
    'A client may get {count} messages within {hours} h from here; your limit is {most}. The rest are held back or skipped.',
  'issue.messages_many': 'A client may get {count} messages from one entry. More than {usual} is a lot.',
  'issue.stay_long': 'A client may stay inside for {days} days. Is that meant?',
  'issue.automations_circle': 'The step “{node}” closes a circle of automations: {names}. Nobody would ever come out.',
  'issue.automations_circle_once':
    'The step “{node}” closes a circle of automations: {names}. It ends only because each client enters once.',
  'issue.automation_missing': 'The step “{node}” runs an automation that is not there or not live.',
  'issue.automation_not_manual':
    'The step “{node}” runs “{other}”, which does not start by hand. Change its start, or choose another.',
  'issue.service_missing': 'The step “{node}” names a service that is no longer offered. Choose another one.',
  'issue.staff_missing': 'The step “{node}” names a person who no longer works here. Choose somebody else.',
  'issue.secret_missing': 'The step “{node}” needs the secret “{secret}”, which is not there. Add it in the settings.',
  'issue.button_missing':
    'The step “{node}” waits for or compares “{value}”, but no message of this automation has it.',
  'issue.answer_unheard': 'Nobody hears the answer of the step “{node}”: no request is waiting for it there.',
  'issue.no_quiet_hours': 'The step “{node}” sends news by a schedule without quiet hours. Somebody may be woken.',
} as const;
