import type { Tx } from '#persistence/with-business.ts';
import type { DialogueState } from './dialogue-state.ts';

/** Keeps where this chat is. Call it only when the state changed. */
export async function saveDialogue(
  tx: Tx,
  chat: { botId: string; chatId: number; contactId: string; state: DialogueState },
): Promise<void> {
  await tx.sql(
    `insert into dialogue (business_id, bot_id, chat_id, contact_id, state, updated_at) values (?, ?, ?, ?, ?::jsonb, ?)
     on conflict (business_id, bot_id, chat_id) do update set contact_id = excluded.contact_id, state = excluded.state,
       revision = dialogue.revision + 1, updated_at = excluded.updated_at`,
    [tx.businessId, chat.botId, chat.chatId, chat.contactId, JSON.stringify(chat.state), tx.now],
  );
}
