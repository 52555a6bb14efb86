import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTelegramEmulator, type TelegramEmulator } from '#providers/telegram/emulator/server.ts';
import { createTelegramApi } from '#providers/telegram/telegram.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop } from '#test/support/shop.ts';
import { findBots, introduce } from './introduce.ts';

let database: TestDatabase;
let emulator: TelegramEmulator;
beforeAll(async () => {
  database = await testDatabase();
  emulator = await startTelegramEmulator({ port: 0 });
});
afterAll(async () => {
  await emulator.close();
  await database.drop();
});

describe('a bot that is introduced to Telegram', () => {
  it.each([
    ['polling', ''],
    ['webhook', 'https://shop.example.org/tg/'],
  ] as const)('by %s keeps its name, shows its commands, and gets updates at %j', async (delivery, address) => {
    const shop = await aShop(database);
    await database.owner.query('update bot set delivery = $2 where id = $1', [shop.botId, delivery]);
    const telegram = createTelegramApi({
      token: `${Date.now() % 1e9}:a-bot-of-a-test-${delivery}`,
      apiRoot: emulator.url,
    });
    const bot = (await findBots(database)).find((one) => one.botId === shop.botId)!;
    await introduce({ withBusiness: database.withBusiness, telegram, publicUrl: 'https://shop.example.org' }, bot);
    const { username } = await telegram.call<{ username: string }>('getMe', {});
    const { rows } = await database.owner.query('select username from bot where id = $1', [shop.botId]);
    expect(rows).toEqual([{ username }]);
    const info = await telegram.call<{ url: string }>('getWebhookInfo', {});
    expect(info.url).toBe(address && `${address}${shop.botId}`);
    expect(await telegram.call<unknown[]>('getMyCommands', { language_code: 'ru' })).not.toHaveLength(0);
    await telegram.call('deleteWebhook', {});
  });
});
