import { setTimeout as pause } from 'node:timers/promises';
import { ProviderError } from '#platform/provider-error.ts';
import { sql, type Database } from '#persistence/database.ts';
import { logger } from '#platform/logger.ts';
import type { TelegramApi } from '#providers/telegram/port.ts';
import { storeUpdate, type TelegramUpdate } from '#use-cases/updates/store-update.ts';

/** Longer than a poll; a killed bot's successor waits for this at most. */
const LEASE_SECONDS = 20;
const POLL_SECONDS = 10;
/** Telegram draws new update ids after a week of silence, so that an old offset would skip what comes. */
const OFFSET_LIVES_MS = 6 * 24 * 3_600_000;
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'pre_checkout_query'];

export type PolledBot = { botId: string; businessId: string };

/** Long polling into the same door as webhooks: one poller a bot by lease; a 409 means that the lease is lost. */
export async function poll(
  parts: { database: Database; telegramOf(botId: string): Promise<TelegramApi>; holder: string; signal: AbortSignal },
  bot: PolledBot,
): Promise<void> {
  while (!parts.signal.aborted) {
    try {
      const lease = await takeLease(parts.database, bot.botId, parts.holder);
      if (!lease) {
        await pause(2_000, undefined, { signal: parts.signal });
        continue;
      }
      const fresh = lease.lastUpdateAt !== null && Date.now() - lease.lastUpdateAt.getTime() < OFFSET_LIVES_MS;
      const telegram = await parts.telegramOf(bot.botId);
      const updates = (await telegram.call(
        'getUpdates',
        {
          timeout: POLL_SECONDS,
          allowed_updates: allowedUpdates,
          ...(fresh && lease.offset !== null ? { offset: lease.offset } : {}),
        },
        parts.signal,
      )) as TelegramUpdate[];
      if (updates.length === 0) continue;
      await storeUpdate(parts.database, { ...bot, updates, now: new Date() });
      // Stored first: a crash here means that the same updates come again, and the door stores each once.
      await keepOffset(parts.database, bot.botId, parts.holder, (updates.at(-1)?.update_id ?? 0) + 1);
    } catch (error) {
      if (parts.signal.aborted) return;
      const lost = error instanceof ProviderError && error.status === 409;
      logger.warn(
        { botId: bot.botId, error: String(error) },
        lost ? 'somebody else polls this bot' : 'polling broke off; it is tried again',
      );
      await pause(lost ? 5_000 : 1_000, undefined, { signal: parts.signal }).catch(() => undefined);
    }
  }
}

async function takeLease(
  database: Database,
  botId: string,
  holder: string,
): Promise<{ offset: number | null; lastUpdateAt: Date | null } | undefined> {
  const [row] = await sql<{ poll_offset: number | null; last_update_at: Date | null }>(
    database.system.em.fork(),
    `update bot set poll_holder = ?, poll_until = clock_timestamp() + make_interval(secs => ?)
     where id = ? and enabled and delivery = 'polling' and (poll_holder = ? or poll_until is null or poll_until <= clock_timestamp())
     returning poll_offset, last_update_at`,
    [holder, LEASE_SECONDS, botId, holder],
  );
  return row && { offset: row.poll_offset, lastUpdateAt: row.last_update_at };
}

async function keepOffset(database: Database, botId: string, holder: string, offset: number): Promise<void> {
  await sql(
    database.system.em.fork(),
    'update bot set poll_offset = ?, last_update_at = clock_timestamp() where id = ? and poll_holder = ?',
    [offset, botId, holder],
  );
}

/** Gives the lease back at a shutdown, so that the next start polls at once. */
export async function leavePolling(database: Database, holder: string): Promise<void> {
  await sql(database.system.em.fork(), 'update bot set poll_until = null, poll_holder = null where poll_holder = ?', [
    holder,
  ]);
}
