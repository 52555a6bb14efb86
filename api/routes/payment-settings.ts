import { z } from 'zod';
import { BusinessError } from '#domain/errors.ts';
import { ProviderError } from '#platform/provider-error.ts';
import { choosePaymentAccount, readPaymentSettings } from '#use-cases/payment-accounts/payment-accounts.ts';
import { outsideRoute, route } from '../route.ts';
import { moment } from '../schemas.ts';

const owner = ['owner'] as const;
const settings = z.object({
  mode: z.enum(['sandbox', 'yookassa']),
  shopId: z.string().nullable(),
  checkedAt: moment.nullable(),
  problem: z.string().nullable(),
});

export const paymentSettings = [
  route({
    method: 'get',
    path: '/payment-settings',
    summary: 'Which account takes the money; the key is never shown',
    roles: owner,
    response: settings,
    run: (tx) => readPaymentSettings(tx),
  }),
  // The provider is asked outside of any transaction; a key that it refuses is not kept.
  outsideRoute({
    method: 'put',
    path: '/payment-settings',
    summary: 'Chooses the account for new payments, after a call that tests its keys',
    roles: owner,
    body: z.discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('sandbox') }),
      z.strictObject({
        mode: z.literal('yookassa'),
        shopId: z.string().regex(/^\d{3,20}$/),
        secretKey: z.string().trim().min(10).max(200).optional(),
      }),
    ]),
    response: settings,
    async run({ body }, { deps, within }) {
      if (body.mode === 'yookassa' && body.secretKey) {
        try {
          await deps.paymentsBy({ shopId: body.shopId, secretKey: body.secretKey }).check();
        } catch (error) {
          const refused = error instanceof ProviderError && (error.status === 401 || error.status === 403);
          throw new BusinessError(refused ? 'payment_keys_refused' : 'payments_silent', {});
        }
      }
      await within((tx) => choosePaymentAccount(tx, body));
      return within((tx) => readPaymentSettings(tx));
    },
  }),
];
