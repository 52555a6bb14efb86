import { normalisePhone } from '#domain/contacts/phone.ts';
import { BusinessError } from '#domain/errors.ts';
import { Business } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

/**
 * A client whom staff write down themselves, by telephone or at the door. Who has this number already is that client.
 * @throws BusinessError `name_invalid`, `phone_invalid`, `forbidden`.
 */
export async function addContact(
  tx: Tx,
  input: { name: string; phone: string | null },
): Promise<{ contactId: string; known: boolean }> {
  if (tx.actor.kind !== 'user') throw new BusinessError('forbidden', { needs: ['owner', 'manager', 'master'] });
  const name = input.name.trim().replaceAll(/\s+/g, ' ');
  if (name === '' || name.length > 100) throw new BusinessError('name_invalid', { path: 'name' });
  const phone = input.phone?.trim() ? normalisePhone(input.phone) : null;
  if (phone === undefined) throw new BusinessError('phone_invalid', { path: 'phone' });
  if (phone !== null) {
    const [known] = await tx.sql<{ id: string }>(
      'select id from contact where business_id = ? and phone = ? order by last_message_at desc nulls last, id limit 1',
      [tx.businessId, phone],
    );
    if (known) return { contactId: known.id, known: true };
  }
  const { language } = await tx.em.findOneOrFail(Business, tx.businessId);
  const contactId = newId();
  await tx.sql('insert into contact (id, business_id, name, language, phone, created_at) values (?, ?, ?, ?, ?, ?)', [
    contactId,
    tx.businessId,
    name,
    language,
    phone,
    tx.now,
  ]);
  tx.ring(`live:${tx.businessId}:contacts`);
  return { contactId, known: false };
}
