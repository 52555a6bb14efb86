import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Composer } from 'grammy';
import { storeUpdate } from '#use-cases/updates/store-update.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, type Shop } from '#test/support/shop.ts';
import { createChatWorker } from './chat-worker.ts';
import type { BotContext } from './context.ts';

let database: TestDatabase;
let shop: Shop;
let nextId = 1;
let answers: Record<string, unknown>[];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  shop = await aShop(database);
  answers = [];
});

function aWorker(handle: (ctx: BotContext) => unknown) {
  const composer = new Composer<BotContext>();
  composer.use(handle as never);
  return createChatWorker({
    database,
    withBusiness: database.withBusiness,
    composer,
    answer: async (_botId, answer) => void answers.push(answer),
  });
}

const stores = (updates: { update_id: number }[]) =>
  storeUpdate(database, { botId: shop.botId, businessId: shop.businessId, updates, now: new Date() });

function text(userId: number, words: string, updateId = (nextId += 1)) {
  const from = { id: userId, is_bot: false, first_name: 'Anna', language_code: 'en' };
  return {
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 1,
      chat: { id: userId, type: 'private', first_name: 'Anna' },
      from,
      text: words,
    },
  };
}
function press(userId: number, data: string, updateId = (nextId += 1)) {
  const from = { id: userId, is_bot: false, first_name: 'Anna' };
  const message = { message_id: 1, date: 1, chat: { id: userId, type: 'private', first_name: 'Anna' } };
  return { update_id: updateId, callback_query: { id: `q${updateId}`, from, chat_instance: '1', data, message } };
}

async function settled(workers: ReturnType<typeof aWorker>[]): Promise<void> {
  for (;;) {
    for (const worker of workers) await worker.turn();
    const { rows } = await database.owner.query(
      'select count(*)::int as n from update where processed_at is null and dead_at is null',
    );
    if (rows[0].n === 0) return;
    await database.owner.query(
      `update update set next_attempt_at = now() - interval '1 second' where processed_at is null`,
    );
    await new Promise((done) => setTimeout(done, 15));
  }
}
const said = async (): Promise<string[]> => {
  const { rows } = await database.owner.query('select body from message where business_id = $1 order by seq', [
    shop.businessId,
  ]);
  return rows.map((row: { body: string }) => row.body);
};

describe('an update', () => {
  it('that is delivered three times is handled once', async () => {
    const worker = aWorker((ctx) => ctx.reply(`heard ${ctx.message?.text}`));
    const update = text(10, 'hello');
    await Promise.all([stores([update]), stores([update, update]), stores([update])]);
    await settled([worker]);
    expect(await said()).toEqual(['heard hello']);
  });

  it('waits for the one before it in its chat, with three workers at once, and chats do not wait for each other', async () => {
    let slow = true;
    const order: string[] = [];
    const handle = async (ctx: BotContext): Promise<void> => {
      const words = ctx.message?.text ?? '';
      if (words === 'a0' && slow) {
        slow = false;
        await new Promise((done) => setTimeout(done, 150));
      }
      order.push(words);
      await ctx.reply(words);
    };
    const workers = [aWorker(handle), aWorker(handle), aWorker(handle)];
    await stores([text(20, 'a0'), text(20, 'a1'), text(21, 'b0'), text(20, 'a2')]);
    await settled(workers);
    expect(order.filter((words) => words.startsWith('a'))).toEqual(['a0', 'a1', 'a2']);
    expect(order[0]).toBe('b0');
  });

  it('that breaks leaves nothing half done, and is an apology, a dead letter and an alarm after five attempts', async () => {
    let attempts = 0;
    const worker = aWorker(async (ctx) => {
      attempts += 1;
      await ctx.reply('half a thing');
      throw new Error('broken screen');
    });
    await stores([text(30, 'x')]);
    await settled([worker]);
    expect(attempts).toBe(5);
    expect(await said()).toHaveLength(1);
    expect((await said())[0]).not.toContain('half');
    const { rows } = await database.owner.query('select code from alarm where business_id = $1', [shop.businessId]);
    expect(rows).toEqual([{ code: 'update_dead' }]);
  });

  it('after a broken one of the same chat is still handled', async () => {
    const worker = aWorker(async (ctx) => {
      if (ctx.message?.text === 'bad') throw new Error('broken');
      await ctx.reply('good');
    });
    await stores([text(40, 'bad'), text(40, 'fine')]);
    await settled([worker]);
    expect((await said()).at(-1)).toBe('good');
  });
});

describe('a pressed button', () => {
  it('is answered after the commit, once', async () => {
    const worker = aWorker((ctx) => ctx.answerCallbackQuery({ text: 'ok' }));
    await stores([press(50, 'x')]);
    await settled([worker]);
    while (answers.length === 0) await new Promise((done) => setTimeout(done, 5));
    expect(answers).toEqual([expect.objectContaining({ text: 'ok' })]);
  });

  it('that a killed worker left unanswered is answered while Telegram still takes it', async () => {
    const worker = aWorker((ctx) => ctx.answerCallbackQuery({ text: 'ok' }));
    await stores([press(60, 'x'), press(61, 'x')]);
    await settled([worker]);
    while (answers.length < 2) await new Promise((done) => setTimeout(done, 5));
    const ages = [3, 20];
    const { rows } = await database.owner.query('select update_id from update where bot_id = $1 order by update_id', [
      shop.botId,
    ]);
    for (const [i, row] of rows.entries()) {
      await database.owner.query(
        `update update set answered_at = null, processed_at = now() - make_interval(secs => $2) where update_id = $1`,
        [row.update_id, ages[i]],
      );
    }
    answers = [];
    await worker.answerLeftovers();
    while (answers.length === 0) await new Promise((done) => setTimeout(done, 5));
    expect(answers).toHaveLength(1);
  });
});
