import type { Words } from './words.ts';

/** The groups of the palette, in its order. */
export const stepGroups = {
  say: { ru: 'Сказать', en: 'Say' },
  wait: { ru: 'Ждать', en: 'Wait' },
  decide: { ru: 'Решить', en: 'Decide' },
  do: { ru: 'Сделать', en: 'Do' },
  connect: { ru: 'Связать', en: 'Connect' },
  end: { ru: 'Закончить', en: 'Finish' },
} as const satisfies Record<string, Words>;

export type StepGroup = keyof typeof stepGroups;
