import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTelegramEmulator, type TelegramEmulator, type TelegramEmulatorOptions } from './server.ts';

const token = '9001:secret';
const anna = 700101;
let emulator: TelegramEmulator;
const open: (() => Promise<unknown> | void)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(options: Partial<TelegramEmulatorOptions> = {}): Promise<void> {
  emulator = await startTelegramEmulator({
    port: 0,
    demoToken: token,
    webhookBackOffMs: { first: 5, most: 20 },
    ...options,
  });
  open.push(() => emulator.close());
}
type Answer = {
  ok: boolean;
  result: never;
  error_code: number;
  description: string;
  parameters?: { retry_after: number };
};
async function api(method: string, params: unknown = {}, as = token): Promise<Answer> {
  const answer = await fetch(`${emulator.url}/bot${as}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return (await answer.json()) as Answer;
}
async function control(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') {
  const answer = await fetch(`${emulator.url}/emulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as never;
}
const says = (text: string, user = anna) => control(`chats/${user}/send`, { text });
const toAnna = (params: object) => api('sendMessage', { chat_id: anna, ...params });
const until = async (condition: () => boolean | Promise<boolean>) => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('checking requests against the specification', () => {
  it.each([
    ['an unknown method', 'sendFax', {}, 404, 'Not Found'],
    [
      'a method that is not played',
      'banChatMember',
      { chat_id: 1, user_id: 1 },
      501,
      'Emulator: method banChatMember is not played',
    ],
    ['a missing chat', 'sendMessage', { text: 'x' }, 400, 'Bad Request: chat_id is empty'],
    ['a missing text', 'sendMessage', { chat_id: anna }, 400, 'Bad Request: message text is empty'],
    [
      'an unknown parameter',
      'sendMessage',
      { chat_id: anna, text: 'x', txt: 1 },
      400,
      'Bad Request: unknown parameter "txt" (Emulator: Telegram would ignore it)',
    ],
    [
      'a mistyped parameter',
      'sendMessage',
      { chat_id: anna, text: 5 },
      400,
      'Bad Request: can\'t parse parameter "text": it must be of type String',
    ],
    [
      'a mistyped flag',
      'sendMessage',
      { chat_id: anna, text: 'x', protect_content: 'maybe' },
      400,
      'Bad Request: can\'t parse parameter "protect_content": it must be of type Boolean',
    ],
    [
      'a mistyped button',
      'sendMessage',
      { chat_id: anna, text: 'x', reply_markup: { inline_keyboard: [[{ text: 1, callback_data: 'a' }]] } },
      400,
      'Bad Request: can\'t parse reply keyboard markup JSON object: Field "text" must be of type String',
    ],
    [
      'an unknown field of a button',
      'sendMessage',
      { chat_id: anna, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', data: 'a' }]] } },
      400,
      'Bad Request: can\'t parse reply keyboard markup JSON object: Unknown field "data" in InlineKeyboardButton',
    ],
    [
      'a keyboard that is no object',
      'sendMessage',
      { chat_id: anna, text: 'x', reply_markup: 'keys' },
      400,
      "Bad Request: can't parse reply keyboard markup JSON object",
    ],
    [
      'an entity without a length',
      'sendMessage',
      { chat_id: anna, text: 'x', entities: [{ type: 'bold', offset: 0 }] },
      400,
      'Bad Request: can\'t parse parameter "entities": Can\'t find field "length" in MessageEntity',
    ],
    [
      'empty callback data',
      'sendMessage',
      { chat_id: anna, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: '' }]] } },
      400,
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'a link that is none',
      'sendMessage',
      { chat_id: anna, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', url: 'shop' }]] } },
      400,
      "Bad Request: inline keyboard button URL 'shop' is invalid: Wrong HTTP URL",
    ],
    [
      'crossed tags',
      'sendMessage',
      { chat_id: anna, text: '<b><i>x</b></i>', parse_mode: 'HTML' },
      400,
      'Bad Request: can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ],
    [
      'a caption that is too long',
      'sendPhoto',
      { chat_id: anna, photo: 'x', caption: 'x'.repeat(1025) },
      400,
      'Bad Request: message caption is too long',
    ],
    [
      'an unknown file id',
      'sendPhoto',
      { chat_id: anna, photo: 'nope' },
      400,
      'Bad Request: wrong file identifier/HTTP URL specified',
    ],
    [
      'a command with capitals',
      'setMyCommands',
      { commands: [{ command: 'Start', description: 'x' }] },
      400,
      'Bad Request: BOT_COMMAND_INVALID',
    ],
  ])('refuses %s', async (_, method, params, code, description) => {
    await start();
    await says('/start');
    expect(await api(method, params)).toEqual({ ok: false, error_code: code, description });
  });

  it('counts 4,096 characters after the markup is taken out', async () => {
    await start();
    await says('/start');
    expect((await toAnna({ text: `<b>${'x'.repeat(4096)}</b>`, parse_mode: 'HTML' })).ok).toBe(true);
    expect((await toAnna({ text: `<b>${'x'.repeat(4097)}</b>`, parse_mode: 'HTML' })).description).toBe(
      'Bad Request: message is too long',
    );
  });

  it('takes forms and query strings as well as JSON', async () => {
    await start();
    await says('/start');
    const form = new URLSearchParams({
      chat_id: String(anna),
      text: 'x',
      disable_notification: 'true',
      reply_markup: '{"remove_keyboard":true}',
    });
    const sent = await fetch(`${emulator.url}/bot${token}/sendMessage`, { method: 'POST', body: form });
    expect(sent.status).toBe(200);
    expect((await fetch(`${emulator.url}/bot${token}/sendMessage?chat_id=${anna}&text=y`)).status).toBe(200);
  });
});

describe('who may be written to', () => {
  it('does not let a bot begin a conversation', async () => {
    await start();
    expect(await toAnna({ text: 'x' })).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    expect(await api('sendMessage', { chat_id: 5, text: 'x' })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: chat not found',
    });
  });

  it('refuses while the person has stopped the bot, and tells the bot so', async () => {
    await start();
    await says('/start');
    await control(`chats/${anna}/block`, { blocked: true });
    expect(await toAnna({ text: 'x' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    const updates = (await api('getUpdates')).result as { my_chat_member?: { new_chat_member: { status: string } } }[];
    expect(updates.at(-1)?.my_chat_member?.new_chat_member.status).toBe('kicked');
    await control(`chats/${anna}/block`, { blocked: false });
    expect((await toAnna({ text: 'x' })).ok).toBe(true);
  });

  it('knows a token from a wrong one', async () => {
    await start({ acceptNewTokens: false });
    expect(await api('getMe', {}, '9001:other')).toMatchObject({ error_code: 401, description: 'Unauthorized' });
    expect(await api('getMe', {}, '9002:new')).toMatchObject({ error_code: 401 });
    expect(await api('getMe', {}, 'rubbish')).toMatchObject({ error_code: 404 });
  });
});

describe('answering buttons', () => {
  it('answers a press once it is known, and refuses an old one', async () => {
    await start({ callbackLifeMs: 50 });
    await says('/start');
    const { message_id } = (
      await toAnna({ text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'go' }]] } })
    ).result as { message_id: number };
    const { callback_query_id } = (await control(`chats/${anna}/press`, { message_id, data: 'go' })) as {
      callback_query_id: string;
    };
    expect(await api('answerCallbackQuery', { callback_query_id, text: 'Done' })).toEqual({ ok: true, result: true });
    const tooOld = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
    await until(async () => (await api('answerCallbackQuery', { callback_query_id })).description === tooOld);
    expect((await api('answerCallbackQuery', { callback_query_id: 'none' })).description).toBe(tooOld);
  });
});

describe('keeping the pace of Telegram', () => {
  it('lets 20 messages through to one chat, then asks to wait', async () => {
    await start();
    await says('/start');
    const answers = [];
    for (let i = 0; i < 21; i += 1) answers.push(await toAnna({ text: String(i) }));
    expect(answers.filter((one) => one.ok)).toHaveLength(20);
    expect(answers.at(-1)).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
  });
});

describe('long polling', () => {
  it('repeats updates until an offset confirms them', async () => {
    await start();
    await says('one');
    await says('two');
    const first = (await api('getUpdates')).result as { update_id: number }[];
    expect(first).toHaveLength(2);
    expect((await api('getUpdates', { offset: first[1]!.update_id })).result).toHaveLength(1);
    expect((await api('getUpdates', { offset: first[1]!.update_id + 1 })).result).toHaveLength(0);
  });

  it('wakes a waiting poller, and a second poller ends the first', async () => {
    await start();
    const first = api('getUpdates', { timeout: 50 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = api('getUpdates', { timeout: 50 });
    expect(await first).toMatchObject({
      error_code: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    await says('hello');
    expect((await second).result).toHaveLength(1);
  });

  it('is refused while a webhook is set', async () => {
    await start();
    await api('setWebhook', { url: 'http://127.0.0.1:9/none' });
    expect(await api('getUpdates')).toMatchObject({ error_code: 409 });
    await api('deleteWebhook');
    expect((await api('getUpdates')).ok).toBe(true);
  });
});

describe('webhooks', () => {
  it('delivers in order per chat, with the secret, again and again until a 2xx', async () => {
    await start();
    const seen: { text: string; secret: unknown }[] = [];
    let refusals = 3;
    const url = await listen((body, headers) => {
      if (refusals-- > 0) return 500;
      seen.push({
        text: (JSON.parse(body) as { message: { text: string } }).message.text,
        secret: headers['x-telegram-bot-api-secret-token'],
      });
      return 200;
    });
    await api('setWebhook', { url, secret_token: 'word' });
    await says('1');
    await says('2');
    await says('3');
    await until(() => seen.length === 3);
    expect(seen.map((one) => one.text)).toEqual(['1', '2', '3']);
    expect(seen[0]!.secret).toBe('word');
    await until(
      async () => ((await api('getWebhookInfo')).result as { pending_update_count: number }).pending_update_count === 0,
    );
    expect((await api('getWebhookInfo')).result).toMatchObject({
      url,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    });
  });
});

describe('the way in for tests', () => {
  it('takes a raw update, learns its person and chat, and lists what the bot answered', async () => {
    await start();
    const from = { id: 4242, is_bot: false, first_name: 'Guest' };
    const chat = { id: 4242, type: 'private', first_name: 'Guest' };
    const { update_id } = (await control('updates', {
      message: { message_id: 10, from, chat, date: 1, text: 'hi' },
    })) as { update_id: number };
    expect((await api('getUpdates')).result).toMatchObject([{ update_id, message: { text: 'hi' } }]);
    const sent = (await api('sendMessage', { chat_id: 4242, text: 'hello' })).result as { message_id: number };
    expect(sent.message_id).toBe(11);
    expect(await control('requests?after=0')).toMatchObject([
      { n: 1, token, method: 'sendMessage', params: { chat_id: 4242, text: 'hello' }, status: 200 },
    ]);
    expect(await control('requests?after=1')).toEqual([]);
    expect(await control('chats/4242')).toMatchObject({
      messages: [
        { from: 'user', text: 'hi' },
        { from: 'bot', text: 'hello' },
      ],
    });
  });

  it('shows keyboards, shared contacts and deep links as a phone would', async () => {
    await start();
    await says('/start promo7');
    await toAnna({
      text: 'Phone?',
      reply_markup: { keyboard: [[{ text: 'Share', request_contact: true }]], resize_keyboard: true },
    });
    expect(await control(`chats/${anna}`)).toMatchObject({
      reply_keyboard: { keyboard: [[{ text: 'Share', request_contact: true }]] },
    });
    await control(`chats/${anna}/send`, { contact: true });
    const updates = (await api('getUpdates')).result as { message: object }[];
    expect(updates[0]!.message).toMatchObject({
      text: '/start promo7',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    });
    expect(updates[1]!.message).toMatchObject({ contact: { user_id: anna, phone_number: '+79270000101' } });
    await toAnna({ text: 'Thanks', reply_markup: { remove_keyboard: true } });
    expect(await control(`chats/${anna}`)).not.toHaveProperty('reply_keyboard');
  });
});

describe('faults on purpose', () => {
  it('delivers every update twice', async () => {
    await start();
    await control('faults', { deliverTwice: true }, 'PUT');
    await says('x');
    const [first] = (await api('getUpdates')).result as { update_id: number }[];
    const again = (await api('getUpdates', { offset: first!.update_id + 1 })).result as { update_id: number }[];
    expect(again.map((one) => one.update_id)).toEqual([first!.update_id]);
    expect((await api('getUpdates', { offset: first!.update_id + 1 })).result).toEqual([]);
  });

  it('does what was asked and loses the answer', async () => {
    await start();
    await says('/start');
    await control('faults', { loseAnswersEvery: 1 }, 'PUT');
    await expect(toAnna({ text: 'lost' })).rejects.toThrow();
    expect(await control(`chats/${anna}`)).toMatchObject({ messages: [{}, { text: 'lost' }] });
  });

  it('answers 429 and 502 when told to', async () => {
    await start();
    await says('/start');
    await control('faults', { tooManyRequests: { retryAfterSeconds: 3, times: 1 } }, 'PUT');
    expect(await toAnna({ text: 'x' })).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
    expect((await toAnna({ text: 'x' })).ok).toBe(true);
    await control('faults', { failEvery: 1 }, 'PUT');
    expect(await toAnna({ text: 'x' })).toMatchObject({ error_code: 502 });
  });
});

describe('a restart', () => {
  it('keeps people, chats, messages, ids and updates that nobody has taken', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'emulator-'));
    open.push(() => rmSync(dir, { recursive: true }));
    const statePath = join(dir, 'state.ndjson');
    await start({ statePath });
    await says('/start');
    await toAnna({ text: 'before', reply_markup: { keyboard: [['Menu']] } });
    const before = (await api('getUpdates')).result as { update_id: number }[];
    await emulator.close();
    open.pop();
    await start({ statePath });
    expect((await api('getUpdates')).result).toEqual(before);
    expect(await control(`chats/${anna}`)).toMatchObject({
      messages: [{ text: '/start' }, { text: 'before' }],
      reply_keyboard: { keyboard: [['Menu']] },
    });
    expect((await toAnna({ text: 'after' })).result).toMatchObject({ message_id: 3 });
    expect(await control('requests?after=1')).toMatchObject([{ n: 2, method: 'sendMessage' }]);
  });
});

async function listen(answer: (body: string, headers: Record<string, unknown>) => number): Promise<string> {
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => response.writeHead(answer(body, request.headers)).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}
