import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

/** Free text of a client: into the inbox, once an update, and into the stream, where keywords are heard. */
export async function receiveText(
  tx: Tx,
  input: { contactId: string; botId: string; updateId: number; text: string },
): Promise<void> {
  const text = input.text.slice(0, 4_096);
  const stored = await tx.sql(
    `insert into incoming_message (id, business_id, bot_id, contact_id, update_id, body, created_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (business_id, bot_id, update_id) do nothing returning id`,
    [newId(), tx.businessId, input.botId, input.contactId, input.updateId, text, tx.now],
  );
  if (stored.length === 0) return;
  await tx.sql('update contact set unread = unread + 1, last_message_at = ? where business_id = ? and id = ?', [
    tx.now,
    tx.businessId,
    input.contactId,
  ]);
  tx.emit({ type: 'chat.message', streamId: input.contactId, contactId: input.contactId, data: { text } });
  tx.ring(`live:${tx.businessId}:messages`);
  tx.ring(`live:${tx.businessId}:contacts`);
}
