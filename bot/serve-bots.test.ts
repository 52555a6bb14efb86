import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProviderError } from '#platform/provider-error.ts';
import type { TelegramApi } from '#providers/telegram/port.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER, type Shop } from '#test/support/shop.ts';
import { changeBot, connectBot, listBots } from '#use-cases/bots/bots.ts';
import { serveBots } from './serve-bots.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Telegram as these bots see it: polls hang until they are given up, as long polls do. */
function aTelegram(refused: ReadonlySet<string> = new Set()) {
  const polled = new Set<string>();
  const calls: string[] = [];
  const telegramOf = async (botId: string): Promise<TelegramApi> => ({
    call: async <T>(method: string, _params: unknown, signal?: AbortSignal): Promise<T> => {
      calls.push(`${method} ${botId}`);
      if (refused.has(botId))
        throw new ProviderError({
          service: 'telegram',
          method,
          code: 'unauthorized',
          message: 'no',
          status: 401,
          retryable: false,
        });
      if (method === 'getMe') return { username: `b_${botId.slice(-4)}`, first_name: 'Bot' } as T;
      if (method !== 'getUpdates') return true as T;
      polled.add(botId);
      await new Promise<void>((_done, fail) => {
        signal?.addEventListener('abort', () => {
          polled.delete(botId);
          fail(new Error('given up'));
        });
      });
      return [] as T;
    },
  });
  return { polled, calls, telegramOf };
}
const until = async (check: () => boolean): Promise<void> => {
  while (!check()) await new Promise((done) => setTimeout(done, 10));
};
let telegramIds = 880_000;
const connect = (shop: Shop) =>
  shop.within(
    (tx) =>
      connectBot(tx, {
        token: `${(telegramIds += 1)}:good`,
        telegramId: telegramIds,
        username: 'b',
        name: 'Bot',
        delivery: 'polling',
      }),
    { actor: OWNER },
  );
const change = (shop: Shop, botId: string, how: Parameters<typeof changeBot>[1]['change']) =>
  shop.within((tx) => changeBot(tx, { botId, change: how }), { actor: OWNER });

describe('the bots of all businesses', () => {
  it('are taken up, let go and taken up again as owners say, without a restart', async () => {
    const shop = await aShop(database);
    await change(shop, shop.botId, { enabled: false });
    const botId = await connect(shop);
    const telegram = aTelegram();
    const stopping = new AbortController();
    const served = serveBots({
      database,
      withBusiness: database.withBusiness,
      holder: 'test',
      publicUrl: '',
      signal: stopping.signal,
      ...telegram,
    });
    await served.turn();
    await until(() => telegram.polled.has(botId));
    expect(telegram.polled.has(shop.botId)).toBe(false);
    await change(shop, botId, { enabled: false });
    await served.turn();
    expect([...telegram.polled]).toEqual([]);
    await database.owner.query('update bot set poll_until = null');
    await change(shop, botId, { enabled: true });
    await served.turn();
    await until(() => telegram.polled.has(botId));
    await change(shop, botId, { removed: true });
    await served.turn();
    expect([...telegram.polled]).toEqual([]);
    stopping.abort();
    await served.ended();
  });

  it('do not trouble one another: one whose token was revoked says so, and the others go on', async () => {
    const shop = await aShop(database);
    await change(shop, shop.botId, { enabled: false });
    const [bad, good] = [await connect(shop), await connect(shop)];
    const telegram = aTelegram(new Set([bad]));
    const stopping = new AbortController();
    const served = serveBots({
      database,
      withBusiness: database.withBusiness,
      holder: 'test',
      publicUrl: '',
      signal: stopping.signal,
      ...telegram,
    });
    await served.turn();
    await served.turn();
    await until(() => telegram.polled.has(good));
    expect(telegram.calls.filter((call) => call.endsWith(bad))).toEqual([`getMe ${bad}`]);
    const bots = await shop.within((tx) => listBots(tx), { actor: OWNER });
    expect(bots.find((bot) => bot.id === bad)).toMatchObject({ problem: 'bot_token_wrong' });
    expect(bots.find((bot) => bot.id === good)).toMatchObject({ problem: null });
    stopping.abort();
    await served.ended();
  });
});
