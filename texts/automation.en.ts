/** What is wrong with an automation, for its owner: what is needed, and where. */
export const automationEn = {
  'issue.shape_invalid': 'This does not look like an automation: check the field {path} ({detail}).',
  'issue.config_invalid': 'A setting of a step does not fit: {path} ({detail}).',
  'issue.duration_invalid': 'Enter a duration such as PT15M (15 minutes) or P1D (a day): {path}.',
  'issue.template_invalid': 'The text cannot be read as a template: check the brackets and filters in {path}.',
  'issue.step_unknown': 'There is no step “{type}”. Choose another one: {path}.',
  'issue.trigger_unknown': 'There is no such start: “{type}”. Choose an event or a word in the chat.',
  'issue.id_repeated': 'Two steps are called “{node}”. Give one of them another name.',
  'issue.edge_to_nowhere': 'An arrow leads to the step “{node}”, which is not there.',
  'issue.port_unknown': 'The step “{node}” has no way out called “{port}”.',
  'issue.port_repeated': 'Two arrows leave “{port}” of the step “{node}”. Keep one.',
  'issue.branch_missing': 'The way out “{port}” of the step “{node}” leads nowhere. Add a step or an end.',
  'issue.node_unreachable': 'Nobody can reach the step “{node}”. Connect it or delete it.',
  'issue.loop_without_wait': 'The circle through the step “{node}” turns without a stop. Add a wait to it.',
} as const;
