import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from '#persistence/database.ts';
import type { Actor, BusinessDoor } from '#persistence/with-business.ts';
import type { PaymentProvider } from '#providers/payments/port.ts';
import type { TelegramApi } from '#providers/telegram/port.ts';
import type { AppAuth } from './auth.ts';

/** What the API is made of; `main.ts` builds it, tests bring their own. */
export type ApiDeps = {
  database: Database;
  withBusiness: BusinessDoor;
  auth: AppAuth;
  /** Telegram as the holder of a token reaches it, for the short calls that a person waits for. */
  telegramBy(token: string): TelegramApi;
  /** The payment provider under somebody's keys, for the call that tests them. */
  paymentsBy(keys: { shopId: string; secretKey: string }): PaymentProvider;
  options: {
    /** Where the built web app lies; none in tests. */
    webDir?: string | undefined;
    /** The Bot API emulator behind the phone simulator; none with a real bot. */
    emulatorUrl?: string | undefined;
    temporalUiUrl: string;
    temporalNamespace: string;
    rateLimits: boolean;
    secure: boolean;
    /** Where people reach us: invitations and letters carry it. */
    publicUrl: string;
    /** Letters are kept for a page instead of being sent. */
    mailbox: boolean;
    demo: boolean;
  };
};

export type Staff = Extract<Actor, { kind: 'user' }>;
export type Caller = { businessId: string; actor: Staff; userId: string; email: string };
export type Headers = IncomingHttpHeaders;
