import { z } from 'zod';
import { duration, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { durationWords } from '../../words.ts';

const config = z.strictObject({
  duration: worded(duration, { title: { ru: 'Сколько ждать', en: 'How long' } }),
});

export type WaitConfig = z.infer<typeof config>;

export const definition: StepDefinition<WaitConfig> = {
  type: 'wait',
  kind: 'wait',
  icon: 'IconHourglass',
  title: { ru: 'Подождать', en: 'Wait' },
  group: 'wait',
  about: { ru: 'Минуты, часы или дни', en: 'Minutes, hours or days' },
  config,
  fresh: () => ({ duration: 'P1D' }),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: true,
  longestStay: (settings) => settings.duration,
  sentence: (settings, language) =>
    language === 'ru'
      ? `Подождать ${durationWords(settings.duration, 'ru')}`
      : `Wait ${durationWords(settings.duration, 'en')}`,
};
