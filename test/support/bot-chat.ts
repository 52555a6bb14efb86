import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { settingsOf } from '#domain/settings.ts';
import { textsOf } from '#use-cases/texts/texts-of.ts';
import { Business } from '#persistence/entities/business.ts';
import { aBusiness, testDatabase, type TestDatabase } from './database.ts';
import { newId } from '#platform/ids.ts';
import { ensureContact } from '#use-cases/contacts/ensure-contact.ts';
import { readDialogue } from '#use-cases/dialogues/read-dialogue.ts';
import { saveDialogue } from '#use-cases/dialogues/save-dialogue.ts';
import { createComposer } from '#bot/composer.ts';
import type { BotContext } from '#bot/context.ts';

type Button = { text: string; callback_data?: string; url?: string };
type Shown = {
  messageId: number;
  text: string;
  photo?: string;
  buttons: Button[][];
  keys: string[];
  /** When it was sent or last edited, in seconds. */
  date: number;
};

/** A shop with a bot in a database of its own, and clients who talk to it: for tests that read aloud. */
export async function aShop(options: { now?: Date } = {}) {
  const database = await testDatabase();
  const { businessId, botId } = await aBusiness(database);
  const composer = createComposer();
  const shop = {
    database,
    businessId,
    botId,
    now: options.now ?? new Date('2026-11-21T09:00:00Z'),
    tx: <T>(work: Parameters<typeof database.withBusiness<T>>[2]) =>
      database.withBusiness(businessId, { kind: 'system', name: 'test' }, work, { now: shop.now }),
    category: (name: string) => aCategory(database, businessId, name),
    client: (facts: { id: number; name?: string; language?: string }) => client(facts),
    close: () => database.drop(),
  };
  let updateId = 0;

  function client(facts: { id: number; name?: string; language?: string }) {
    const from = {
      id: facts.id,
      is_bot: false,
      first_name: facts.name ?? 'Анна',
      language_code: facts.language ?? 'ru',
    };
    const chat = { id: facts.id, type: 'private' as const, first_name: from.first_name };
    const seconds = () => Math.floor(shop.now.getTime() / 1_000);
    const date = seconds();
    const screen: Shown[] = [];
    const me = {
      /** Every message in the chat, oldest first, as it looks now. */
      screen,
      toasts: [] as string[],
      get last(): Shown {
        const shown = screen.at(-1);
        if (!shown) throw new Error('nothing is shown yet');
        return shown;
      },
      says: (text: string) => deliver({ message: { message_id: (updateId += 1), date, chat, from, text } }),
      sends: (content: Record<string, unknown>) =>
        deliver({ message: { message_id: (updateId += 1), date, chat, from, ...content } }),
      sharesContact: (phone: string, userId = facts.id) =>
        deliver({
          message: {
            message_id: (updateId += 1),
            date,
            chat,
            from,
            contact: { phone_number: phone, first_name: 'x', user_id: userId },
          },
        }),
      /** Presses the newest button whose words begin like this; with `on`, one of that message. */
      async presses(label: string, on?: Shown): Promise<void> {
        const messages = on ? [on] : [...screen].reverse();
        for (const message of messages) {
          const found = message.buttons.flat().find((one) => one.text.startsWith(label));
          if (found?.callback_data) return me.pressesData(found.callback_data, message);
        }
        throw new Error(
          `no button "${label}"; there are: ${screen.flatMap((one) => one.buttons.flat().map((b) => b.text)).join(' | ')}`,
        );
      },
      pressesData: (data: string, on: Shown = screen.at(-1) as Shown): Promise<void> => {
        const markup = on.buttons.length > 0 ? { reply_markup: { inline_keyboard: on.buttons } } : {};
        const text = on.photo ? { photo: [], caption: on.text } : { text: plain(on.text) };
        return deliver({
          callback_query: {
            id: String((updateId += 1)),
            from,
            chat_instance: '1',
            data,
            message: { message_id: on.messageId, date: on.date, chat, ...text, ...markup },
          },
        });
      },
      blocks: (blocked: boolean) => {
        const member = (status: string) => ({ user: { id: 1, is_bot: true, first_name: 'bot' }, status });
        return deliver({
          my_chat_member: {
            chat,
            from,
            date,
            old_chat_member: member(blocked ? 'member' : 'kicked'),
            new_chat_member: member(blocked ? 'kicked' : 'member'),
          },
        });
      },
      contactId: async () => {
        const { rows } = await database.owner.query<{ contact_id: string }>(
          'select contact_id from contact_identity where external_id = $1',
          [facts.id],
        );
        return rows[0]?.contact_id ?? '';
      },
    };
    return me;

    async function deliver(content: Record<string, unknown>): Promise<void> {
      updateId += 1;
      const update = { update_id: updateId, ...content } as unknown as Update;
      await shop.tx(async (tx) => {
        const bot = new Bot<BotContext>('1:test', {
          botInfo: { id: 1, is_bot: true, first_name: 'bot', username: 'test_bot' } as never,
        });
        bot.api.config.use(async (_, method, payload) => {
          show(method, payload as Record<string, never>);
          return { ok: true, result: { message_id: 0 } as never };
        });
        const contact = await ensureContact(tx, { botId, telegramUser: from });
        const business = await tx.em.findOneOrFail(Business, businessId);
        const dialogue = await readDialogue(tx, { botId, chatId: facts.id });
        const texts = await textsOf(tx, business.textsRevision);
        let seen: BotContext | undefined;
        bot.use((ctx, next) => {
          seen = ctx;
          ctx.takt = {
            tx,
            botId,
            botUsername: 'test_bot',
            businessId,
            texts,
            business: {
              name: business.name,
              timeZone: business.timeZone,
              currency: business.currency,
              settings: settingsOf(business),
            },
            contact,
            chatId: facts.id,
            updateId: update.update_id,
            dialogue,
          };
          return next();
        });
        bot.use(composer);
        try {
          await bot.handleUpdate(update);
        } catch (error) {
          throw error instanceof Error && 'error' in error ? error.error : error;
        }
        if (seen) await saveDialogue(tx, { botId, chatId: facts.id, contactId: contact.id, state: seen.takt.dialogue });
      });
    }

    function show(method: string, payload: Record<string, never>): void {
      const markup = (payload['reply_markup'] ?? {}) as {
        inline_keyboard?: Button[][];
        keyboard?: { text: string }[][];
      };
      const buttons = markup.inline_keyboard ?? [];
      if (buttons.flat().some((button) => button.text.trim() === ''))
        throw new Error('Telegram takes no button without words');
      const keys = (markup.keyboard ?? []).flat().map((key) => key.text);
      const text = String(payload['text'] ?? payload['caption'] ?? '');
      if (Array.from(text).length > 4096) throw new Error('a text of Telegram has at most 4,096 characters');
      switch (method) {
        case 'sendMessage':
          screen.push({ messageId: screen.length + 1, text, buttons, keys, date: seconds() });
          return;
        case 'sendPhoto':
          if (Array.from(text).length > 1024) throw new Error('a caption of Telegram has at most 1,024 characters');
          screen.push({
            messageId: screen.length + 1,
            text,
            photo: String(payload['photo']),
            buttons,
            keys,
            date: seconds(),
          });
          return;
        case 'answerCallbackQuery':
          if (payload['text'] !== undefined) me.toasts.push(String(payload['text']));
          return;
        case 'editMessageText':
        case 'editMessageReplyMarkup': {
          const edited = screen.find((one) => one.messageId === Number(payload['message_id']));
          if (!edited) throw new Error('an edit of a message that is not there');
          if (method === 'editMessageText' && edited.photo) throw new Error('a photo cannot be edited into a text');
          if (method === 'editMessageText') edited.text = text;
          edited.buttons = buttons;
          edited.date = seconds();
          return;
        }
        default:
          throw new Error(`the bot called ${method}, which the test does not know`);
      }
    }
  }
  return shop;
}

export type Shop = Awaited<ReturnType<typeof aShop>>;

async function aCategory(database: TestDatabase, businessId: string, name: string) {
  const categoryId = newId();
  await database.owner.query('insert into category (id, business_id, name, position) values ($1, $2, $3, 0)', [
    categoryId,
    businessId,
    { ru: name, en: name },
  ]);
  return {
    categoryId,
    async product(title: string, variants: { name: string; rub: number; stock: number }[], photo = false) {
      const productId = newId();
      const photoId = photo ? newId() : null;
      if (photoId) {
        await database.owner.query(
          `insert into photo (id, business_id, content, mime, created_at) values ($1, $2, '\\x00', 'image/png', now())`,
          [photoId, businessId],
        );
      }
      await database.owner.query(
        `insert into product (id, business_id, category_id, name, description, photo_id, position, created_at)
         values ($1, $2, $3, $4, $5, $6, 0, now())`,
        [productId, businessId, categoryId, { ru: title, en: title }, { ru: '', en: '' }, photoId],
      );
      const variantIds: string[] = [];
      for (const [position, variant] of variants.entries()) {
        const variantId = newId();
        variantIds.push(variantId);
        await database.owner.query(
          'insert into variant (id, business_id, product_id, name, price_minor, on_hand, position) values ($1, $2, $3, $4, $5, $6, $7)',
          [
            variantId,
            businessId,
            productId,
            { ru: variant.name, en: variant.name },
            variant.rub * 100,
            variant.stock,
            position,
          ],
        );
      }
      return { productId, variantIds, variantId: variantIds[0] ?? '' };
    },
  };
}

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
