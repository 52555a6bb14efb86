import { z } from 'zod';
import { tagName, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  tag: worded(tagName, { title: { ru: 'Метка', en: 'Tag' } }),
});

export type RemoveTagConfig = z.infer<typeof config>;

export const definition: StepDefinition<RemoveTagConfig> = {
  type: 'remove-tag',
  kind: 'do',
  icon: 'IconTagOff',
  title: { ru: 'Снять метку', en: 'Remove a tag' },
  group: 'do',
  about: { ru: 'Убрать пометку с клиента', en: 'Take a mark off the client' },
  config,
  fresh: () => ({ tag: '' }),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  causes: ({ tag }) => [{ event: 'contact.untagged', data: { tag } }],
  sentence: ({ tag }, language) => (language === 'ru' ? `Снять метку «${tag}»` : `Remove the tag “${tag}”`),
};
