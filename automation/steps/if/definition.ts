import { z } from 'zod';
import { conditionWords } from '../../condition-words.ts';
import { conditionSchema } from '../../conditions.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({ condition: conditionSchema });

export type IfConfig = z.infer<typeof config>;

export const definition: StepDefinition<IfConfig> = {
  type: 'if',
  kind: 'decide',
  icon: 'IconArrowsSplit2',
  title: { ru: 'Если', en: 'If' },
  config,
  ports: () => [
    { id: 'yes', title: { ru: 'да', en: 'yes' } },
    { id: 'no', title: { ru: 'нет', en: 'no' } },
  ],
  waits: false,
  sentence: (settings, language) =>
    `${language === 'ru' ? 'Если' : 'If'} ${conditionWords(settings.condition, language)}`,
};
