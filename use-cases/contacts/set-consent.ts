import type { Contact } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import { lockContact, writeContactFields } from './contact-fields.ts';

/** What the contact said about news and discounts; without a yes none are sent. */
export async function setConsent(
  tx: Tx,
  input: { contactId: string; consent: boolean; cause: string },
): Promise<Contact> {
  const contact = await lockContact(tx, input.contactId);
  await writeContactFields(tx, contact, { marketingConsent: input.consent }, input.cause);
  return contact;
}
