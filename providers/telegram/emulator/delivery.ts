import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { FaultBox } from './faults.ts';
import type { Journal } from './journal.ts';
import { badRequest, conflict } from './refusal.ts';
import type { Bot, PendingUpdate, World } from './world.ts';

/** Kinds that Telegram leaves out unless a bot asks for them by name. */
const onlyOnRequest = ['chat_member', 'message_reaction', 'message_reaction_count'];
const dayMs = 24 * 3600 * 1000;

type Poller = { end: (refusal?: Error) => void };

/** Hands updates to bots: by webhook in order per chat until a 2xx, or by long polling with an offset. */
export function createDelivery(
  world: World,
  journal: Journal,
  faults: FaultBox,
  backOffMs: { first: number; most: number },
) {
  const pollers = new Map<number, Poller>();
  const lanes = new Map<string, AbortController>();
  const again = new Map<number, PendingUpdate[]>();
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: 100 }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: 100 }),
  };
  let closed = false;

  const stopLanes = (botId: number) => {
    for (const [key, abort] of lanes) if (key.startsWith(`${botId}/`)) abort.abort();
  };

  function pump(bot: Bot): void {
    const webhook = bot.webhook;
    if (!webhook || closed) return;
    let running = [...lanes.keys()].filter((key) => key.startsWith(`${bot.id}/`)).length;
    for (const { chatKey } of world.queue(bot.id)) {
      if (running >= webhook.maxConnections) return;
      const key = `${bot.id}/${chatKey}`;
      if (lanes.has(key)) continue;
      const abort = new AbortController();
      lanes.set(key, abort);
      running += 1;
      void runLane(bot, chatKey, abort.signal).finally(() => {
        lanes.delete(key);
        if (!abort.signal.aborted || bot.webhook) setImmediate(() => pump(bot));
      });
    }
  }

  async function runLane(bot: Bot, chatKey: string, signal: AbortSignal): Promise<void> {
    let failures = 0;
    for (;;) {
      const webhook = bot.webhook;
      const update = world.queue(bot.id).find((one) => one.chatKey === chatKey);
      if (!webhook || !update || signal.aborted) return;
      const body = JSON.stringify({ update_id: update.update_id, ...update.body });
      const problem = await post(webhook.url, webhook.secret, body, signal);
      if (signal.aborted) return;
      if (problem === undefined) {
        failures = 0;
        if (faults.get().deliverTwice) await post(webhook.url, webhook.secret, body, signal);
        world.dropPending(bot.id, (one) => one.update_id === update.update_id);
        continue;
      }
      bot.lastError = { date: Math.floor(Date.now() / 1000), message: problem };
      world.saveBot(bot);
      if (Date.now() - update.at > dayMs) {
        world.dropPending(bot.id, (one) => one.update_id === update.update_id);
        continue;
      }
      await pause(Math.min(backOffMs.most, backOffMs.first * 2 ** failures), signal);
      failures += 1;
    }
  }

  function post(
    url: string,
    secret: string | undefined,
    body: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    return new Promise((resolve) => {
      const secure = url.startsWith('https:');
      const call = (secure ? httpsRequest : httpRequest)(
        url,
        {
          method: 'POST',
          agent: secure ? agents.https : agents.http,
          signal,
          timeout: 60_000,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}),
          },
        },
        (answer) => {
          answer.resume();
          answer.on('end', () => {
            const status = answer.statusCode ?? 0;
            resolve(
              status >= 200 && status < 300
                ? undefined
                : `Wrong response from the webhook: ${status} ${answer.statusMessage ?? ''}`.trim(),
            );
          });
          answer.on('error', () => resolve('Connection reset by peer'));
        },
      );
      call.on('timeout', () => call.destroy(new Error('Connection timed out')));
      call.on('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'ECONNREFUSED' ? 'Connection refused' : error.message),
      );
      call.end(body);
    });
  }

  return {
    /** Gives the update its id and delivers it. */
    deliver(bot: Bot, body: Record<string, unknown>, chatKey: string): number {
      const update: PendingUpdate = { update_id: bot.nextUpdateId, body, chatKey, at: Date.now() };
      bot.nextUpdateId += 1;
      const kind = Object.keys(body)[0] ?? '';
      const wanted = bot.allowedUpdates?.length ? bot.allowedUpdates.includes(kind) : !onlyOnRequest.includes(kind);
      if (wanted) {
        world.addPending(bot, update);
        if (faults.get().deliverTwice && !bot.webhook) again.set(bot.id, [...(again.get(bot.id) ?? []), update]);
      } else world.saveBot(bot);
      journal.emit({
        kind: 'update',
        botId: bot.id,
        update_id: update.update_id,
        twice: faults.get().deliverTwice,
        update: body,
      });
      if (bot.webhook) pump(bot);
      else pollers.get(bot.id)?.end();
      return update.update_id;
    },

    async getUpdates(
      bot: Bot,
      asked: {
        offset?: number | undefined;
        limit?: number | undefined;
        timeout?: number | undefined;
        allowed_updates?: string[] | undefined;
      },
      gone: AbortSignal,
    ): Promise<unknown[]> {
      if (bot.webhook) {
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      pollers
        .get(bot.id)
        ?.end(conflict('terminated by other getUpdates request; make sure that only one bot instance is running'));
      if (asked.allowed_updates) {
        bot.allowedUpdates = asked.allowed_updates;
        world.saveBot(bot);
      }
      const offset = asked.offset ?? 0;
      if (offset > 0) world.dropPending(bot.id, (one) => one.update_id < offset);
      if (offset < 0) {
        const firstKept = world.queue(bot.id).at(offset)?.update_id ?? 0;
        world.dropPending(bot.id, (one) => one.update_id < firstKept);
      }
      const limit = Math.min(100, Math.max(1, asked.limit ?? 100));
      const ready = () => {
        const repeated = (again.get(bot.id) ?? []).filter((one) => one.update_id < offset);
        if (repeated.length > 0)
          again.set(
            bot.id,
            (again.get(bot.id) ?? []).filter((one) => one.update_id >= offset),
          );
        return [...repeated, ...world.queue(bot.id)]
          .slice(0, limit)
          .map((one) => ({ update_id: one.update_id, ...one.body }));
      };
      const now = ready();
      if (now.length > 0 || !asked.timeout) return now;
      await new Promise<void>((resolve, reject) => {
        const end = (refusal?: Error) => {
          clearTimeout(timer);
          if (pollers.get(bot.id) === poller) pollers.delete(bot.id);
          if (refusal) reject(refusal);
          else resolve();
        };
        const poller: Poller = { end };
        const timer = setTimeout(end, Math.min(50, asked.timeout!) * 1000);
        gone.addEventListener('abort', () => end());
        pollers.set(bot.id, poller);
      });
      return gone.aborted ? [] : ready();
    },

    setWebhook(
      bot: Bot,
      asked: {
        url: string;
        secret_token?: string;
        max_connections?: number;
        allowed_updates?: string[];
        drop_pending_updates?: boolean;
      },
    ): void {
      if (asked.url !== '') {
        const url = URL.canParse(asked.url) ? new URL(asked.url) : undefined;
        if (!url || !/^https?:$/.test(url.protocol)) throw badRequest('bad webhook: invalid webhook URL specified');
        const local =
          ['localhost', '127.0.0.1', '[::1]', 'host.docker.internal'].includes(url.hostname) ||
          !url.hostname.includes('.');
        if (url.protocol === 'http:' && !local)
          throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
      }
      if (asked.secret_token !== undefined && !/^[\w-]{1,256}$/.test(asked.secret_token)) {
        throw badRequest('secret token contains unallowed characters');
      }
      if (asked.drop_pending_updates) world.dropPending(bot.id, () => true);
      stopLanes(bot.id);
      bot.webhook =
        asked.url === ''
          ? undefined
          : { url: asked.url, secret: asked.secret_token, maxConnections: asked.max_connections ?? 40 };
      if (asked.allowed_updates) bot.allowedUpdates = asked.allowed_updates;
      delete bot.lastError;
      world.saveBot(bot);
      if (bot.webhook) pollers.get(bot.id)?.end(conflict('terminated by setWebhook request'));
      pump(bot);
    },

    resume(): void {
      for (const bot of world.bots.values()) pump(bot);
    },

    close(): void {
      closed = true;
      for (const abort of lanes.values()) abort.abort();
      for (const poller of pollers.values()) poller.end();
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
export type Delivery = ReturnType<typeof createDelivery>;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
