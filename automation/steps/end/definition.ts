import { z } from 'zod';
import { endReasonWords, ownReasons } from '../../end-reasons.ts';
import { worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  reason: worded(z.string().trim().min(1).max(120).default('done'), {
    title: { ru: 'Чем закончилось', en: 'How it ended' },
    help: { ru: 'Видно в списке прохождений.', en: 'Shown in the list of runs.' },
    values: ownReasons,
  }),
});

export type EndConfig = z.infer<typeof config>;

export const definition: StepDefinition<EndConfig> = {
  type: 'end',
  kind: 'end',
  icon: 'IconFlag2',
  title: { ru: 'Закончить', en: 'End' },
  group: 'end',
  about: { ru: 'Клиент выходит из цепочки', en: 'The client leaves the automation' },
  config,
  fresh: () => ({ reason: 'done' }),
  ports: () => [],
  waits: false,
  sentence: ({ reason }, language) => `${language === 'ru' ? 'Закончить' : 'End'}: ${endReasonWords(reason)[language]}`,
};
