import { z } from 'zod';
import { portKey, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  ways: worded(
    z
      .array(
        z.strictObject({
          id: portKey,
          name: worded(z.string().trim().min(1).max(40), { title: { ru: 'Как назвать', en: 'Name' } }),
          weight: worded(z.int().min(0).max(1_000), { title: { ru: 'Доля', en: 'Share' } }),
        }),
      )
      .min(2)
      .max(10)
      .refine((ways) => ways.some((way) => way.weight > 0), { error: 'weights_empty' }),
    {
      title: { ru: 'Дороги', en: 'Ways' },
      help: {
        ru: 'Доли складываются: 1 и 1 это пополам. Один клиент всегда идёт одной дорогой.',
        en: 'Shares add up: 1 and 1 is half and half. One client always goes the same way.',
      },
    },
  ),
});

export type SplitConfig = z.infer<typeof config>;

export const definition: StepDefinition<SplitConfig> = {
  type: 'split',
  kind: 'decide',
  icon: 'IconArrowsSplit',
  title: { ru: 'Разделить', en: 'Split' },
  group: 'decide',
  about: {
    ru: 'Части клиентов одно, части другое: что лучше?',
    en: 'Some clients one way, some another: which is better?',
  },
  config,
  fresh: () => ({
    ways: [
      { id: 'a', name: 'A', weight: 1 },
      { id: 'b', name: 'B', weight: 1 },
    ],
  }),
  ports: ({ ways }) => ways.map(({ id, name }) => ({ id, title: { ru: name, en: name } })),
  output: z.strictObject({ way: worded(z.string(), { title: { ru: 'дорога', en: 'the way' } }) }),
  waits: false,
  sentence: ({ ways }, language) => {
    const sum = ways.reduce((total, way) => total + way.weight, 0);
    const shares = ways.map((way) => `${way.name}\u00a0${Math.round((way.weight / (sum || 1)) * 100)}%`).join(', ');
    return language === 'ru' ? `Разделить: ${shares}` : `Split: ${shares}`;
  },
};
