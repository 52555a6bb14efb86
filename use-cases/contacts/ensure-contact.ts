import { Business, Contact, type Language } from '#persistence/entities/business.ts';
import { errorCode, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { recordChange } from './contact-fields.ts';

export type TelegramUser = {
  id: number;
  first_name: string;
  last_name?: string | undefined;
  username?: string | undefined;
  language_code?: string | undefined;
};

/** The contact behind a Telegram user of a bot, made at the first sight. Two updates at once make one contact. */
export async function ensureContact(tx: Tx, input: { botId: string; telegramUser: TelegramUser }): Promise<Contact> {
  const known = await find(tx, input);
  if (known) return known;
  try {
    return await tx.savepoint(() => create(tx, input));
  } catch (error) {
    if (errorCode(error) !== '23505') throw error;
    const made = await find(tx, input);
    if (!made) throw error;
    return made;
  }
}

/** The language to speak, guessed from Telegram's code; undefined when it is neither ru nor en. */
export function guessLanguage(code: string | undefined): Language | undefined {
  const primary = code?.toLowerCase().split('-')[0];
  return primary === 'ru' || primary === 'en' ? primary : undefined;
}

async function find(tx: Tx, input: { botId: string; telegramUser: TelegramUser }): Promise<Contact | undefined> {
  const [identity] = await tx.sql<{ id: string; contact_id: string; username: string | null }>(
    'select id, contact_id, username from contact_identity where business_id = ? and bot_id = ? and external_id = ?',
    [tx.businessId, input.botId, input.telegramUser.id],
  );
  if (!identity) return undefined;
  const username = input.telegramUser.username ?? null;
  if (identity.username !== username) {
    await tx.sql('update contact_identity set username = ? where business_id = ? and id = ?', [
      username,
      tx.businessId,
      identity.id,
    ]);
  }
  return tx.em.findOneOrFail(Contact, { id: identity.contact_id, businessId: tx.businessId });
}

async function create(
  tx: Tx,
  { botId, telegramUser }: { botId: string; telegramUser: TelegramUser },
): Promise<Contact> {
  const language =
    guessLanguage(telegramUser.language_code) ?? (await tx.em.findOneOrFail(Business, tx.businessId)).language;
  const name = [telegramUser.first_name, telegramUser.last_name].filter(Boolean).join(' ').trim().slice(0, 200) || '…';
  const contactId = newId();
  await tx.sql(
    'insert into contact (id, business_id, name, language, last_message_at, created_at) values (?, ?, ?, ?, null, ?)',
    [contactId, tx.businessId, name, language, tx.now],
  );
  await tx.sql(
    `insert into contact_identity (id, business_id, contact_id, bot_id, kind, external_id, username, created_at)
     values (?, ?, ?, ?, 'telegram', ?, ?, ?)`,
    [newId(), tx.businessId, contactId, botId, telegramUser.id, telegramUser.username ?? null, tx.now],
  );
  await recordChange(tx, { contactId, field: 'name', old: null, value: name, cause: 'telegram' });
  await recordChange(tx, { contactId, field: 'language', old: null, value: language, cause: 'telegram' });
  tx.ring(`live:${tx.businessId}:contacts`);
  return tx.em.findOneOrFail(Contact, { id: contactId, businessId: tx.businessId });
}
