import { z } from 'zod';
import { endReasonWords } from '../../end-reasons.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({ reason: z.string().trim().min(1).max(120).default('done') });

export type EndConfig = z.infer<typeof config>;

export const definition: StepDefinition<EndConfig> = {
  type: 'end',
  kind: 'end',
  icon: 'IconFlag2',
  title: { ru: 'Закончить', en: 'End' },
  config,
  ports: () => [],
  waits: false,
  sentence: ({ reason }, language) => `${language === 'ru' ? 'Закончить' : 'End'}: ${endReasonWords(reason)[language]}`,
};
