import { z } from 'zod';
import { conditionWords } from '../../condition-words.ts';
import { conditionSchema } from '../../conditions.ts';
import { worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  condition: worded(conditionSchema, {
    title: { ru: 'Что проверить', en: 'What to check' },
    scope: 'everything',
  }),
});

export type IfConfig = z.infer<typeof config>;

export const definition: StepDefinition<IfConfig> = {
  type: 'if',
  kind: 'decide',
  icon: 'IconArrowsSplit2',
  title: { ru: 'Если', en: 'If' },
  group: 'decide',
  about: { ru: 'Две дороги: условие верно или нет', en: 'Two ways on: the condition holds or not' },
  config,
  fresh: () => ({ condition: { field: 'contact.ordersPaid', is: 'greater', value: 0 } }),
  ports: () => [
    { id: 'yes', title: { ru: 'да', en: 'yes' } },
    { id: 'no', title: { ru: 'нет', en: 'no' } },
  ],
  waits: false,
  sentence: (settings, language, names) =>
    `${language === 'ru' ? 'Если' : 'If'} ${conditionWords(settings.condition, language, names)}`,
};
