import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { enqueueMessage } from './enqueue-message.ts';
import { escapeHtml, findChat } from './tell-people.ts';

/**
 * Staff writes to a client. `requestId` makes a repeated request one message.
 * @throws BusinessError `forbidden`, `message_empty`, `message_too_long`, `contact_has_no_chat`, `contact_unreachable`.
 */
export async function messageContact(
  tx: Tx,
  input: { contactId: string; text: string; requestId?: string | undefined },
): Promise<{ messageId: string }> {
  if (tx.actor.kind === 'user' && tx.actor.role === 'master')
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
  const text = input.text.trim();
  if (text === '') throw new BusinessError('message_empty', {});
  if (text.length > 4_000) throw new BusinessError('message_too_long', { length: text.length, max: 4_000 });
  const chat = await findChat(tx, input.contactId);
  if (!chat) throw new BusinessError('contact_has_no_chat', { contactId: input.contactId });
  const [contact] = await tx.sql<{ unreachable_at: Date | null }>(
    'update contact set unread = 0, last_message_at = ? where business_id = ? and id = ? returning unreachable_at',
    [tx.now, tx.businessId, input.contactId],
  );
  if (contact?.unreachable_at)
    throw new BusinessError('contact_unreachable', { since: contact.unreachable_at.toISOString() });
  const messageId = await enqueueMessage(tx, {
    key: `reply:${input.requestId ?? newId()}`,
    class: 'reply',
    botId: chat.botId,
    chatId: chat.chatId,
    contactId: input.contactId,
    payload: { text: escapeHtml(text), parse_mode: 'HTML' },
    body: text,
  });
  tx.ring(`live:${tx.businessId}:contacts`);
  return { messageId };
}

/** Staff has read what a client wrote. */
export async function markConversationRead(tx: Tx, input: { contactId: string }): Promise<void> {
  await tx.sql('update contact set unread = 0 where business_id = ? and id = ? and unread > 0', [
    tx.businessId,
    input.contactId,
  ]);
  tx.ring(`live:${tx.businessId}:contacts`);
}
