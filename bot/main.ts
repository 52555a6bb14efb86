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
import { createComposer } from './composer.ts';
import { findBots, introduce } from './introduce.ts';
import { leavePolling, poll } from './poller.ts';

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
/** Bots that were introduced, with the poller of those that are polled. */
const known = new Map<string, Promise<void>>();

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
    name: 'bot:bots',
    bell: 'bots',
    slowPollMs: 10_000,
    turn: async () => {
      for (const bot of await findBots(database)) {
        if (known.has(bot.botId)) continue;
        await introduce({ withBusiness, telegram: await telegramOf(bot.botId), publicUrl: env.publicUrl }, bot);
        known.set(
          bot.botId,
          bot.delivery === 'polling'
            ? poll({ database, telegramOf, holder, signal: stopping.signal }, bot)
            : Promise.resolve(),
        );
      }
      return 0;
    },
  }),
];
logger.info('bot is ready');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void (async () => {
      stopping.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await Promise.all(known.values());
      await leavePolling(database, holder);
      await database.close();
      process.exit(0);
    })();
  });
}
