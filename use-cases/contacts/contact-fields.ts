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
    | 'birthday'
    | 'fields'
  >
>;

/** The contact, locked and read afresh. @throws BusinessError `contact_not_found`. */
export async function lockContact(tx: Tx, contactId: string): Promise<Contact> {
  await tx.sql('select id from contact where business_id = ? and id = ? for no key update', [tx.businessId, contactId]);
  const contact = await tx.em.findOne(Contact, { id: contactId, businessId: tx.businessId }, { refresh: true });
  if (!contact) throw new BusinessError('contact_not_found', { contactId });
  return contact;
}

/** What chains call a field, where it is not its own name; what is not here and not a column says no event. */
const told: Readonly<Partial<Record<keyof ContactFields, string>>> = {
  name: 'name',
  language: 'language',
  phone: 'phone',
  email: 'email',
  note: 'note',
  timeZone: 'timeZone',
  birthday: 'birthday',
  marketingConsent: 'consent',
};

/**
 * Writes the fields that differ, each with its old value and its cause, and says so to the chains. The contact must be
 * locked. `own`: which of `fields` changed.
 */
export async function writeContactFields(
  tx: Tx,
  contact: Contact,
  fields: ContactFields,
  cause: string,
  own?: string,
): Promise<string[]> {
  const changed: string[] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const old = contact[field as keyof ContactFields];
    if (same(old, value)) continue;
    Object.assign(contact, { [field]: value });
    changed.push(field);
    const name = field === 'fields' ? `fields.${own ?? ''}` : field;
    await recordChange(tx, { contactId: contact.id, field: name, old: part(old, own), value: part(value, own), cause });
    const event = field === 'fields' ? name : told[field as keyof ContactFields];
    if (event === undefined) continue;
    tx.emit({
      type: 'contact.changed',
      streamId: contact.id,
      contactId: contact.id,
      data: { field: event, value: String(part(value, own) ?? '') },
    });
  }
  if (changed.length > 0) {
    contact.revision += 1;
    // Plain SQL and a later refresh in this transaction must see it.
    await tx.em.flush();
    tx.ring(`live:${tx.businessId}:contacts`);
  }
  return changed;
}

const part = (value: unknown, own: string | undefined): unknown =>
  own !== undefined && typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[own] : value;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

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
