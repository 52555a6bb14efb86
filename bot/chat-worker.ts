import { Bot, type Composer } from 'grammy';
import type { Update } from 'grammy/types';
import { settingsOf } from '#domain/settings.ts';
import type { Database } from '#persistence/database.ts';
import { Business } from '#persistence/entities/business.ts';
import type { Actor, BusinessDoor, Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';
import { ensureContact } from '#use-cases/contacts/ensure-contact.ts';
import { readDialogue } from '#use-cases/dialogues/read-dialogue.ts';
import { saveDialogue } from '#use-cases/dialogues/save-dialogue.ts';
import { failUpdate } from '#use-cases/updates/fail-update.ts';
import {
  claimChats,
  finishUpdate,
  markAnswered,
  nextUpdate,
  readUnanswered,
  releaseChat,
  type ChatClaim,
} from '#use-cases/updates/take-updates.ts';
import type { TelegramUpdate } from '#use-cases/updates/store-update.ts';
import type { BotContext } from './context.ts';
import { ledgerTransformer, type Captured } from './ledger-transformer.ts';

export type ChatWorker = {
  /** Claims chats and processes their updates; answers how many chats it served. */
  turn(): Promise<number>;
  /** Answers that a killed worker left behind. */
  answerLeftovers(): Promise<void>;
};

/** Answers a pressed button: the one call that goes out at once, after the commit. */
export type AnswerButton = (botId: string, answer: Record<string, unknown>) => Promise<void>;

const CHATS_AT_ONCE = 16;
const ACTOR: Actor = { kind: 'system', name: 'bot' };

/**
 * The worker of chats: takes each chat by a claim with a lease, and its updates in order. Dialogue state, effects,
 * ledger rows and `processed_at` commit together.
 */
export function createChatWorker(parts: {
  database: Database;
  withBusiness: BusinessDoor;
  composer: Composer<BotContext>;
  answer: AnswerButton;
}): ChatWorker {
  const holder = newId();
  const answering = (botId: string, updateId: number, answer: Record<string, unknown>): void => {
    parts
      .answer(botId, answer)
      .catch((error: unknown) =>
        logger.debug({ error: String(error) }, 'a button could not be answered; it was too old'),
      )
      .then(() => markAnswered(parts.database, { botId, updateId }))
      .catch((error: unknown) => logger.warn({ error: String(error) }, 'an answer was given and could not be marked'));
  };

  async function serveChat(claim: ChatClaim): Promise<void> {
    for (;;) {
      const done = await processNext(claim);
      if (done === 'lost') return;
      if (done === 'empty') break;
    }
    await releaseChat(parts.database, claim);
    // One may have come between the last look and the release.
    parts.database.bell.ring('updates');
  }

  async function processNext(claim: ChatClaim): Promise<'done' | 'empty' | 'lost'> {
    const captured: Captured = { answer: null };
    let current: TelegramUpdate | undefined;
    try {
      const outcome = await parts.withBusiness(claim.businessId, ACTOR, async (tx) => {
        const next = await nextUpdate(tx, claim);
        if (next === 'lost') return 'lost';
        if (next === undefined) return 'empty';
        current = next.update;
        captured.answer = null;
        await handle(parts.composer, tx, claim, next.update, captured);
        await finishUpdate(tx, { botId: claim.botId, updateId: next.update.update_id, answer: captured.answer });
        return 'done';
      });
      if (outcome === 'done' && current && captured.answer) answering(claim.botId, current.update_id, captured.answer);
      return outcome;
    } catch (error) {
      if (!current) throw error;
      const updateId = current.update_id;
      logger.error({ updateId, error: error instanceof Error ? error.stack : String(error) }, 'an update broke');
      await parts.withBusiness(claim.businessId, ACTOR, (tx) =>
        failUpdate(tx, { botId: claim.botId, chatId: claim.chatId, updateId, error: String(error) }),
      );
      return 'done';
    }
  }

  const serving = new Set<Promise<void>>();
  return {
    async turn() {
      const claims = await claimChats(parts.database, { holder, limit: CHATS_AT_ONCE - serving.size });
      for (const claim of claims) {
        const work = serveChat(claim)
          .catch((error: unknown) =>
            logger.error({ error: String(error) }, 'a chat was dropped; its lease runs out and it is taken up again'),
          )
          .finally(() => serving.delete(work));
        serving.add(work);
      }
      if (serving.size >= CHATS_AT_ONCE) await Promise.race(serving);
      return claims.length;
    },
    async answerLeftovers() {
      for (const left of await readUnanswered(parts.database)) answering(left.botId, left.updateId, left.answer);
    },
  };
}

async function handle(
  composer: Composer<BotContext>,
  tx: Tx,
  claim: ChatClaim,
  update: TelegramUpdate,
  captured: Captured,
): Promise<void> {
  const sender = senderOf(update);
  if (!sender || claim.chatId !== sender.id) return;
  const [bot] = await tx.sql<{ telegram_id: number; username: string; name: string }>(
    'select telegram_id, username, name from bot where business_id = ? and id = ?',
    [tx.businessId, claim.botId],
  );
  if (!bot) return;
  const contact = await ensureContact(tx, { botId: claim.botId, telegramUser: sender });
  const business = await tx.em.findOneOrFail(Business, tx.businessId);
  const dialogue = await readDialogue(tx, { botId: claim.botId, chatId: claim.chatId });
  const before = JSON.stringify(dialogue);
  const grammy = new Bot<BotContext>('0:unused', {
    botInfo: {
      id: bot.telegram_id,
      is_bot: true,
      first_name: bot.name,
      username: bot.username,
      can_join_groups: false,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    } as never,
  });
  grammy.api.config.use(
    ledgerTransformer(
      tx,
      { botId: claim.botId, chatId: claim.chatId, contactId: contact.id, updateId: update.update_id },
      captured,
    ),
  );
  let context: BotContext | undefined;
  grammy.use((ctx, next) => {
    context = ctx;
    ctx.takt = {
      tx,
      botId: claim.botId,
      botUsername: bot.username,
      businessId: tx.businessId,
      business: {
        name: business.name,
        timeZone: business.timeZone,
        currency: business.currency,
        settings: settingsOf(business),
      },
      contact,
      chatId: claim.chatId,
      updateId: update.update_id,
      dialogue,
    };
    return next();
  });
  grammy.use(composer);
  try {
    await grammy.handleUpdate(update as unknown as Update);
  } catch (error) {
    // grammY wraps what a handler threw; the cause says more, and carries the SQLSTATE that decides about retries.
    throw error instanceof Error && 'error' in error ? error.error : error;
  }
  const after = context?.takt.dialogue ?? dialogue;
  if (JSON.stringify(after) !== before) {
    await saveDialogue(tx, { botId: claim.botId, chatId: claim.chatId, contactId: contact.id, state: after });
  }
}

function senderOf(
  update: TelegramUpdate,
): { id: number; first_name: string; last_name?: string; username?: string; language_code?: string } | undefined {
  for (const [name, value] of Object.entries(update)) {
    if (name === 'update_id' || typeof value !== 'object' || value === null) continue;
    const from = (value as { from?: { id: number; is_bot?: boolean; first_name: string } }).from;
    if (from && from.is_bot !== true) return from;
  }
  return undefined;
}
