import { sql, type Database } from '#persistence/database.ts';

/** The parts of a Telegram update that the door reads. */
export type TelegramUpdate = { update_id: number } & Record<string, unknown>;

/**
 * The update door: stores (bot, update id) once and rings. Whoever delivered it may be answered 200 as soon as this
 * returns. Safe to call any number of times with the same update.
 */
export async function storeUpdate(
  database: Pick<Database, 'system' | 'bell'>,
  input: { botId: string; businessId: string; updates: readonly TelegramUpdate[]; now: Date },
): Promise<void> {
  if (input.updates.length === 0) return;
  await sql(
    database.system.em.fork(),
    `insert into update (bot_id, update_id, business_id, chat_id, payload, received_at, next_attempt_at)
     select ?, u.update_id, ?, u.chat_id, u.payload, ?, ? from jsonb_to_recordset(?::jsonb) as u(update_id bigint, chat_id bigint, payload jsonb)
     on conflict (bot_id, update_id) do nothing`,
    [
      input.botId,
      input.businessId,
      input.now,
      input.now,
      JSON.stringify(
        input.updates.map((update) => ({ update_id: update.update_id, chat_id: chatOf(update), payload: update })),
      ),
    ],
  );
  database.bell.ring('updates');
}

/** The chat in whose order an update belongs; the sender for updates without a chat. */
export function chatOf(update: TelegramUpdate): number {
  const about = Object.entries(update).find(
    ([name, value]) => name !== 'update_id' && typeof value === 'object',
  )?.[1] as { chat?: { id?: number }; message?: { chat?: { id?: number } }; from?: { id?: number } } | undefined;
  return about?.chat?.id ?? about?.message?.chat?.id ?? about?.from?.id ?? 0;
}
