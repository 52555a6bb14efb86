import { z } from 'zod';
import { readBusiness } from '#use-cases/settings/read-business.ts';
import { updateSettings } from '#use-cases/settings/update-settings.ts';
import { route } from '../route.ts';
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
  }),
  response: businessSchema,
  async run(tx, { body }) {
    const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    await updateSettings(tx, change);
    await tx.em.flush();
    return readBusiness(tx);
  },
});
