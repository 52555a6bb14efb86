import { BusinessError } from '#domain/errors.ts';
import type { Contact } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import { lockContact, writeContactFields, type ContactFields } from './contact-fields.ts';
import { normalisePhone } from '#domain/contacts/phone.ts';

export type ContactChanges = Pick<ContactFields, 'name' | 'language' | 'phone' | 'email' | 'note' | 'timeZone'>;

/** Changes what is known of a contact. @throws BusinessError `contact_not_found`, `name_invalid`, `phone_invalid`. */
export async function changeContact(
  tx: Tx,
  input: { contactId: string; changes: ContactChanges; cause: string },
): Promise<Contact> {
  const changes = { ...input.changes };
  if (changes.name !== undefined) {
    changes.name = changes.name.trim();
    if (changes.name === '' || changes.name.length > 200) throw new BusinessError('name_invalid', {});
  }
  if (typeof changes.phone === 'string') {
    const phone = normalisePhone(changes.phone);
    if (phone === undefined) throw new BusinessError('phone_invalid', {});
    changes.phone = phone;
  }
  const contact = await lockContact(tx, input.contactId);
  await writeContactFields(tx, contact, changes, input.cause);
  return contact;
}
