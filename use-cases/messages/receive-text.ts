import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { t } from '#texts/index.ts';
import { escapeHtml, tellStaff } from './tell-people.ts';

/** Somebody who writes on and on is told of once in such a while. */
const NOTICE_MS = 10 * 60_000;

/**
 * Free text of a client: into the inbox, once an update, and into the stream, where keywords are heard. `answers`: an
 * automation has asked, so nobody of the house has to read it.
 */
export async function receiveText(
  tx: Tx,
  input: { contactId: string; botId: string; updateId: number; text: string; answers?: boolean | undefined },
): Promise<void> {
  const text = input.text.slice(0, 4_096);
  const stored = await tx.sql(
    `insert into incoming_message (id, business_id, bot_id, contact_id, update_id, body, created_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (business_id, bot_id, update_id) do nothing returning id`,
    [newId(), tx.businessId, input.botId, input.contactId, input.updateId, text, tx.now],
  );
  if (stored.length === 0) return;
  await tx.sql('update contact set unread = unread + ?, last_message_at = ? where business_id = ? and id = ?', [
    input.answers ? 0 : 1,
    tx.now,
    tx.businessId,
    input.contactId,
  ]);
  if (!input.answers) await tellStaffOfText(tx, { contactId: input.contactId, text });
  tx.emit({ type: 'chat.message', streamId: input.contactId, contactId: input.contactId, data: { text } });
  tx.ring(`live:${tx.businessId}:messages`);
  tx.ring(`live:${tx.businessId}:contacts`);
}

async function tellStaffOfText(tx: Tx, said: { contactId: string; text: string }): Promise<void> {
  const [contact] = await tx.sql<{ name: string }>('select name from contact where business_id = ? and id = ?', [
    tx.businessId,
    said.contactId,
  ]);
  const text = escapeHtml(said.text.length > 300 ? `${said.text.slice(0, 299)}…` : said.text);
  await tellStaff(tx, {
    notice: 'freeText',
    key: `text:${said.contactId}:${Math.floor(tx.now.getTime() / NOTICE_MS)}`,
    words: (language) => ({ text: t(language, 'staff.free_text', { name: escapeHtml(contact?.name ?? ''), text }) }),
  });
}
