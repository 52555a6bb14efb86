/** What is wrong with an automation, for its owner: what is needed, and where. */
export const automationEn = {
  'issue.shape_invalid': 'This does not look like an automation: check the field {path} ({detail}).',
  'issue.config_invalid': 'The step “{node}” needs a value ({detail}).',
  'issue.duration_invalid': 'The step “{node}” needs a time to wait.',
  'issue.template_invalid': 'The text of the step “{node}” cannot be read. Check the brackets and variables.',
  'issue.step_unknown': 'There is no step “{type}” here. Delete it or put another in its place.',
  'issue.trigger_unknown': 'There is no such start: “{type}”. Choose an event or a word in the chat.',
  'issue.id_repeated': 'Two steps are called “{node}”. Give one of them another name.',
  'issue.edge_to_nowhere': 'An arrow leads to a step that is not there: {node}.',
  'issue.port_unknown': 'The step “{node}” has no way out called “{port}”.',
  'issue.port_repeated': 'Two arrows leave “{port}” of the step “{node}”. Keep one.',
  'issue.branch_missing': 'The way out “{port}” of the step “{node}” leads nowhere. Add a step or an end.',
  'issue.node_unreachable': 'Nobody can reach the step “{node}”. Connect it or delete it.',
  'issue.loop_without_wait': 'The circle through the step “{node}” turns without a stop. Add a wait to it.',
  'issue.schema_newer': 'This file is of a newer Takt (schema {schema}; this one reads {known}). Update Takt.',
  'issue.too_large': 'There are too many steps: {count}. At most {most} fit. Split the automation.',
  'issue.steps_missing': 'The automation does nothing yet. Add the first step.',
  'issue.trigger_missing': 'Choose what starts the automation.',
  'error.draft_conflict':
    'Somebody else saved this automation while you were drawing. Both versions are kept: choose one.',
  'error.automation_too_large': 'The automation is larger than {most} MB. Split it.',
  'error.too_many_automations': 'There are {most} automations already. Archive those that are not needed.',
  'error.version_not_found': 'There is no version {number}.',
  'error.automation_state_refused':
    'This cannot be done now: the state of the automation has changed. Refresh the page.',
} as const;
