import { BusinessError } from '#domain/errors.ts';
import { Contact } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

export type ContactFields = Partial<
  Pick<
    Contact,
    | 'name'
    | 'language'
    | 'phone'
    | 'email'
    | 'note'
    | 'timeZone'
    | 'marketingConsent'
    | 'stoppedAt'
    | 'unreachableAt'
    | 'sourcePayload'
  >
>;

/** The contact, locked and read afresh. @throws BusinessError `contact_not_found`. */
export async function lockContact(tx: Tx, contactId: string): Promise<Contact> {
  await tx.sql('select id from contact where business_id = ? and id = ? for no key update', [tx.businessId, contactId]);
  const contact = await tx.em.findOne(Contact, { id: contactId, businessId: tx.businessId }, { refresh: true });
  if (!contact) throw new BusinessError('contact_not_found', { contactId });
  return contact;
}

/** Writes the fields that differ, each with its old value and its cause. The contact must be locked. */
export async function writeContactFields(
  tx: Tx,
  contact: Contact,
  fields: ContactFields,
  cause: string,
): Promise<string[]> {
  const changed: string[] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const old = contact[field as keyof ContactFields];
    if (plain(old) === plain(value)) continue;
    Object.assign(contact, { [field]: value });
    changed.push(field);
    await recordChange(tx, { contactId: contact.id, field, old, value, cause });
  }
  if (changed.length > 0) {
    contact.revision += 1;
    // Plain SQL and a later refresh in this transaction must see it.
    await tx.em.flush();
    tx.ring(`live:${tx.businessId}:contacts`);
  }
  return changed;
}

/** One line of the contact's field-level history. */
export async function recordChange(
  tx: Tx,
  change: { contactId: string; field: string; old: unknown; value: unknown; cause: string },
): Promise<void> {
  await tx.sql(
    `insert into contact_change (id, business_id, contact_id, field, old_value, new_value, cause, changed_at)
     values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)`,
    [
      newId(),
      tx.businessId,
      change.contactId,
      change.field,
      json(change.old),
      json(change.value),
      change.cause,
      tx.now,
    ],
  );
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));
const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
