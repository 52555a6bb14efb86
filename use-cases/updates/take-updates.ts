import { sql, type Database } from '#persistence/database.ts';
import type { Tx } from '#persistence/with-business.ts';
import type { TelegramUpdate } from './store-update.ts';

export type ChatClaim = { botId: string; businessId: string; chatId: number; fence: number };

/** How long the chats of a killed worker wait. A worker that is slower holds the claim's row, so nothing is done twice. */
const CLAIM_SECONDS = 10;

/** Claims chats that have updates to process and no worker: one statement, whoever else asks at the same moment. */
export async function claimChats(
  database: Pick<Database, 'system'>,
  input: { holder: string; limit: number },
): Promise<ChatClaim[]> {
  const rows = await sql<{ bot_id: string; chat_id: number; fence: number; business_id: string }>(
    database.system.em.fork(),
    `with waiting as (
       select u.bot_id, u.chat_id, min(u.business_id::text)::uuid as business_id, min(u.seq) as first from update u
       where u.processed_at is null and u.dead_at is null and u.next_attempt_at <= clock_timestamp()
         and not exists (select 1 from chat_claim c where c.bot_id = u.bot_id and c.chat_id = u.chat_id and c.until > clock_timestamp())
       group by u.bot_id, u.chat_id order by first limit ?
     ), claimed as (
       insert into chat_claim (bot_id, chat_id, holder, fence, until)
       select bot_id, chat_id, ?, 1, clock_timestamp() + interval '${CLAIM_SECONDS} seconds' from waiting
       on conflict (bot_id, chat_id) do update set holder = excluded.holder, fence = chat_claim.fence + 1, until = excluded.until
         where chat_claim.until <= clock_timestamp()
       returning bot_id, chat_id, fence
     )
     select claimed.*, waiting.business_id from claimed join waiting using (bot_id, chat_id)`,
    [input.limit, input.holder],
  );
  return rows.map((row) => ({ botId: row.bot_id, businessId: row.business_id, chatId: row.chat_id, fence: row.fence }));
}

/** Gives a chat back, so that the next update finds it free. */
export async function releaseChat(database: Pick<Database, 'system'>, claim: ChatClaim): Promise<void> {
  await sql(
    database.system.em.fork(),
    `update chat_claim set until = '-infinity' where bot_id = ? and chat_id = ? and fence = ?`,
    [claim.botId, claim.chatId, claim.fence],
  );
}

/**
 * The oldest update of a claimed chat, inside the transaction that will process it. Holds the claim's row, so that a
 * worker whose lease ran out cannot process what its successor has. One statement is safe: whoever had the chat before
 * has committed before the fence could rise.
 */
export async function nextUpdate(
  tx: Tx,
  claim: ChatClaim,
): Promise<{ update: TelegramUpdate; attempts: number } | 'lost' | undefined> {
  const [row] = await tx.sql<{ payload: TelegramUpdate | null; attempts: number; ready: boolean | null }>(
    `with held as (
       update chat_claim set until = clock_timestamp() + interval '${CLAIM_SECONDS} seconds' where bot_id = ? and chat_id = ? and fence = ? returning 1
     )
     select u.payload, u.attempts, u.next_attempt_at <= clock_timestamp() as ready from held left join lateral (
       select payload, attempts, next_attempt_at from update
       where business_id = ? and bot_id = ? and chat_id = ? and processed_at is null and dead_at is null order by seq limit 1) u on true`,
    [claim.botId, claim.chatId, claim.fence, tx.businessId, claim.botId, claim.chatId],
  );
  if (!row) return 'lost';
  return row.payload && row.ready ? { update: row.payload, attempts: row.attempts } : undefined;
}

/**
 * Marks an update as processed, with the answer to its button, which is sent after the commit. When nothing more waits
 * in the chat, the chat is given back by the same commit. Tells whether it was.
 */
export async function finishUpdate(
  tx: Tx,
  claim: ChatClaim,
  done: { updateId: number; answer: Record<string, unknown> | null },
): Promise<boolean> {
  const rows = await tx.sql(
    `with done as (
       update update set processed_at = ?, answer = ?::jsonb where business_id = ? and bot_id = ? and update_id = ?
     )
     update chat_claim set until = '-infinity' where bot_id = ? and chat_id = ? and fence = ?
       and not exists (select 1 from update where business_id = ? and bot_id = ? and chat_id = ?
         and processed_at is null and dead_at is null and update_id <> ?)
     returning 1`,
    [
      tx.now,
      done.answer === null ? null : JSON.stringify(done.answer),
      tx.businessId,
      claim.botId,
      done.updateId,
      claim.botId,
      claim.chatId,
      claim.fence,
      tx.businessId,
      claim.botId,
      claim.chatId,
      done.updateId,
    ],
  );
  return rows.length > 0;
}

/** Marks answers as given: a crash between the commit and this line means that they are given once more. */
export async function markAnswered(
  database: Pick<Database, 'system'>,
  done: readonly { botId: string; updateId: number }[],
): Promise<void> {
  await sql(
    database.system.em.fork(),
    `update update u set answered_at = clock_timestamp()
     from jsonb_to_recordset(?::jsonb) as d(bot_id uuid, update_id bigint) where u.bot_id = d.bot_id and u.update_id = d.update_id`,
    [JSON.stringify(done.map((one) => ({ bot_id: one.botId, update_id: one.updateId })))],
  );
}

/** Answers that a killed worker left behind and that Telegram still takes: under 10 s old. */
export async function readUnanswered(
  database: Pick<Database, 'system'>,
): Promise<{ botId: string; updateId: number; answer: Record<string, unknown> }[]> {
  const rows = await sql<{ bot_id: string; update_id: number; answer: Record<string, unknown> }>(
    database.system.em.fork(),
    `select bot_id, update_id, answer from update where answer is not null and answered_at is null
       and processed_at between clock_timestamp() - interval '10 seconds' and clock_timestamp() - interval '2 seconds' limit 100`,
  );
  return rows.map((row) => ({ botId: row.bot_id, updateId: row.update_id, answer: row.answer }));
}
