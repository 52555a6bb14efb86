import { isEmail } from '#automation/contact-values.ts';
import { normalisePhone } from '#domain/contacts/phone.ts';
import { rowStatement } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

type Wanted = { by: 'phone' | 'email' | 'telegram' | 'contact'; value: unknown; create: boolean; name: unknown };

/** Whom a request is about; null when nobody is known by that, and nobody may be made. The oldest of several. */
export async function findWebhookContact(tx: Tx, wanted: Wanted): Promise<string | null> {
  const value = normal(wanted);
  if (value === null) return null;
  // Another request of the same transaction may be about to make this very person.
  await tx.alone(`contact:${wanted.by}:${value}`);
  const [found] = await tx.ask(knownBy[wanted.by], { business_id: tx.businessId, value });
  if (found) return found.id;
  return wanted.create && (wanted.by === 'phone' || wanted.by === 'email') ? make(tx, wanted, value) : null;
}

const byValue = (type: string, query: string) =>
  rowStatement<{ business_id: string; value: string }, { id: string }>(
    { business_id: 'uuid', value: type },
    (given) => `select given.n, found.id from ${given} cross join lateral (${query}) found`,
  );

const knownBy = {
  phone: byValue(
    'text',
    'select id from contact where business_id = given.business_id and phone = given.value order by id limit 1',
  ),
  email: byValue(
    'text',
    'select id from contact where business_id = given.business_id and email = given.value order by id limit 1',
  ),
  telegram: byValue(
    'bigint',
    'select contact_id as id from contact_identity where business_id = given.business_id and external_id = given.value order by contact_id limit 1',
  ),
  contact: byValue('uuid', 'select id from contact where business_id = given.business_id and id = given.value'),
};

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
