import type { HttpDoor } from '#providers/http/port.ts';
import type { PaymentProvider } from '#providers/payments/port.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#persistence/database.ts';
import type { BusinessDoor } from '#persistence/with-business.ts';
import type { TelegramApi } from '#providers/telegram/port.ts';

/** What activities need, given once a worker. */
export type ActivityDependencies = {
  database: Database;
  withBusiness: BusinessDoor;
  clock: Clock;
  /** The provider of a business, with its keys. */
  /** The provider under the account that makes or made a payment; null: the installation's own. */
  paymentsOf(businessId: string, shopId: string | null): Promise<PaymentProvider>;
  /** The Bot API with the token of a bot. */
  telegramOf(botId: string): Promise<TelegramApi>;
  /** Where automations call servers of others. */
  http: HttpDoor;
};
