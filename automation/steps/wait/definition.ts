import { z } from 'zod';
import { duration } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { durationWords } from '../../words.ts';

const config = z.strictObject({ duration });

export type WaitConfig = z.infer<typeof config>;

export const definition: StepDefinition<WaitConfig> = {
  type: 'wait',
  kind: 'wait',
  icon: 'IconHourglass',
  title: { ru: 'Подождать', en: 'Wait' },
  config,
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: true,
  sentence: (settings, language) =>
    language === 'ru'
      ? `Подождать ${durationWords(settings.duration, 'ru')}`
      : `Wait ${durationWords(settings.duration, 'en')}`,
};
