import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultBox, Faults } from './faults.ts';
import { mimeOf } from './images.ts';
import type { Journal } from './journal.ts';
import { phoneFor, type People } from './people.ts';
import { readBody, sendJson } from './wire.ts';
import type { Bot, Message, User, World } from './world.ts';

export type ControlParts = {
  world: World;
  journal: Journal;
  people: People;
  faults: FaultBox;
  defaultBot: () => Bot | undefined;
};
type Dict = Record<string, unknown>;

class ControlError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The way in for tests and for the phone simulator; described in README.md. */
export async function control(
  parts: ControlParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  allowOwnPages(request, response);
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  try {
    await answer(parts, request, response, url);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    sendJson(response, error.status, { error: error.message });
  }
}

async function answer(
  parts: ControlParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { world, journal, people, faults } = parts;
  const [, , what = '', id = '', deed = ''] = url.pathname.split('/');
  const route = `${request.method} ${what}${id ? '/:id' : ''}${deed ? `/${deed}` : ''}`;
  const body = async () => parseObject(await readBody(request));
  const bot = () => findBot(parts, url);

  switch (route) {
    case 'POST updates': {
      const update = await body();
      const kinds = Object.keys(update).filter((key) => key !== 'update_id');
      if (kinds.length !== 1) throw new ControlError(400, 'An update has exactly one kind, such as {"message": {…}}');
      return sendJson(response, 200, { update_id: people.takeUpdate(bot(), update) });
    }
    case 'GET requests': {
      const after = Number(url.searchParams.get('after') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? 20_000);
      const list = journal.since(after, limit);
      if (!namesBot(url)) return sendJson(response, 200, list);
      const { token } = bot();
      return sendJson(
        response,
        200,
        list.filter((one) => one.token === token),
      );
    }
    case 'GET state': {
      const of = bot();
      const users = [...world.users.values()].map((user) => showUser(world, of, user));
      const commands = Object.entries(of.commands).map(([key, list]) => ({ scope: key, commands: list }));
      return sendJson(response, 200, {
        bot: {
          id: of.id,
          username: of.username,
          first_name: of.first_name,
          commands: of.commands['{"type":"default"}/'] ?? [],
          commandsByScope: commands,
        },
        /** Those that one can choose from; the demo bot first. */
        bots: chooseFrom(parts),
        users,
        faults: faults.get(),
        lastRequest: journal.lastN,
      });
    }
    case 'POST bots': {
      const given = (await body()) as { token?: string; first_name?: string; username?: string };
      if (!/^\d+:.+/.test(given.token ?? '')) throw new ControlError(400, 'token must look like 7001:secret');
      const made = world.registerBot(given.token!, given);
      return sendJson(response, 200, { id: made.id, username: made.username, first_name: made.first_name });
    }
    case 'DELETE bots': {
      const of = bot();
      of.revoked = true;
      world.saveBot(of);
      return sendJson(response, 200, { revoked: true });
    }
    case 'POST users': {
      const given = await body();
      if (typeof given['first_name'] !== 'string' || given['first_name'].trim() === '')
        throw new ControlError(400, 'first_name is missing');
      const nextId = Math.max(700_199, ...[...world.users.keys()].filter((one) => one < 800_000)) + 1;
      const userId = typeof given['id'] === 'number' ? given['id'] : nextId;
      const user: User = {
        language_code: 'ru',
        phone_number: phoneFor(userId),
        ...pick(given),
        id: userId,
        first_name: given['first_name'],
        is_bot: false,
      };
      world.saveUser(user);
      const of = bot();
      journal.emit({ kind: 'state', botId: of.id, userId });
      return sendJson(response, 200, showUser(world, of, user));
    }
    case 'GET chats/:id':
      return sendJson(response, 200, showChat(world, bot(), findUser(world, id)));
    case 'POST chats/:id/send': {
      const said = (await body()) as { text?: string; contact?: boolean };
      const user = findUser(world, id);
      if (!said.contact && (typeof said.text !== 'string' || said.text.trim() === ''))
        throw new ControlError(400, 'text or contact is needed');
      if (world.chat(bot().id, user.id)?.blocked)
        throw new ControlError(409, 'This person has stopped the bot; unblock first');
      return sendJson(response, 200, people.say(bot(), user, said));
    }
    case 'POST chats/:id/press': {
      const pressed = (await body()) as { message_id?: number; data?: string };
      const user = findUser(world, id);
      const message = world.history(bot().id, user.id).get(pressed.message_id ?? 0);
      if (!message) throw new ControlError(404, 'There is no such message in this chat');
      if (typeof pressed.data !== 'string') throw new ControlError(400, 'data is needed');
      return sendJson(response, 200, people.press(bot(), user, { message, data: pressed.data }));
    }
    case 'POST chats/:id/block': {
      const { blocked } = (await body()) as { blocked?: boolean };
      if (typeof blocked !== 'boolean') throw new ControlError(400, 'blocked must be true or false');
      people.block(bot(), findUser(world, id), blocked);
      return sendJson(response, 200, { blocked });
    }
    case 'POST chats/:id/clear':
      people.clear(bot(), findUser(world, id));
      return sendJson(response, 200, { cleared: true });
    case 'GET events':
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache',
        connection: 'keep-alive',
      });
      response.write(': hello\n\n');
      return journal.watch(response, namesBot(url) ? bot().id : undefined);
    case 'GET photo/:id': {
      const file = world.files.get(decodeURIComponent(id));
      if (!file) throw new ControlError(404, 'There is no such file');
      response.writeHead(200, {
        'content-type': mimeOf[file.path.split('.').at(-1)!] ?? 'application/octet-stream',
        'cache-control': 'max-age=86400',
      });
      response.end(world.fileBytes(file));
      return;
    }
    case 'GET faults':
      return sendJson(response, 200, faults.get());
    case 'PUT faults': {
      const changed = faults.put(takeFaults(await body()));
      for (const of of world.bots.values()) journal.emit({ kind: 'state', botId: of.id, faults: changed });
      return sendJson(response, 200, changed);
    }
    case 'GET health':
      return sendJson(response, 200, { ok: true });
    default:
      throw new ControlError(404, `The emulator has no ${request.method} ${url.pathname}`);
  }
}

/** Pages of this machine may use the control API; other sites may not. */
function allowOwnPages(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (!origin || !URL.canParse(origin)) return;
  if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('vary', 'origin');
}

function parseObject(bytes: Buffer): Dict {
  try {
    const value = JSON.parse(bytes.toString('utf8') || '{}') as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Dict;
  } catch {
    // Told below, like any other body that is no object.
  }
  throw new ControlError(400, 'The body must be a JSON object');
}

const namesBot = (url: URL): boolean => url.searchParams.has('token') || url.searchParams.has('bot');

function chooseFrom({ world, defaultBot }: ControlParts): Dict[] {
  const first = defaultBot();
  return [...world.bots.values()]
    .filter((bot) => !bot.revoked)
    .sort((one, other) => Number(other === first) - Number(one === first))
    .map(({ id, username, first_name }) => ({ id, username, first_name }));
}

function findBot({ world, defaultBot }: ControlParts, url: URL): Bot {
  const username = url.searchParams.get('bot');
  if (username) {
    const named = [...world.bots.values()].find((one) => one.username.toLowerCase() === username.toLowerCase());
    if (!named || named.revoked) throw new ControlError(404, 'There is no such bot');
    return named;
  }
  const token = url.searchParams.get('token');
  if (!token) {
    const bot = defaultBot();
    if (!bot) throw new ControlError(404, 'No bot has been here yet: give its token');
    return bot;
  }
  const bot = world.bots.get(Number(token.split(':')[0]));
  if (bot && bot.token === token) return bot;
  if (!bot && /^\d+:.+/.test(token)) return world.registerBot(token);
  throw new ControlError(404, 'No bot has this token');
}

function findUser(world: World, id: string): User {
  const user = world.users.get(Number(id));
  if (!user) throw new ControlError(404, 'There is no such person');
  return user;
}

const personFields = ['id', 'first_name', 'last_name', 'username', 'language_code', 'phone_number', 'note'] as const;
const pick = (given: object) =>
  Object.fromEntries(
    personFields.map((name) => [name, (given as Dict)[name]]).filter(([, value]) => value !== undefined),
  ) as Partial<User>;

function showUser(world: World, bot: Bot, user: User): Dict {
  const chat = world.chat(bot.id, user.id);
  return { ...pick(user), blocked: chat?.blocked ?? false, started: chat?.started ?? false };
}

function showChat(world: World, bot: Bot, user: User): Dict {
  const chat = world.chat(bot.id, user.id);
  const keyboard = chat?.replyKeyboard;
  return {
    messages: [...world.history(bot.id, user.id).values()].map((message) => showMessage(bot, message)),
    ...(keyboard && 'keyboard' in keyboard ? { reply_keyboard: keyboard } : {}),
    blocked: chat?.blocked ?? false,
    started: chat?.started ?? false,
  };
}

function showMessage(bot: Bot, message: Message): Dict {
  const photo = message.photo?.at(-1);
  const markup = message.reply_markup;
  return {
    message_id: message.message_id,
    from: message.from?.['id'] === bot.id ? 'bot' : 'user',
    date: message.date,
    ...(message.text !== undefined ? { text: message.text } : {}),
    ...(message.caption !== undefined ? { caption: message.caption } : {}),
    ...((message.entities ?? message.caption_entities)
      ? { entities: message.entities ?? message.caption_entities }
      : {}),
    ...(photo
      ? {
          photo: {
            file_id: photo.file_id,
            url: `/emulator/photo/${encodeURIComponent(photo.file_id)}`,
            width: photo.width,
            height: photo.height,
          },
        }
      : {}),
    ...(message.contact ? { contact: message.contact } : {}),
    ...(markup && 'inline_keyboard' in markup ? { inline_keyboard: markup.inline_keyboard } : {}),
    ...(message.edit_date ? { edited: true } : {}),
  };
}

function takeFaults(given: Dict): Partial<Faults> {
  const numbers = ['loseAnswersEvery', 'slowMs', 'failEvery'] as const;
  const result: Partial<Faults> = {};
  for (const [name, value] of Object.entries(given)) {
    const number = numbers.find((one) => one === name);
    if (number && Number.isSafeInteger(value) && (value as number) >= 0) result[number] = value as number;
    else if (name === 'deliverTwice' && typeof value === 'boolean') result.deliverTwice = value;
    else if (name === 'tooManyRequests' && (value === null || isLimit(value)))
      result.tooManyRequests = value as Faults['tooManyRequests'];
    else throw new ControlError(400, `Unknown fault or bad value: ${name}`);
  }
  return result;
}

const isLimit = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  ['retryAfterSeconds', 'times'].every((name) => Number.isSafeInteger((value as Dict)[name]));
