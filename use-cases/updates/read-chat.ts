import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import { Contact } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import { ensureContact, type TelegramUser } from '#use-cases/contacts/ensure-contact.ts';
import { textsOf, type BusinessWords } from '#use-cases/texts/texts-of.ts';
import { parseDialogue, type DialogueState } from '#use-cases/dialogues/dialogue-state.ts';

export type ChatFacts = {
  bot: { telegramId: number; username: string; name: string };
  business: { name: string; timeZone: string; currency: string; settings: BusinessSettings };
  /** The texts that the business says in its own words. */
  texts: BusinessWords;
  contact: Contact;
  dialogue: DialogueState;
};

type Row = Record<string, unknown> & {
  bot_telegram_id: number;
  bot_username: string;
  bot_name: string;
  business_name: string;
  business_time_zone: string;
  business_currency: string;
  business_settings: Record<string, unknown>;
  business_texts_revision: number;
  identity_username: string | null;
  dialogue_state: unknown;
  id: string | null;
};

/** Everything that an update's screens start from, in one look: most updates come from people who are known. */
export async function readChat(
  tx: Tx,
  input: { botId: string; chatId: number; sender: TelegramUser },
): Promise<ChatFacts | undefined> {
  const [row] = await tx.sql<Row>(
    `select b.telegram_id as bot_telegram_id, b.username as bot_username, b.name as bot_name,
       s.name as business_name, s.time_zone as business_time_zone, s.currency as business_currency, s.settings as business_settings,
       s.texts_revision as business_texts_revision,
       i.username as identity_username, d.state as dialogue_state, c.*
     from bot b join business s on s.id = b.business_id
     left join contact_identity i on i.business_id = b.business_id and i.bot_id = b.id and i.external_id = ?
     left join contact c on c.business_id = i.business_id and c.id = i.contact_id
     left join dialogue d on d.business_id = b.business_id and d.bot_id = b.id and d.chat_id = ?
     where b.business_id = ? and b.id = ?`,
    [input.sender.id, input.chatId, tx.businessId, input.botId],
  );
  if (!row) return undefined;
  const known = row.id !== null && row.identity_username === (input.sender.username ?? null);
  return {
    bot: { telegramId: row.bot_telegram_id, username: row.bot_username, name: row.bot_name },
    business: {
      name: row.business_name,
      timeZone: row.business_time_zone,
      currency: row.business_currency,
      settings: settingsOf({ settings: row.business_settings }),
    },
    texts: await textsOf(tx, row.business_texts_revision),
    contact: known
      ? tx.em.map(Contact, contactOf(row))
      : await ensureContact(tx, { botId: input.botId, telegramUser: input.sender }),
    dialogue: parseDialogue(row.dialogue_state),
  };
}

function contactOf(row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !/^(bot|business|identity|dialogue)_(?!id$)/.test(name)),
  );
}
