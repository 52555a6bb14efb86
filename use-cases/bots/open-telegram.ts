import { sql, type Database } from '#persistence/database.ts';
import { unseal } from '#platform/secrets.ts';
import type { TelegramApi } from '#providers/telegram/port.ts';

/** The Bot API of each bot, made anew when somebody changed bots: a token that was replaced is not used again. */
export function openTelegram(
  database: Database,
  by: (token: string) => TelegramApi,
): (botId: string) => Promise<TelegramApi> {
  const bots = new Map<string, TelegramApi>();
  database.bell.on('bots', () => bots.clear());
  return async (botId) => {
    const known = bots.get(botId);
    if (known) return known;
    const [bot] = await sql<{ token_sealed: string }>(
      database.system.em.fork(),
      'select token_sealed from bot where id = ?',
      [botId],
    );
    if (!bot) throw new Error(`bot ${botId} is not there`);
    const api = by(unseal(bot.token_sealed));
    bots.set(botId, api);
    return api;
  };
}
