import { z } from 'zod';
import { readBusiness } from '#use-cases/settings/read-business.ts';
import { readNavCounts } from '#use-cases/orders/read-nav-counts.ts';
import { route } from '../route.ts';
import { id, language, role } from '../schemas.ts';

const settings = z.object({
  paymentDeadlineSeconds: z.number().int(),
  courierFeeMinor: z.number().int(),
  lowStock: z.number().int(),
  pickupAddress: z.object({ ru: z.string(), en: z.string() }),
  pickupFromHour: z.number().int(),
  pickupToHour: z.number().int(),
  /** From Monday; null is a day off. */
  workingHours: z.array(z.object({ from: z.string(), to: z.string() }).nullable()).length(7),
  notices: z.object({ newOrder: z.boolean(), paidOrder: z.boolean(), freeText: z.boolean(), refund: z.boolean() }),
});
export const businessSchema = z.object({
  id,
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  language,
  revision: z.number().int(),
  settings,
  bot: z.object({ username: z.string(), name: z.string() }).nullable(),
});

export const me = route({
  method: 'get',
  path: '/me',
  summary: 'Who is signed in, for which business, and the counts on the navigation',
  response: z.object({
    user: z.object({ id: z.string(), email: z.string(), name: z.string() }),
    role,
    business: businessSchema,
    counts: z.object({ orders: z.number().int(), unread: z.number().int() }),
    /** Where workflow histories are read; null for whoever may not. */
    temporalUi: z.string().nullable(),
    simulator: z.boolean(),
  }),
  async run(tx, _input, { caller, deps }) {
    const { temporalUiUrl, temporalNamespace, emulatorUrl } = deps.options;
    return {
      user: { id: caller.userId, email: caller.email, name: caller.actor.name },
      role: caller.actor.role,
      business: await readBusiness(tx),
      counts: await readNavCounts(tx),
      temporalUi:
        caller.actor.role === 'owner'
          ? `${temporalUiUrl}/namespaces/${encodeURIComponent(temporalNamespace)}/workflows`
          : null,
      simulator: emulatorUrl !== undefined,
    };
  },
});
