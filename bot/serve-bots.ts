import type { Database } from '#persistence/database.ts';
import type { BusinessDoor } from '#persistence/with-business.ts';
import { logger } from '#platform/logger.ts';
import { ProviderError } from '#platform/provider-error.ts';
import type { TelegramApi } from '#providers/telegram/port.ts';
import { noteBotProblem } from '#use-cases/bots/bots.ts';
import { findBots, introduce, type OurBot } from './introduce.ts';
import { poll } from './poller.ts';

type Parts = {
  database: Database;
  withBusiness: BusinessDoor;
  telegramOf(botId: string): Promise<TelegramApi>;
  holder: string;
  publicUrl: string;
  signal: AbortSignal;
};
type Served = { as: string; stop: AbortController; done: Promise<void> };

/** After this a bot that could not be introduced is tried again. */
const RETRY_MS = 60_000;

/**
 * Keeps the bots that are served equal to those that are switched on: a new one is introduced and polled at once, one
 * that was switched off, taken away or given another token is let go first. A bot in trouble troubles no other.
 */
export function serveBots(parts: Parts): { turn(): Promise<number>; ended(): Promise<void> } {
  const served = new Map<string, Served>();
  const failed = new Map<string, { as: string; again: number }>();

  async function letGo(botId: string, one: Served): Promise<void> {
    served.delete(botId);
    one.stop.abort();
    await one.done;
  }

  async function takeUp(bot: OurBot): Promise<void> {
    const tried = failed.get(bot.botId);
    if (tried?.as === bot.signature && tried.again > performance.now()) return;
    const note = (problem: string | null) =>
      parts.withBusiness(bot.businessId, { kind: 'system', name: 'bot' }, (tx) =>
        noteBotProblem(tx, { botId: bot.botId, problem }),
      );
    try {
      const telegram = await parts.telegramOf(bot.botId);
      await introduce({ withBusiness: parts.withBusiness, telegram, publicUrl: parts.publicUrl }, bot);
      await note(null);
      failed.delete(bot.botId);
    } catch (error) {
      failed.set(bot.botId, { as: bot.signature, again: performance.now() + RETRY_MS });
      logger.warn({ botId: bot.botId, error: String(error) }, 'a bot could not be introduced');
      const refused = error instanceof ProviderError && (error.status === 401 || error.status === 404);
      await note(refused ? 'bot_token_wrong' : 'telegram_silent');
      return;
    }
    const stop = new AbortController();
    const signal = AbortSignal.any([parts.signal, stop.signal]);
    const done =
      bot.delivery === 'polling'
        ? poll({ database: parts.database, telegramOf: parts.telegramOf, holder: parts.holder, signal }, bot)
        : Promise.resolve();
    served.set(bot.botId, { as: bot.signature, stop, done });
  }

  return {
    async turn() {
      const wanted = new Map((await findBots(parts.database)).map((bot) => [bot.botId, bot]));
      for (const [botId, one] of served) if (wanted.get(botId)?.signature !== one.as) await letGo(botId, one);
      for (const bot of wanted.values()) if (!served.has(bot.botId)) await takeUp(bot);
      return 0;
    },
    async ended() {
      await Promise.all([...served.values()].map((one) => one.done));
    },
  };
}
