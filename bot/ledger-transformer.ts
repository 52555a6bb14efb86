import type { Transformer } from 'grammy';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#persistence/with-business.ts';
import { enqueueMessage } from '#use-cases/messages/enqueue-message.ts';
import { plainText } from '#use-cases/messages/tell-people.ts';

/** The methods that speak to a chat: each becomes a row of the ledger. */
const WRITES = new Set([
  'sendMessage',
  'sendPhoto',
  'editMessageText',
  'editMessageCaption',
  'editMessageMedia',
  'editMessageReplyMarkup',
  'deleteMessage',
]);

export type Captured = { answer: Record<string, unknown> | null };

/**
 * Makes a bot write instead of send: what it says becomes ledger rows of this transaction, the answer to a pressed
 * button is kept for after the commit, and grammY gets a stub. Anything else a screen may not call.
 */
export function ledgerTransformer(
  tx: Tx,
  about: { botId: string; chatId: number; contactId: string; updateId: number },
  captured: Captured,
): Transformer {
  let count = 0;
  return async (_previous, method, payload) => {
    if (method === 'answerCallbackQuery') {
      captured.answer = payload as Record<string, unknown>;
      return { ok: true, result: true as never };
    }
    if (!WRITES.has(method)) throw new Error(`screens do not call ${method}: an activity or a start-up does`);
    const { chat_id, ...rest } = payload as Record<string, unknown>;
    const chatId = typeof chat_id === 'number' ? chat_id : about.chatId;
    count += 1;
    const id = newId();
    await enqueueMessage(tx, {
      id,
      key: `update:${about.botId}:${about.updateId}:${count}`,
      class: 'screen',
      botId: about.botId,
      chatId,
      contactId: chatId === about.chatId ? about.contactId : null,
      method,
      payload: rest,
      body: plainText(String(rest['text'] ?? rest['caption'] ?? '')),
    });
    const stub = {
      message_id: 0,
      date: Math.floor(tx.now.getTime() / 1000),
      chat: { id: chatId, type: 'private', first_name: '' },
    };
    return { ok: true, result: stub as never };
  };
}
