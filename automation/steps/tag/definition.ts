import { z } from 'zod';
import { tagName } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({ tag: tagName });

export type TagConfig = z.infer<typeof config>;

export const definition: StepDefinition<TagConfig> = {
  type: 'tag',
  kind: 'do',
  icon: 'IconTag',
  title: { ru: 'Поставить метку', en: 'Add a tag' },
  config,
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  sentence: ({ tag }, language) => (language === 'ru' ? `Поставить метку «${tag}»` : `Add the tag “${tag}”`),
};
