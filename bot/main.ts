import { env } from '#platform/env.ts';
import { newId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';
import { openDatabase } from '#persistence/database.ts';
import { openDoorbell } from '#persistence/doorbell.ts';
import { businessDoor } from '#persistence/with-business.ts';
import { createTelegramApi } from '#providers/telegram/telegram.ts';
import { openTelegram } from '#use-cases/bots/open-telegram.ts';
import { startLoop } from '#use-cases/operations/loop.ts';
import { createChatWorker } from './chat-worker.ts';
import { createComposer } from './composer.ts';
import { leavePolling } from './poller.ts';
import { serveBots } from './serve-bots.ts';

const database = await openDatabase({
  appUrl: env.databaseAppUrl,
  systemUrl: env.databaseSystemUrl,
  pool: env.databasePool,
  bell: await openDoorbell(env.databaseSystemUrl),
});
const withBusiness = businessDoor(database);
const telegramOf = openTelegram(database, (token) =>
  createTelegramApi({ token, apiRoot: env.telegramApiRoot, timeoutMs: 20_000 }),
);

const worker = createChatWorker({
  database,
  withBusiness,
  composer: createComposer(),
  answer: async (botId, answer) => void (await (await telegramOf(botId)).call('answerCallbackQuery', answer)),
});

const stopping = new AbortController();
const holder = newId();
const served = serveBots({
  database,
  withBusiness,
  telegramOf,
  holder,
  publicUrl: env.publicUrl,
  signal: stopping.signal,
});

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
  startLoop(database, { name: 'bot:bots', bell: 'bots', slowPollMs: 10_000, turn: () => served.turn() }),
];
logger.info('bot is ready');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void (async () => {
      stopping.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await served.ended();
      await leavePolling(database, holder);
      await database.close();
      process.exit(0);
    })();
  });
}
