import { z } from 'zod';
import { conditionWords } from '../../condition-words.ts';
import { conditionSchema } from '../../conditions.ts';
import { portKey, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  cases: worded(
    z
      .array(
        z.strictObject({
          id: portKey,
          name: worded(z.string().trim().min(1).max(40), { title: { ru: 'Как назвать', en: 'Name' } }),
          condition: worded(conditionSchema, {
            title: { ru: 'Когда сюда', en: 'When to go here' },
            scope: 'everything',
          }),
        }),
      )
      .min(1)
      .max(20),
    {
      title: { ru: 'Дороги', en: 'Ways' },
      help: { ru: 'Сверху вниз: подойдёт первая верная.', en: 'From top to bottom: the first that holds is taken.' },
    },
  ),
});

export type SwitchConfig = z.infer<typeof config>;

export const definition: StepDefinition<SwitchConfig> = {
  type: 'switch',
  kind: 'decide',
  icon: 'IconGitBranch',
  title: { ru: 'Выбрать дорогу', en: 'Choose a way' },
  group: 'decide',
  about: { ru: 'Несколько дорог, каждая со своим условием', en: 'Several ways, each with a condition of its own' },
  config,
  fresh: () => ({
    cases: [{ id: 'a', name: 'VIP', condition: { field: 'contact.tags', is: 'contains', value: 'vip' } }],
  }),
  ports: ({ cases }) => [
    ...cases.map(({ id, name }) => ({ id, title: { ru: name, en: name } })),
    { id: 'otherwise', title: { ru: 'иначе', en: 'otherwise' } },
  ],
  waits: false,
  sentence: ({ cases }, language, names) => {
    const first = cases[0];
    const more = cases.length - 1;
    const said = first ? conditionWords(first.condition, language, names) : '';
    const tail = more === 0 ? '' : language === 'ru' ? ` и ещё ${more}` : ` and ${more} more`;
    return language === 'ru' ? `Выбрать дорогу: ${said}${tail}` : `Choose a way: ${said}${tail}`;
  },
};
