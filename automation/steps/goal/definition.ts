import { z } from 'zod';
import { worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  goal: worded(z.string().trim().min(1).max(80), {
    title: { ru: 'Какая цель', en: 'Which goal' },
    placeholder: { ru: 'купил снова', en: 'bought again' },
    help: { ru: 'По ней считается, сколько клиентов дошли.', en: 'How many clients came so far is counted by it.' },
  }),
});

export type GoalConfig = z.infer<typeof config>;

export const definition: StepDefinition<GoalConfig> = {
  type: 'goal',
  kind: 'do',
  icon: 'IconTargetArrow',
  title: { ru: 'Цель достигнута', en: 'Goal reached' },
  group: 'end',
  about: { ru: 'Отметить, что цепочка сделала своё дело', en: 'Mark that the automation has done its work' },
  config,
  fresh: () => ({ goal: '' }),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  causes: ({ goal }) => [{ event: 'automation.goal', data: { goal } }],
  sentence: ({ goal }, language) => (language === 'ru' ? `Цель достигнута: «${goal}»` : `Goal reached: “${goal}”`),
};
