import { z } from 'zod';
import { tagName, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  tag: worded(tagName, {
    title: { ru: 'Метка', en: 'Tag' },
    help: { ru: 'Выберите из тех, что есть, или впишите новую.', en: 'Choose one that is there, or write a new one.' },
  }),
});

export type TagConfig = z.infer<typeof config>;

export const definition: StepDefinition<TagConfig> = {
  type: 'tag',
  kind: 'do',
  icon: 'IconTag',
  title: { ru: 'Поставить метку', en: 'Add a tag' },
  group: 'do',
  about: { ru: 'Пометить клиента, чтобы узнать его потом', en: 'Mark the client, to know them later' },
  config,
  fresh: () => ({ tag: '' }),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  causes: ({ tag }) => [{ event: 'contact.tagged', data: { tag } }],
  sentence: ({ tag }, language) => (language === 'ru' ? `Поставить метку «${tag}»` : `Add the tag “${tag}”`),
};
