import type { Tx } from '#persistence/with-business.ts';
import { lockContact, writeContactFields } from './contact-fields.ts';

/** The contact blocked the bot, or Telegram says so. Said twice, it is one event. */
export async function markUnreachable(
  tx: Tx,
  input: { contactId: string; cause: string },
): Promise<{ changed: boolean }> {
  const contact = await lockContact(tx, input.contactId);
  if (contact.unreachableAt) return { changed: false };
  await writeContactFields(tx, contact, { unreachableAt: tx.now }, input.cause);
  tx.emit({ type: 'contact.unreachable', streamId: contact.id, contactId: contact.id, data: {} });
  return { changed: true };
}
