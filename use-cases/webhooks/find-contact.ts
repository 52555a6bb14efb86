import { isEmail } from '#automation/contact-values.ts';
import { normalisePhone } from '#domain/contacts/phone.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

type Wanted = { by: 'phone' | 'email' | 'telegram' | 'contact'; value: unknown; create: boolean; name: unknown };

/** Whom a request is about; null when nobody is known by that, and nobody may be made. The oldest of several. */
export async function findWebhookContact(tx: Tx, wanted: Wanted): Promise<string | null> {
  const value = normal(wanted);
  if (value === null) return null;
  const queries = {
    phone: 'select id from contact where business_id = ? and phone = ? order by id limit 1',
    email: 'select id from contact where business_id = ? and email = ? order by id limit 1',
    telegram:
      'select contact_id as id from contact_identity where business_id = ? and external_id = ?::bigint order by contact_id limit 1',
    contact: 'select id from contact where business_id = ? and id = ?::uuid',
  };
  const [found] = await tx.sql<{ id: string }>(queries[wanted.by], [tx.businessId, value]);
  if (found) return found.id;
  return wanted.create && (wanted.by === 'phone' || wanted.by === 'email') ? make(tx, wanted, value) : null;
}

async function make(tx: Tx, wanted: Wanted, value: string): Promise<string> {
  // Two requests about one stranger at once make one contact.
  await tx.sql('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`contact:${tx.businessId}:${value}`]);
  const column = wanted.by === 'phone' ? 'phone' : 'email';
  const [found] = await tx.sql<{ id: string }>(
    `select id from contact where business_id = ? and ${column} = ? limit 1`,
    [tx.businessId, value],
  );
  if (found) return found.id;
  const id = newId();
  const name = typeof wanted.name === 'string' && wanted.name.trim() !== '' ? wanted.name.trim().slice(0, 120) : value;
  await tx.sql(
    `insert into contact (id, business_id, name, language, ${column}, created_at) values (?, ?, ?, 'ru', ?, ?)`,
    [id, tx.businessId, name, value, tx.now],
  );
  tx.ring(`live:${tx.businessId}:contacts`);
  return id;
}

function normal({ by, value }: Wanted): string | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  switch (by) {
    case 'phone':
      return normalisePhone(text) ?? null;
    case 'email':
      return isEmail(text) ? text.toLowerCase() : null;
    case 'telegram':
      return /^\d{1,18}$/.test(text) ? text : null;
    case 'contact':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null;
  }
}
