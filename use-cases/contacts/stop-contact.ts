import type { Contact } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import { lockContact, writeContactFields } from './contact-fields.ts';

/** From now on only answers and receipts. Said twice, it is said once. */
export async function stopContact(
  tx: Tx,
  input: { contactId: string },
): Promise<{ contact: Contact; changed: boolean }> {
  const contact = await lockContact(tx, input.contactId);
  if (contact.stoppedAt) return { contact, changed: false };
  await writeContactFields(tx, contact, { stoppedAt: tx.now }, 'stop');
  tx.emit({ type: 'contact.stopped', streamId: contact.id, contactId: contact.id, data: {} });
  return { contact, changed: true };
}
