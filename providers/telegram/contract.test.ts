import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { startTelegramEmulator, type TelegramEmulator } from './emulator/server.ts';
import { photoFileId, TelegramError, TelegramFile, type TelegramApi } from './port.ts';
import { createTelegramApi } from './telegram.ts';

// The same rules for the emulator and, when TELEGRAM_CONTRACT_TOKEN and TELEGRAM_CONTRACT_CHAT are set, for Telegram.
const vendor = process.env['TELEGRAM_CONTRACT_TOKEN']
  ? {
      token: process.env['TELEGRAM_CONTRACT_TOKEN'],
      chat: Number(process.env['TELEGRAM_CONTRACT_CHAT']),
      apiRoot: 'https://api.telegram.org',
    }
  : undefined;

describe.each([['emulator'], ...(vendor ? [['vendor']] : [])])('the Bot API of the %s', (where) => {
  let emulator: TelegramEmulator | undefined;
  let api: TelegramApi;
  let chat: number;
  let token: string;
  let apiRoot: string;

  beforeAll(async () => {
    if (where === 'vendor') ({ token, chat, apiRoot } = vendor!);
    else {
      emulator = await startTelegramEmulator({ port: 0, demoToken: '9001:contract' });
      ({ url: apiRoot } = emulator);
      token = '9001:contract';
      chat = 700101;
      emulator.control.people.say(emulator.control.world.bots.get(9001)!, emulator.control.world.users.get(chat)!, {
        text: '/start',
      });
    }
    api = createTelegramApi({ token, apiRoot });
  });
  afterAll(() => emulator?.close());

  const refusal = async (call: Promise<unknown>): Promise<TelegramError> => {
    const error = await call.then(
      () => undefined,
      (e: unknown) => e,
    );
    if (!(error instanceof TelegramError)) throw new Error(`expected a refusal, got ${String(error)}`);
    return error;
  };

  it('says who the bot is', async () => {
    expect(await api.call('getMe')).toMatchObject({ is_bot: true, id: Number(token.split(':')[0]) });
  });

  it('sends a text, edits it, refuses the same edit again, deletes it', async () => {
    const sent = await api.call<{ message_id: number; text: string; entities: unknown[] }>('sendMessage', {
      chat_id: chat,
      text: '<b>Contract</b> test &amp; more',
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Press', callback_data: 'a:1' }]] },
    });
    expect(sent).toMatchObject({ text: 'Contract test & more', entities: [{ type: 'bold', offset: 0, length: 8 }] });
    const { message_id } = sent;
    expect(await api.call('editMessageText', { chat_id: chat, message_id, text: 'Changed' })).toMatchObject({
      message_id,
      text: 'Changed',
    });
    const again = await refusal(api.call('editMessageText', { chat_id: chat, message_id, text: 'Changed' }));
    expect(again).toMatchObject({ status: 400, code: 'not_modified', retryable: false, ambiguous: false });
    expect(await api.call('deleteMessage', { chat_id: chat, message_id })).toBe(true);
    expect(await refusal(api.call('editMessageText', { chat_id: chat, message_id, text: 'x' }))).toMatchObject({
      code: 'message_gone',
    });
  });

  it('uploads a photo once and sends it again by its file id', async () => {
    const first = await api.call('sendPhoto', {
      chat_id: chat,
      photo: new TelegramFile(png(120, 80), 'p.png'),
      caption: 'one',
    });
    const fileId = photoFileId(first)!;
    expect(fileId).toEqual(expect.any(String));
    const second = await api.call<{ message_id: number }>('sendPhoto', {
      chat_id: chat,
      photo: fileId,
      caption: 'two',
    });
    expect(photoFileId(second)).toEqual(expect.any(String));
    const edited = await api.call('editMessageCaption', {
      chat_id: chat,
      message_id: second.message_id,
      caption: '<i>three</i>',
      parse_mode: 'HTML',
    });
    expect(edited).toMatchObject({ caption: 'three', caption_entities: [{ type: 'italic' }] });
    const file = await api.call<{ file_path: string }>('getFile', { file_id: fileId });
    expect((await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`)).status).toBe(200);
  });

  it.each([
    ['an empty text', 'sendMessage', { text: ' ' }, 'Bad Request: message text is empty'],
    ['a text that is too long', 'sendMessage', { text: 'x'.repeat(4097) }, 'Bad Request: message is too long'],
    [
      'a tag that is not closed',
      'sendMessage',
      { text: '<b>x', parse_mode: 'HTML' },
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'an unknown tag',
      'sendMessage',
      { text: '<p>x</p>', parse_mode: 'HTML' },
      'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 0',
    ],
    [
      'callback data over 64 bytes',
      'sendMessage',
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'ы'.repeat(33) }]] } },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'a button without an action',
      'sendMessage',
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a' }]] } },
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    ['an unknown message', 'deleteMessage', { message_id: 99_999_999 }, 'Bad Request: message to delete not found'],
  ])('refuses %s in its own words', async (_, method, params, words) => {
    const error = await refusal(api.call(method, { chat_id: chat, ...params }));
    expect(error.status).toBe(400);
    expect(error.message).toContain(words);
  });

  it('does not know a chat nobody opened', async () => {
    expect(await refusal(api.call('sendMessage', { chat_id: 1, text: 'x' }))).toMatchObject({
      code: 'chat_not_found',
      status: 400,
    });
  });

  it('does not let in another secret', async () => {
    const other = createTelegramApi({ token: `${token.split(':')[0]}:wrong`, apiRoot });
    const error = await refusal(other.call('getMe'));
    expect(error).toMatchObject({ status: 401, code: 'unauthorized', retryable: false });
    expect(`${error.message} ${error.stack}`).not.toContain('wrong');
  });
});

export function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * height, 120));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}
