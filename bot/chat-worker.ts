import { Bot, type Composer } from 'grammy';
import type { Update } from 'grammy/types';
import type { Database } from '#persistence/database.ts';
import type { Actor, BusinessDoor, Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';
import { saveDialogue } from '#use-cases/dialogues/save-dialogue.ts';
import { failUpdate } from '#use-cases/updates/fail-update.ts';
import { readChat, type ChatFacts } from '#use-cases/updates/read-chat.ts';
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
/** Chats are claimed some at a time: looking for them costs as much as serving one. */
const CLAIM_WHEN_FREE = 6;
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
  const run = createBots(parts.composer);
  let given: { botId: string; updateId: number }[] = [];
  let marking = false;
  const answering = (botId: string, updateId: number, answer: Record<string, unknown>): void => {
    parts
      .answer(botId, answer)
      .catch((error: unknown) =>
        logger.debug({ error: String(error) }, 'a button could not be answered; it was too old'),
      )
      .then(() => {
        given.push({ botId, updateId });
        return marking ? undefined : markGiven();
      })
      .catch((error: unknown) => logger.warn({ error: String(error) }, 'answers were given and could not be marked'));
  };
  /** What is answered while a mark is being made is marked together after it. */
  async function markGiven(): Promise<void> {
    marking = true;
    try {
      while (given.length > 0) {
        const done = given;
        given = [];
        await markAnswered(parts.database, done);
      }
    } finally {
      marking = false;
    }
  }

  async function serveChat(claim: ChatClaim): Promise<void> {
    for (;;) {
      const done = await processNext(claim);
      if (done === 'lost') return;
      if (done === 'released') break;
      if (done === 'empty') {
        await releaseChat(parts.database, claim);
        break;
      }
    }
    // One may have come between the last look and the release.
    parts.database.bell.ring('updates');
  }

  async function processNext(claim: ChatClaim): Promise<'done' | 'released' | 'empty' | 'lost'> {
    const captured: Captured = { answer: null };
    let current: TelegramUpdate | undefined;
    try {
      const outcome = await parts.withBusiness(claim.businessId, ACTOR, async (tx) => {
        const next = await nextUpdate(tx, claim);
        if (next === 'lost') return 'lost';
        if (next === undefined) return 'empty';
        current = next.update;
        captured.answer = null;
        await handle(run, tx, claim, next.update, captured);
        const released = await finishUpdate(tx, claim, { updateId: next.update.update_id, answer: captured.answer });
        return released ? 'released' : 'done';
      });
      if (current && captured.answer) answering(claim.botId, current.update_id, captured.answer);
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
      while (serving.size > CHATS_AT_ONCE - CLAIM_WHEN_FREE) await Promise.race(serving);
      return claims.length;
    },
    async answerLeftovers() {
      for (const left of await readUnanswered(parts.database)) answering(left.botId, left.updateId, left.answer);
    },
  };
}

type Handled = { takt: BotContext['takt']; transform: ReturnType<typeof ledgerTransformer> };

/** One grammY bot for each of ours, made once; what belongs to one update comes in with it. */
function createBots(composer: Composer<BotContext>) {
  const bots = new Map<string, Bot<BotContext>>();
  const handled = new WeakMap<object, Handled>();

  function botOf(botId: string, facts: ChatFacts['bot']): Bot<BotContext> {
    const known = bots.get(botId);
    if (known?.botInfo.username === facts.username) return known;
    const made = new Bot<BotContext>('0:unused', {
      botInfo: {
        id: facts.telegramId,
        is_bot: true,
        first_name: facts.name,
        username: facts.username,
        can_join_groups: false,
        can_read_all_group_messages: false,
        supports_inline_queries: false,
        can_connect_to_business: false,
        has_main_web_app: false,
      } as never,
    });
    made.use((ctx, next) => {
      const mine = handled.get(ctx.update);
      if (!mine) throw new Error('an update came past its worker');
      ctx.takt = mine.takt;
      ctx.api.config.use(mine.transform);
      return next();
    });
    made.use(composer);
    bots.set(botId, made);
    return made;
  }

  return async (botId: string, facts: ChatFacts['bot'], update: TelegramUpdate, mine: Handled): Promise<void> => {
    handled.set(update, mine);
    try {
      await botOf(botId, facts).handleUpdate(update as unknown as Update);
    } catch (error) {
      // grammY wraps what a handler threw; the cause says more, and carries the SQLSTATE that decides about retries.
      throw error instanceof Error && 'error' in error ? error.error : error;
    }
  };
}

async function handle(
  run: ReturnType<typeof createBots>,
  tx: Tx,
  claim: ChatClaim,
  update: TelegramUpdate,
  captured: Captured,
): Promise<void> {
  const sender = senderOf(update);
  if (!sender || claim.chatId !== sender.id) return;
  const facts = await readChat(tx, { botId: claim.botId, chatId: claim.chatId, sender });
  if (!facts) return;
  const { contact } = facts;
  const before = JSON.stringify(facts.dialogue);
  const takt: BotContext['takt'] = {
    tx,
    botId: claim.botId,
    botUsername: facts.bot.username,
    businessId: tx.businessId,
    texts: facts.texts,
    business: facts.business,
    contact,
    chatId: claim.chatId,
    updateId: update.update_id,
    dialogue: facts.dialogue,
  };
  const about = { botId: claim.botId, chatId: claim.chatId, contactId: contact.id, updateId: update.update_id };
  await run(claim.botId, facts.bot, update, { takt, transform: ledgerTransformer(tx, about, captured) });
  if (JSON.stringify(takt.dialogue) !== before) {
    await saveDialogue(tx, { botId: claim.botId, chatId: claim.chatId, contactId: contact.id, state: takt.dialogue });
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
