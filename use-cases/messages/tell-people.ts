import { defaultSettings, type Notices } from '#domain/settings.ts';
import type { MessageClass } from '#domain/messages/classes.ts';
import type { Language } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import type { Voice } from '#texts/index.ts';
import { textsOf } from '#use-cases/texts/texts-of.ts';
import { enqueueMessage } from './enqueue-message.ts';
import { fitText } from './fit-text.ts';

export type Chat = { botId: string; chatId: number; language: Language; textsRevision: number };

export type Words = {
  text: string;
  keyboard?: readonly (readonly Record<string, unknown>[])[] | undefined;
};

/** Where a contact is reached: the chat that they used last. */
export async function findChat(tx: Tx, contactId: string): Promise<Chat | undefined> {
  const [row] = await tx.sql<{ bot_id: string; external_id: number; language: Language; texts_revision: number }>(
    `select i.bot_id, i.external_id, c.language, b.texts_revision from contact_identity i
     join contact c on c.business_id = i.business_id and c.id = i.contact_id join business b on b.id = i.business_id
     where i.business_id = ? and i.contact_id = ? order by i.created_at desc limit 1`,
    [tx.businessId, contactId],
  );
  return (
    row && {
      botId: row.bot_id,
      chatId: row.external_id,
      language: row.language,
      textsRevision: row.texts_revision,
    }
  );
}

/** Tells a contact something in their language and the business's words, once a key. Nothing is written for one who has no chat. */
export async function tellContact(
  tx: Tx,
  message: {
    contactId: string;
    key: string;
    class: MessageClass;
    orderId?: string | undefined;
    bookingId?: string | undefined;
    /** Too late to be of use. */
    expiresAt?: Date | undefined;
    words: (voice: Voice) => Words;
  },
): Promise<string | undefined> {
  const chat = await findChat(tx, message.contactId);
  if (!chat) return undefined;
  const { own } = await textsOf(tx, chat.textsRevision);
  const words = message.words({ language: chat.language, own });
  return enqueueMessage(tx, {
    key: message.key,
    class: message.class,
    botId: chat.botId,
    chatId: chat.chatId,
    contactId: message.contactId,
    orderId: message.orderId,
    bookingId: message.bookingId,
    expiresAt: message.expiresAt,
    payload: payloadOf(words),
    body: plainText(words.text),
  });
}

/**
 * Tells everybody of staff who linked a chat, each in their language, unless the owner has switched such notices off;
 * `notice` null: one that cannot be switched off. `onlyMasters`: of the masters those alone, by their rows of staff.
 * Answers how many were told.
 */
export async function tellStaff(
  tx: Tx,
  message: {
    notice: keyof Notices | null;
    key: string;
    orderId?: string | undefined;
    bookingId?: string | undefined;
    onlyMasters?: readonly string[] | undefined;
    words: (language: Language) => Words;
  },
): Promise<number> {
  const chats = await tx.sql<{ bot_id: string; chat_id: number; language: Language }>(
    `select s.bot_id, s.chat_id, s.language from staff_chat s join business b on b.id = s.business_id
     where s.business_id = ? and coalesce((b.settings #>> array['notices', ?])::boolean, ?::boolean)
       and (?::uuid[] is null or not exists (
         select 1 from membership m where m.business_id = s.business_id and m.id = s.membership_id and m.role = 'master')
         or exists (select 1 from staff f where f.business_id = s.business_id and f.membership_id = s.membership_id and f.id = any(?::uuid[])))
     order by s.chat_id limit 50`,
    [
      tx.businessId,
      message.notice ?? '',
      message.notice === null || defaultSettings.notices[message.notice],
      ...Array.from({ length: 2 }, () => (message.onlyMasters ? `{${message.onlyMasters.join(',')}}` : null)),
    ],
  );
  for (const chat of chats) {
    const words = message.words(chat.language);
    await enqueueMessage(tx, {
      key: `${message.key}:staff:${chat.chat_id}`,
      class: 'staff',
      botId: chat.bot_id,
      chatId: chat.chat_id,
      orderId: message.orderId,
      bookingId: message.bookingId,
      payload: payloadOf(words),
      body: plainText(words.text),
    });
  }
  return chats.length;
}

/** A Bot API payload in HTML parse mode, without the chat: the deliverer adds it. */
export function payloadOf(words: Words): Record<string, unknown> {
  return {
    text: fitText(words.text),
    parse_mode: 'HTML',
    ...(words.keyboard && words.keyboard.length > 0 ? { reply_markup: { inline_keyboard: words.keyboard } } : {}),
  };
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The text as a person reads it: without the HTML of Telegram. */
export function plainText(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);
}

/** Makes text safe inside Telegram's HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
