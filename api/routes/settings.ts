import { z } from 'zod';
import { readBusiness } from '#use-cases/settings/read-business.ts';
import { updateSettings, type SettingsChange } from '#use-cases/settings/update-settings.ts';
import { route } from '../route.ts';
import { language } from '../schemas.ts';
import { businessSchema } from './me.ts';

export const getSettings = route({
  method: 'get',
  path: '/settings',
  summary: 'The settings of the business',
  response: businessSchema,
  run: (tx) => readBusiness(tx),
});

export const patchSettings = route({
  method: 'patch',
  path: '/settings',
  summary: 'Changes some settings; the owner alone may',
  roles: ['owner'],
  body: z.strictObject({
    paymentDeadlineSeconds: z.number().int().min(5).max(86_400).optional(),
    courierFeeMinor: z.number().int().min(0).max(10_000_000).optional(),
    lowStock: z.number().int().min(0).max(1_000).optional(),
    name: z.string().max(200).optional(),
    timeZone: z.string().max(60).optional(),
    language: language.optional(),
    pickupAddress: z.strictObject({ ru: z.string().max(1_000), en: z.string().max(1_000) }).optional(),
    pickupFromHour: z.number().int().min(0).max(23).optional(),
    pickupToHour: z.number().int().min(1).max(24).optional(),
    workingHours: z
      .array(z.strictObject({ from: z.string().max(5), to: z.string().max(5) }).nullable())
      .length(7)
      .optional(),
    notices: z
      .strictObject({
        newOrder: z.boolean().optional(),
        paidOrder: z.boolean().optional(),
        freeText: z.boolean().optional(),
        refund: z.boolean().optional(),
      })
      .optional(),
  }),
  response: businessSchema,
  async run(tx, { body }) {
    await updateSettings(tx, body as SettingsChange);
    await tx.em.flush();
    return readBusiness(tx);
  },
});
