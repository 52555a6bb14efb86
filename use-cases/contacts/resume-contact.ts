import type { Contact } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import { lockContact, writeContactFields } from './contact-fields.ts';

/** Takes the stop back; what consent says about news stays as it was. */
export async function resumeContact(
  tx: Tx,
  input: { contactId: string },
): Promise<{ contact: Contact; changed: boolean }> {
  const contact = await lockContact(tx, input.contactId);
  if (!contact.stoppedAt) return { contact, changed: false };
  await writeContactFields(tx, contact, { stoppedAt: null }, 'resume');
  tx.emit({ type: 'contact.resumed', streamId: contact.id, contactId: contact.id, data: {} });
  return { contact, changed: true };
}
