import { z } from 'zod';
import { worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  times: worded(z.int().min(1).max(100), {
    title: { ru: 'Сколько раз самое большее', en: 'How many times at most' },
    help: {
      ru: 'Ведите выход «ещё раз» назад, к началу повторения.',
      en: 'Lead the way “again” back to where the repetition begins.',
    },
  }),
});

export type RepeatConfig = z.infer<typeof config>;

export const definition: StepDefinition<RepeatConfig> = {
  type: 'repeat',
  kind: 'decide',
  icon: 'IconRepeat',
  title: { ru: 'Повторить', en: 'Repeat' },
  group: 'decide',
  about: { ru: 'Вернуть назад, но не больше стольких раз', en: 'Lead back, but not more than so many times' },
  config,
  fresh: () => ({ times: 3 }),
  ports: () => [
    { id: 'again', title: { ru: 'ещё раз', en: 'again' } },
    { id: 'done', title: { ru: 'хватит', en: 'enough' } },
  ],
  output: z.strictObject({
    count: worded(z.number(), { title: { ru: 'который раз', en: 'which time' } }),
  }),
  waits: false,
  cap: ({ times }) => ({ port: 'again', times }),
  sentence: ({ times }, language) =>
    language === 'ru'
      ? `Повторить не больше ${times}\u00a0${new Intl.PluralRules('ru').select(times) === 'one' ? 'раза' : 'раз'}`
      : `Repeat at most ${times}\u00a0${times === 1 ? 'time' : 'times'}`,
};
