import type { Tx } from '#persistence/with-business.ts';
import { lockContact, writeContactFields } from './contact-fields.ts';

/** The contact took the block back, or wrote to us. Said twice, it is one event. */
export async function markReachable(
  tx: Tx,
  input: { contactId: string; cause: string },
): Promise<{ changed: boolean }> {
  const contact = await lockContact(tx, input.contactId);
  if (!contact.unreachableAt) return { changed: false };
  await writeContactFields(tx, contact, { unreachableAt: null }, input.cause);
  tx.emit({ type: 'contact.reachable', streamId: contact.id, contactId: contact.id, data: {} });
  return { changed: true };
}
