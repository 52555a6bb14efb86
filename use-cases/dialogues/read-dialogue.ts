import type { Tx } from '#persistence/with-business.ts';
import { parseDialogue, type DialogueState } from './dialogue-state.ts';

/** Where this chat is; a chat without a row, or with one that is not understood, is idle. */
export async function readDialogue(tx: Tx, chat: { botId: string; chatId: number }): Promise<DialogueState> {
  const [row] = await tx.sql<{ state: unknown }>(
    'select state from dialogue where business_id = ? and bot_id = ? and chat_id = ?',
    [tx.businessId, chat.botId, chat.chatId],
  );
  return parseDialogue(row?.state);
}
