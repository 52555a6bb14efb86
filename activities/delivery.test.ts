import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { seal } from '#platform/secrets.ts';
import { wallClock } from '#platform/clock.ts';
import { startTelegramEmulator, type TelegramEmulator } from '#providers/telegram/emulator/server.ts';
import { createTelegramApi } from '#providers/telegram/telegram.ts';
import { enqueueMessage, type OutgoingMessage } from '#use-cases/messages/enqueue-message.ts';
import type { Pace } from '#use-cases/messages/claim-messages.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, type Shop } from '#test/support/shop.ts';
import { runDeliverer } from './deliver-messages.ts';

/** The message ledger against the Bot API emulator: real Postgres, real HTTP, no Temporal. */

let database: TestDatabase;
let emulator: TelegramEmulator;
let shop: Shop;
let token: string;
let chat = 5_000;

beforeAll(async () => {
  database = await testDatabase();
  emulator = await startTelegramEmulator({ port: 0 });
});
afterAll(async () => {
  await emulator.close();
  await database.drop();
});
beforeEach(async () => {
  shop = await aShop(database);
  token = `${Math.floor(Math.random() * 1e9)}:secret-of-a-test-bot`;
  await database.owner.query('update bot set token_sealed = $2 where id = $1', [shop.botId, seal(token)]);
  await faults({});
});
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const fast: Pace = { perSecond: 1_000, burst: 1_000, chatPerSecond: 1_000, chatBurst: 1_000, groupPerMinute: 1_000 };

function aDeliverer(pace: Pace = fast, timeoutMs = 2_000): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = runDeliverer(
    {
      database,
      withBusiness: database.withBusiness,
      clock: wallClock,
      paymentsOf: () => Promise.reject(new Error('no payments here')),
      telegramOf: async () => createTelegramApi({ token, apiRoot: emulator.url, timeoutMs }),
      http: { call: () => Promise.reject(new Error('nobody is called here')) },
    },
    { n: 1, signal: stopping.signal, turnMs: 600_000, slowPollMs: 50, pace },
  );
  const stop = async (): Promise<void> => {
    stopping.abort();
    await running;
  };
  stops.push(stop);
  return { stop };
}

async function faults(change: Record<string, unknown>): Promise<void> {
  const calm = { deliverTwice: false, loseAnswersEvery: 0, tooManyRequests: null, slowMs: 0, failEvery: 0 };
  await fetch(`${emulator.url}/emulator/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...calm, ...change }),
  });
}

/** A person who opened the bot. */
async function person(): Promise<number> {
  chat += 1;
  const from = { id: chat, is_bot: false, first_name: 'P' };
  await fetch(`${emulator.url}/emulator/updates?token=${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      message: { message_id: 1, date: 1, chat: { id: chat, type: 'private', first_name: 'P' }, from, text: 'hi' },
    }),
  });
  return chat;
}

const write = (chatId: number, text: string, more: Partial<OutgoingMessage> = {}) =>
  shop.within((tx) =>
    enqueueMessage(tx, {
      key: newId(),
      class: 'screen',
      botId: shop.botId,
      chatId,
      payload: { text },
      body: text,
      ...more,
    }),
  );

const received = async (chatId: number): Promise<string[]> => {
  const response = await fetch(`${emulator.url}/emulator/chats/${chatId}?token=${token}`);
  const { messages } = (await response.json()) as { messages: { from: string; text?: string }[] };
  return messages.filter((message) => message.from === 'bot').map((message) => message.text ?? '');
};
const state = async (id: string): Promise<{ state: string; error: string | null; attempts: number }> => {
  const { rows } = await database.owner.query('select state, error, attempts from message where id = $1', [id]);
  return rows[0];
};
async function until<T>(look: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await look();
    if (good(value)) return value;
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe('a message of the ledger', () => {
  it('goes out once, in order within its chat, however many deliverers there are', async () => {
    const anna = await person();
    const boris = await person();
    for (let i = 0; i < 10; i += 1) {
      await write(anna, `a${i}`);
      await write(boris, `b${i}`);
    }
    for (let i = 0; i < 3; i += 1) aDeliverer();
    await until(
      () => received(anna),
      (texts) => texts.length >= 10,
    );
    await until(
      () => received(boris),
      (texts) => texts.length >= 10,
    );
    expect(await received(anna)).toEqual(Array.from({ length: 10 }, (_, i) => `a${i}`));
    expect(await received(boris)).toEqual(Array.from({ length: 10 }, (_, i) => `b${i}`));
  });

  it('is written once a key', async () => {
    const anna = await person();
    for (let i = 0; i < 3; i += 1) await write(anna, 'paid', { key: 'order:1:paid' });
    aDeliverer();
    await until(
      () => received(anna),
      (texts) => texts.length >= 1,
    );
    await write(anna, 'last');
    await until(
      () => received(anna),
      (texts) => texts.includes('last'),
    );
    expect(await received(anna)).toEqual(['paid', 'last']);
  });

  it('waits out a 429 of its bot and then goes', async () => {
    const anna = await person();
    await faults({ tooManyRequests: { retryAfterSeconds: 1, times: 1 } });
    const id = await write(anna, 'hello');
    aDeliverer();
    await until(
      () => state(id),
      (row) => row.state === 'sent',
    );
    expect(await received(anna)).toEqual(['hello']);
    expect((await state(id)).attempts).toBe(2);
  });

  it('to one who blocked the bot fails once, and the contact is known to be unreachable', async () => {
    const contactId = await shop.client();
    const anna = await person();
    await fetch(`${emulator.url}/emulator/chats/${anna}/block?token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"blocked":true}',
    });
    const id = await write(anna, 'hello', { contactId, class: 'receipt' });
    aDeliverer();
    expect(
      await until(
        () => state(id),
        (row) => row.state === 'failed',
      ),
    ).toMatchObject({ error: expect.stringContaining('blocked') });
    const { rows } = await database.owner.query('select unreachable_at from contact where id = $1', [contactId]);
    expect(rows[0].unreachable_at).not.toBeNull();
    expect(await shop.events(contactId)).toEqual(['message.failed', 'contact.unreachable']);
  });

  it('whose answer is lost goes again when silence is worse, and never again when repeating is worse', async () => {
    const contactId = await shop.client({ consent: true });
    const anna = await person();
    await faults({ loseAnswersEvery: 1 });
    const receipt = await write(anna, 'receipt', { contactId, class: 'receipt' });
    const promo = await write(anna, 'promo', { contactId, class: 'marketing' });
    aDeliverer();
    await until(
      () => state(promo),
      (row) => row.state === 'in_doubt',
    );
    await until(
      () => state(receipt),
      (row) => row.attempts >= 2,
    );
    await faults({});
    await until(
      () => state(receipt),
      (row) => row.state === 'sent',
    );
    const texts = await received(anna);
    expect(texts.filter((text) => text === 'promo')).toHaveLength(1);
    expect(texts.filter((text) => text === 'receipt').length).toBeGreaterThanOrEqual(1);
    expect(await state(promo)).toMatchObject({ state: 'in_doubt', error: 'no_answer' });
  });

  it('of a sender who died is decided by its class when the reservation is over', async () => {
    const contactId = await shop.client({ consent: true });
    const anna = await person();
    const receipt = await write(anna, 'receipt', { contactId, class: 'receipt' });
    const promo = await write(anna, 'promo', { contactId, class: 'marketing' });
    await database.owner.query(
      `update message set state = 'reserved', fence = 1, reserved_until = now() - interval '1 second' where id = any($1)`,
      [[receipt, promo]],
    );
    aDeliverer();
    await until(
      () => state(receipt),
      (row) => row.state === 'sent',
    );
    expect(await state(promo)).toMatchObject({ state: 'in_doubt' });
    expect(await received(anna)).toEqual(['receipt']);
  });

  it('is withdrawn or expires when, at the moment of sending, the contact or the clock says so', async () => {
    const stopped = await shop.client({ consent: true });
    const silent = await shop.client();
    const anna = await person();
    await database.owner.query('update contact set stopped_at = now() where id = $1', [stopped]);
    const service = await write(anna, 'service', { contactId: stopped, class: 'service' });
    const receipt = await write(anna, 'receipt', { contactId: stopped, class: 'receipt' });
    const promo = await write(anna, 'promo', { contactId: silent, class: 'marketing' });
    const old = await write(anna, 'old', { expiresAt: new Date(Date.now() - 1_000) });
    aDeliverer();
    await until(
      () => state(receipt),
      (row) => row.state === 'sent',
    );
    expect(await state(service)).toMatchObject({ state: 'withdrawn', error: 'stopped' });
    expect(await state(promo)).toMatchObject({ state: 'withdrawn', error: 'no_consent' });
    expect(await state(old)).toMatchObject({ state: 'expired' });
    expect(await received(anna)).toEqual(['receipt']);
  });

  it('gives way: answers before receipts before marketing', async () => {
    const contactId = await shop.client({ consent: true });
    const chats: number[] = [];
    for (let i = 0; i < 6; i += 1) chats.push(await person());
    for (const id of chats.slice(0, 3)) await write(id, 'promo', { contactId, class: 'marketing' });
    for (const id of chats.slice(3)) await write(id, 'answer');
    aDeliverer({ ...fast, perSecond: 4, burst: 1 });
    await until(
      async () => (await Promise.all(chats.map(received))).flat(),
      (texts) => texts.length === 6,
    );
    const { rows } = await database.owner.query('select class from message where business_id = $1 order by sent_at', [
      shop.businessId,
    ]);
    expect(rows.map((row: { class: string }) => row.class)).toEqual([
      'screen',
      'screen',
      'screen',
      'marketing',
      'marketing',
      'marketing',
    ]);
  });

  it('edits the message that an earlier row sent', async () => {
    const anna = await person();
    const first = await write(anna, 'one');
    await write(anna, 'two', { method: 'editMessageText', editsMessageId: first });
    aDeliverer();
    await until(
      () => received(anna),
      (texts) => texts.includes('two'),
    );
    expect(await received(anna)).toEqual(['two']);
  });
});
