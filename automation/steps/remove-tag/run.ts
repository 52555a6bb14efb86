import type { StepRun } from '../../step.ts';
import type { RemoveTagConfig } from './definition.ts';

export const run: StepRun<RemoveTagConfig> = (config, context) => ({
  kind: 'go',
  port: 'next',
  effects: [{ kind: 'remove_tag', tag: config.tag }],
  record: { tag: config.tag, hadIt: context.facts.contact.tags.includes(config.tag) },
});
