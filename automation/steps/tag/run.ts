import type { StepRun } from '../../step.ts';
import type { TagConfig } from './definition.ts';

export const run: StepRun<TagConfig> = (config, context) => ({
  kind: 'go',
  port: 'next',
  effects: [{ kind: 'add_tag', tag: config.tag }],
  record: { tag: config.tag, hadIt: context.facts.contact.tags.includes(config.tag) },
});
