import { env } from '#platform/env.ts';
import { unseal } from '#platform/secrets.ts';
import { sql, type Database } from '#persistence/database.ts';
import type { ActivityDependencies } from '#activities/dependencies.ts';
import type { PaymentProvider } from '#providers/payments/port.ts';
import { createYookassa } from '#providers/payments/yookassa.ts';
import type { TelegramApi } from '#providers/telegram/port.ts';
import { createTelegramApi } from '#providers/telegram/telegram.ts';

/** The providers as this installation has them: keys from settings, tokens from the database, unsealed here only. */
export function createProviders(database: Database): Pick<ActivityDependencies, 'paymentsOf' | 'telegramOf'> {
  const payments: PaymentProvider = createYookassa(env.yookassa);
  const bots = new Map<string, TelegramApi>();
  return {
    async paymentsOf() {
      return payments;
    },
    async telegramOf(botId) {
      const known = bots.get(botId);
      if (known) return known;
      const [bot] = await sql<{ token_sealed: string }>(
        database.system.em.fork(),
        'select token_sealed from bot where id = ?',
        [botId],
      );
      if (!bot) throw new Error(`bot ${botId} is not there`);
      const api = createTelegramApi({
        token: unseal(bot.token_sealed),
        apiRoot: env.telegramApiRoot,
        timeoutMs: 20_000,
      });
      bots.set(botId, api);
      return api;
    },
  };
}
