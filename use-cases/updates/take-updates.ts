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
 * worker whose lease ran out cannot process what its successor has.
 */
export async function nextUpdate(
  tx: Tx,
  claim: ChatClaim,
): Promise<{ update: TelegramUpdate; attempts: number } | 'lost' | undefined> {
  const held = await tx.sql(
    `update chat_claim set until = clock_timestamp() + interval '${CLAIM_SECONDS} seconds' where bot_id = ? and chat_id = ? and fence = ? returning 1`,
    [claim.botId, claim.chatId, claim.fence],
  );
  if (held.length === 0) return 'lost';
  const [row] = await tx.sql<{ payload: TelegramUpdate; attempts: number; ready: boolean }>(
    `select payload, attempts, next_attempt_at <= clock_timestamp() as ready from update
     where business_id = ? and bot_id = ? and chat_id = ? and processed_at is null and dead_at is null order by seq limit 1`,
    [tx.businessId, claim.botId, claim.chatId],
  );
  return row?.ready ? { update: row.payload, attempts: row.attempts } : undefined;
}

/** Marks an update as processed, with the answer to its button, which is sent after the commit. */
export async function finishUpdate(
  tx: Tx,
  done: { botId: string; updateId: number; answer: Record<string, unknown> | null },
): Promise<void> {
  await tx.sql(
    'update update set processed_at = ?, answer = ?::jsonb where business_id = ? and bot_id = ? and update_id = ?',
    [tx.now, done.answer === null ? null : JSON.stringify(done.answer), tx.businessId, done.botId, done.updateId],
  );
}

/** Marks the answer as given: a crash between the commit and this line means that it is given once more. */
export async function markAnswered(
  database: Pick<Database, 'system'>,
  done: { botId: string; updateId: number },
): Promise<void> {
  await sql(
    database.system.em.fork(),
    'update update set answered_at = clock_timestamp() where bot_id = ? and update_id = ?',
    [done.botId, done.updateId],
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
