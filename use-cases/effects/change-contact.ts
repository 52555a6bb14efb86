import { writeContactFields, lockContact, type ContactFields } from '#use-cases/contacts/contact-fields.ts';
import type { EffectFile } from './effect-file.ts';

const MOST_FIELDS = 100;

/** Writes a field of the contact with its old value into the history; the same value again changes nothing. */
export const changeContact: EffectFile<'change_contact'> = async (tx, effect, context) => {
  const contact = await lockContact(tx, context.contactId);
  const own = effect.field.startsWith('fields.') ? effect.field.slice(7) : undefined;
  if (own !== undefined) {
    const { [own]: _old, ...others } = contact.fields;
    if (Object.keys(others).length >= MOST_FIELDS) return { notChanged: 'too_many_fields' };
    const fields = effect.value === null ? others : { ...others, [own]: effect.value };
    const changed = await writeContactFields(tx, contact, { fields }, `run:${context.runId}`, own);
    return { changed: changed.length > 0 };
  }
  const column = effect.field === 'consent' ? 'marketingConsent' : effect.field;
  const changes = { [column]: effect.value } as ContactFields;
  const changed = await writeContactFields(tx, contact, changes, `run:${context.runId}`);
  return { changed: changed.length > 0 };
};
