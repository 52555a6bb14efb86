import { env } from '#platform/env.ts';
import { unseal } from '#platform/secrets.ts';
import type { Database } from '#persistence/database.ts';
import type { BusinessDoor } from '#persistence/with-business.ts';
import type { ActivityDependencies } from '#activities/dependencies.ts';
import { guardedHttp } from '#providers/http/guarded-http.ts';
import type { PaymentProvider } from '#providers/payments/port.ts';
import { createYookassa } from '#providers/payments/yookassa.ts';
import { createTelegramApi } from '#providers/telegram/telegram.ts';
import { openTelegram } from '#use-cases/bots/open-telegram.ts';
import { findPaymentAccount } from '#use-cases/payment-accounts/payment-accounts.ts';

/**
 * The providers as each business has them: keys and tokens lie sealed in the database and are unsealed here only. A
 * business without an account of its own takes money through the installation's.
 */
export function createProviders(
  database: Database,
  withBusiness: BusinessDoor,
): Pick<ActivityDependencies, 'paymentsOf' | 'telegramOf' | 'http'> {
  const installation: PaymentProvider = createYookassa(env.yookassa);
  const accounts = new Map<string, { sealed: string; provider: PaymentProvider }>();
  return {
    async paymentsOf(businessId, shopId) {
      if (shopId === null) return installation;
      const account = await withBusiness(businessId, { kind: 'system', name: 'payments' }, (tx) =>
        findPaymentAccount(tx, shopId),
      );
      if (!account) return installation;
      const known = accounts.get(`${businessId}:${shopId}`);
      if (known?.sealed === account.secretSealed) return known.provider;
      const provider = createYookassa({ ...env.yookassa, shopId, secretKey: unseal(account.secretSealed) });
      accounts.set(`${businessId}:${shopId}`, { sealed: account.secretSealed, provider });
      return provider;
    },
    http: guardedHttp({ allowHosts: env.httpAllowHosts }),
    telegramOf: openTelegram(database, (token) =>
      createTelegramApi({ token, apiRoot: env.telegramApiRoot, timeoutMs: 20_000 }),
    ),
  };
}
