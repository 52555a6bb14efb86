import { env } from '#platform/env.ts';
import { newId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';
import { unseal } from '#platform/secrets.ts';
import { openDatabase, sql } from '#persistence/database.ts';
import { openDoorbell } from '#persistence/doorbell.ts';
import { businessDoor } from '#persistence/with-business.ts';
import type { TelegramApi } from '#providers/telegram/port.ts';
import { createTelegramApi } from '#providers/telegram/telegram.ts';
import { startLoop } from '#use-cases/operations/loop.ts';
import { createChatWorker } from './chat-worker.ts';
import { createComposer, commands } from './composer.ts';
import { findPolledBots, leavePolling, poll, type PolledBot } from './poller.ts';

const database = await openDatabase({
  appUrl: env.databaseAppUrl,
  systemUrl: env.databaseSystemUrl,
  pool: env.databasePool,
  bell: await openDoorbell(env.databaseSystemUrl),
});
const withBusiness = businessDoor(database);
const apis = new Map<string, TelegramApi>();

async function telegramOf(botId: string): Promise<TelegramApi> {
  const known = apis.get(botId);
  if (known) return known;
  const [bot] = await sql<{ token_sealed: string }>(
    database.system.em.fork(),
    'select token_sealed from bot where id = ?',
    [botId],
  );
  if (!bot) throw new Error(`bot ${botId} is not there`);
  const api = createTelegramApi({ token: unseal(bot.token_sealed), apiRoot: env.telegramApiRoot, timeoutMs: 20_000 });
  apis.set(botId, api);
  return api;
}

const worker = createChatWorker({
  database,
  withBusiness,
  composer: createComposer(),
  answer: async (botId, answer) => void (await (await telegramOf(botId)).call('answerCallbackQuery', answer)),
});

const stopping = new AbortController();
const holder = newId();
const pollers = new Map<string, Promise<void>>();

const loops = [
  startLoop(database, { name: 'bot', bell: 'updates', slowPollMs: 1_000, turn: () => worker.turn() }),
  startLoop(database, {
    name: 'bot:answers',
    bell: null,
    slowPollMs: 2_000,
    turn: async () => {
      await worker.answerLeftovers();
      return 0;
    },
  }),
  startLoop(database, {
    name: 'bot:pollers',
    bell: 'bots',
    slowPollMs: 10_000,
    turn: async () => {
      for (const bot of await findPolledBots(database)) {
        if (pollers.has(bot.botId)) continue;
        pollers.set(bot.botId, poll({ database, telegramOf, holder, signal: stopping.signal }, bot));
        await introduce(bot).catch((error: unknown) =>
          logger.warn({ botId: bot.botId, error: String(error) }, 'the commands of a bot could not be set'),
        );
      }
      return 0;
    },
  }),
];
logger.info('bot is ready');

/** The name that Telegram knows the bot by, kept for `/start@name` and links, and its menu of commands in both languages. */
async function introduce({ botId, businessId }: PolledBot): Promise<void> {
  const telegram = await telegramOf(botId);
  const { username, first_name } = (await telegram.call('getMe', {})) as { username: string; first_name: string };
  await withBusiness(businessId, { kind: 'system', name: 'bot' }, (tx) =>
    tx.sql(
      `update bot set username = ?, name = ?
       where business_id = ? and id = ? and (username, name) is distinct from (?::text, ?::text)`,
      [username, first_name, businessId, botId, username, first_name],
    ),
  );
  await telegram.call('deleteWebhook', {});
  await telegram.call('setMyCommands', { commands: commands('en') });
  await telegram.call('setMyCommands', { commands: commands('ru'), language_code: 'ru' });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void (async () => {
      stopping.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await Promise.all(pollers.values());
      await leavePolling(database, holder);
      await database.close();
      process.exit(0);
    })();
  });
}
