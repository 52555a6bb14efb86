import { randomBytes } from 'node:crypto';
import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { seal } from '#platform/secrets.ts';
import { isoOrNull } from '#use-cases/page.ts';
import { needOwner } from '#use-cases/members/need-owner.ts';

export type BotCard = {
  id: string;
  name: string;
  username: string;
  delivery: 'polling' | 'webhook';
  enabled: boolean;
  lastUpdateAt: string | null;
  /** What stood in the way when it was last looked at; null when all is well. */
  problem: string | null;
};

const MOST = 20;

/** The bots of a business, those that were taken away left out. */
export async function listBots(tx: Tx): Promise<BotCard[]> {
  const rows = await tx.sql<{
    id: string;
    name: string;
    username: string;
    delivery: BotCard['delivery'];
    enabled: boolean;
    last_update_at: Date | null;
    problem: string | null;
  }>(
    `select id, name, username, delivery, enabled, last_update_at, problem from bot
     where business_id = ? and removed_at is null order by created_at, id limit ?`,
    [tx.businessId, MOST],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    username: row.username,
    delivery: row.delivery,
    enabled: row.enabled,
    lastUpdateAt: isoOrNull(row.last_update_at),
    problem: row.problem,
  }));
}

/**
 * Connects a bot that Telegram has just confirmed (`getMe`), or gives a known one its new token.
 * @throws BusinessError `forbidden`, `bot_taken`, `too_many_bots`.
 */
export async function connectBot(
  tx: Tx,
  bot: { token: string; telegramId: number; username: string; name: string; delivery: 'polling' | 'webhook' },
): Promise<string> {
  needOwner(tx);
  await tx.sql('select id from business where id = ? for update', [tx.businessId]);
  const [taken] = await tx.sql<{ taken: boolean }>('select bot_is_taken(?, ?) as taken', [
    bot.telegramId,
    tx.businessId,
  ]);
  if (taken?.taken) throw new BusinessError('bot_taken', { username: bot.username });
  const known = await tx.sql<{ id: string; telegram_id: number }>(
    'select id, telegram_id from bot where business_id = ? order by created_at, id',
    [tx.businessId],
  );
  const same = known.find((one) => Number(one.telegram_id) === bot.telegramId);
  if (!same && known.length >= MOST) throw new BusinessError('too_many_bots', { most: MOST });
  const id = same?.id ?? newId();
  await tx.sql(
    `insert into bot (id, business_id, telegram_id, username, name, token_sealed, webhook_secret, delivery, enabled, checked_at, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?)
     on conflict (id) do update set username = excluded.username, name = excluded.name, token_sealed = excluded.token_sealed,
       webhook_secret = excluded.webhook_secret, delivery = excluded.delivery, enabled = true, problem = null,
       checked_at = excluded.checked_at, removed_at = null`,
    [
      id,
      tx.businessId,
      bot.telegramId,
      bot.username,
      bot.name,
      seal(bot.token),
      randomBytes(24).toString('hex'),
      bot.delivery,
      tx.now,
      tx.now,
    ],
  );
  ringBots(tx);
  return id;
}

/**
 * Switches a bot on or off, chooses how updates come, takes it away. One that is off neither reads nor writes; what
 * was to be sent waits.
 * @throws BusinessError `forbidden`, `bot_not_found`.
 */
export async function changeBot(
  tx: Tx,
  input: {
    botId: string;
    change: { enabled?: boolean | undefined; delivery?: 'polling' | 'webhook' | undefined; removed?: true | undefined };
  },
): Promise<void> {
  needOwner(tx);
  const { enabled, delivery, removed } = input.change;
  const changed = await tx.sql(
    `update bot set enabled = coalesce(?::boolean, enabled), delivery = coalesce(?::text, delivery),
       removed_at = case when ?::boolean then ?::timestamptz else removed_at end
     where business_id = ? and id = ? and removed_at is null returning id`,
    [removed ? false : (enabled ?? null), delivery ?? null, removed ?? false, tx.now, tx.businessId, input.botId],
  );
  if (changed.length === 0) throw new BusinessError('bot_not_found', { botId: input.botId });
  if (removed)
    await tx.sql('delete from staff_chat where business_id = ? and bot_id = ?', [tx.businessId, input.botId]);
  ringBots(tx);
}

/** Writes down what stands in the way of a bot, or that nothing does. */
export async function noteBotProblem(tx: Tx, input: { botId: string; problem: string | null }): Promise<void> {
  const changed = await tx.sql(
    `update bot set problem = ?, checked_at = ? where business_id = ? and id = ? and problem is distinct from ?::text returning id`,
    [input.problem, tx.now, tx.businessId, input.botId, input.problem],
  );
  if (changed.length > 0) tx.ring(`live:${tx.businessId}:bots`);
}

/** The sealed token of a bot, for a call to Telegram. @throws BusinessError `forbidden`, `bot_not_found`. */
export async function readBotToken(tx: Tx, botId: string): Promise<string> {
  needOwner(tx);
  const [row] = await tx.sql<{ token_sealed: string }>(
    'select token_sealed from bot where business_id = ? and id = ? and removed_at is null',
    [tx.businessId, botId],
  );
  if (!row) throw new BusinessError('bot_not_found', { botId });
  return row.token_sealed;
}

function ringBots(tx: Tx): void {
  // The bot process and the deliverers look again; open pages do too.
  tx.ring('bots');
  tx.ring(`live:${tx.businessId}:bots`);
}
