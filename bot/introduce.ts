import { sql, type Database } from '#persistence/database.ts';
import type { BusinessDoor } from '#persistence/with-business.ts';
import type { TelegramApi } from '#providers/telegram/port.ts';
import { whatIsOffered } from '#use-cases/catalog/what-is-offered.ts';
import { commands } from './composer.ts';
import { allowedUpdates } from './poller.ts';

export type OurBot = {
  botId: string;
  businessId: string;
  delivery: 'polling' | 'webhook';
  webhookSecret: string;
  /** Another one means that the bot must be introduced anew. */
  signature: string;
};

/** Every bot that is switched on. */
export async function findBots(database: Pick<Database, 'system'>): Promise<OurBot[]> {
  const rows = await sql<{
    id: string;
    business_id: string;
    delivery: OurBot['delivery'];
    webhook_secret: string;
    token_sealed: string;
  }>(
    database.system.em.fork(),
    'select id, business_id, delivery, webhook_secret, token_sealed from bot where enabled order by id limit 500',
  );
  return rows.map((row) => ({
    botId: row.id,
    businessId: row.business_id,
    delivery: row.delivery,
    webhookSecret: row.webhook_secret,
    signature: `${row.delivery}:${row.webhook_secret}:${row.token_sealed}`,
  }));
}

/**
 * Makes a bot and Telegram know each other: its name there, kept for `/start@name` and links, its menu of commands in
 * both languages, and how updates reach us. The webhook's address carries our id, never the token.
 */
export async function introduce(
  parts: { withBusiness: BusinessDoor; telegram: TelegramApi; publicUrl: string },
  bot: OurBot,
): Promise<void> {
  const { telegram } = parts;
  const { username, first_name } = await telegram.call<{ username: string; first_name: string }>('getMe', {});
  const offered = await parts.withBusiness(bot.businessId, { kind: 'system', name: 'bot' }, async (tx) => {
    await tx.sql(
      `update bot set username = ?, name = ?
       where business_id = ? and id = ? and (username, name) is distinct from (?::text, ?::text)`,
      [username, first_name, bot.businessId, bot.botId, username, first_name],
    );
    return whatIsOffered(tx);
  });
  if (bot.delivery === 'polling') await telegram.call('deleteWebhook', {});
  else {
    await telegram.call('setWebhook', {
      url: `${parts.publicUrl}/tg/${bot.botId}`,
      secret_token: bot.webhookSecret,
      allowed_updates: allowedUpdates,
    });
  }
  await telegram.call('setMyCommands', { commands: commands('en', offered) });
  await telegram.call('setMyCommands', { commands: commands('ru', offered), language_code: 'ru' });
}
