import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { control } from './control.ts';
import { createDelivery } from './delivery.ts';
import { createFaults, type FaultBox } from './faults.ts';
import { mimeOf } from './images.ts';
import { createJournal, type Journal } from './journal.ts';
import { createPacer, realLimits, type Limits } from './limits.ts';
import { methods, type Played } from './methods.ts';
import { createPeople, type People } from './people.ts';
import { managerPersonaId } from './personas.ts';
import { Refusal, tooManyRequests } from './refusal.ts';
import { compileSpec, isUpload, notPlayed, type Params } from './spec.ts';
import { parseParams, readBody, sendJson } from './wire.ts';
import { World, type Bot } from './world.ts';

export type TelegramEmulatorOptions = {
  /** 0 = any free port. */
  port: number;
  host?: string | undefined;
  /** File that keeps the state over restarts; without it everything is in memory. */
  statePath?: string | undefined;
  specPath?: string | undefined;
  limits?: Partial<Limits> | undefined;
  /** The bot that the control API means when no token is given. */
  demoToken?: string | undefined;
  /** Unknown tokens of the right form become bots at first use (default); otherwise they are answered 401. */
  acceptNewTokens?: boolean | undefined;
  callbackLifeMs?: number | undefined;
  webhookBackOffMs?: { first: number; most: number } | undefined;
};
export type TelegramEmulator = {
  url: string;
  /** Same-process access for tests: what the HTTP control API does. */
  control: { world: World; journal: Journal; people: People; faults: FaultBox };
  close(): Promise<void>;
};

export async function startTelegramEmulator(options: TelegramEmulatorOptions): Promise<TelegramEmulator> {
  const checks = compileSpec(options.specPath);
  const world = new World(options.statePath);
  const journal = createJournal(Number(world.own.get('requests') ?? 0));
  const faults = createFaults();
  const delivery = createDelivery(world, journal, faults, options.webhookBackOffMs ?? { first: 200, most: 15_000 });
  const pacer = createPacer({ ...realLimits, ...options.limits });
  const people = createPeople(world, journal, delivery);
  const played: Played = { world, journal, delivery, pacer, callbackLifeMs: options.callbackLifeMs ?? 30_000 };
  const demo = options.demoToken ? world.registerBot(options.demoToken) : undefined;
  if (demo) openStaffChat(world, demo);
  const defaultBot = (): Bot | undefined => demo ?? world.bots.values().next().value;

  function findBot(token: string): Bot {
    const id = /^(\d{1,15}):(.+)$/.exec(token)?.[1];
    if (!id) throw new Refusal(404, 'Not Found');
    const bot = world.bots.get(Number(id));
    if (bot && bot.token === token && !bot.revoked) return bot;
    if (bot || options.acceptNewTokens === false) throw new Refusal(401, 'Unauthorized');
    return world.registerBot(token);
  }

  async function botApi(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    token: string,
    method: string,
  ): Promise<void> {
    const startedAt = performance.now();
    let params: Params = {};
    let status = 200;
    let description: string | undefined;
    let bot: Bot | undefined;
    let answer: unknown;
    let lose = false;
    try {
      const body = await readBody(request);
      bot = findBot(token);
      params = parseParams(request.headers['content-type'] ?? '', body, url.searchParams);
      const name = spelled.get(method.toLowerCase());
      if (!name) throw new Refusal(404, 'Not Found');
      const check = checks.get(name)!;
      const play = methods[name];
      const checked = check(withoutAttachments(params));
      // Files that `attach://name` speaks of are no parameters of the method.
      params = { ...params, ...checked };
      if (!play) throw notPlayed(name);
      if (faults.touches(name)) {
        const fault = faults.next();
        if (fault.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, fault.slowMs));
        if (fault.refuse === 'fail') throw new Refusal(502, 'Bad Gateway');
        if (fault.refuse) throw tooManyRequests(fault.refuse.retryAfterSeconds);
        lose = fault.lose;
      }
      const gone = new AbortController();
      if (name === 'getUpdates') response.on('close', () => gone.abort());
      answer = { ok: true, result: await play(played, { bot, params, gone: gone.signal }) };
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error');
      if (!(error instanceof Refusal)) console.error('telegram emulator:', error);
      status = refusal.errorCode;
      description = refusal.message;
      answer = refusal.body();
    }
    if (lose) {
      status = 0;
      response.destroy();
    } else sendJson(response, status, answer);
    if (method.toLowerCase() === 'getupdates') return;
    const ms = Math.round(performance.now() - startedAt);
    journal.record(bot?.id ?? 0, { at: new Date().toISOString(), token, method, params, status, ms, description });
    world.remember('requests', journal.lastN);
  }

  const spelled = new Map([...checks.keys()].map((name) => [name.toLowerCase(), name]));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://emulator');
    const path = decodeURIComponent(url.pathname);
    if (path.startsWith('/emulator/'))
      return control({ world, journal, people, faults, defaultBot }, request, response, url);
    const api = /^\/bot([^/]+)\/(?:test\/)?([^/]+)$/.exec(path);
    if (api) return botApi(request, response, url, api[1]!, api[2]!);
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(path);
    if (file) return sendFile(response, file[1]!, file[2]!);
    sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
  }

  function sendFile(response: ServerResponse, token: string, path: string): void {
    const bot = world.bots.get(Number(token.split(':')[0]));
    const file =
      bot?.token === token
        ? [...world.files.values()].find((one) => one.botId === bot.id && one.path === path)
        : undefined;
    if (!file) return sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
    response.writeHead(200, { 'content-type': mimeOf[path.split('.').at(-1)!] ?? 'application/octet-stream' });
    response.end(world.fileBytes(file));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error('telegram emulator:', error);
      if (!response.headersSent)
        sendJson(response, 500, { ok: false, error_code: 500, description: 'Internal Server Error' });
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  delivery.resume();

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    control: { world, journal, people, faults },
    async close() {
      delivery.close();
      journal.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      world.close();
    },
  };
}

function withoutAttachments(params: Params): Params {
  const attached = new Set<string>();
  const text = JSON.stringify(params, (_, value: unknown) =>
    isUpload(value) || Buffer.isBuffer(value) ? undefined : value,
  );
  for (const match of text.matchAll(/attach:\/\/([\w-]+)/g)) attached.add(match[1]!);
  if (attached.size === 0) return params;
  return Object.fromEntries(Object.entries(params).filter(([name, value]) => !(attached.has(name) && isUpload(value))));
}

/** The manager of the demo shop opened the bot when the shop was set up, so that its notices can reach the chat. */
function openStaffChat(world: World, bot: Bot): void {
  const chat = world.openChat(bot.id, managerPersonaId, { type: 'private' });
  if (chat.started) return;
  chat.started = true;
  world.saveChat(chat);
}
