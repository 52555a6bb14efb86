import { z } from 'zod';
import { BusinessError } from '#domain/errors.ts';
import { ProviderError } from '#platform/provider-error.ts';
import { unseal } from '#platform/secrets.ts';
import { changeBot, connectBot, listBots, noteBotProblem, readBotToken } from '#use-cases/bots/bots.ts';
import type { ApiDeps } from '../deps.ts';
import { outsideRoute, route } from '../route.ts';
import { byId, done, id, moment, ok } from '../schemas.ts';

const owner = ['owner'] as const;
const delivery = z.enum(['polling', 'webhook']);

type Me = { id: number; username: string; first_name: string };

export const bots = [
  route({
    method: 'get',
    path: '/bots',
    summary: 'The bots of the business',
    response: z.object({
      bots: z.array(
        z.object({
          id,
          name: z.string(),
          username: z.string(),
          delivery,
          enabled: z.boolean(),
          lastUpdateAt: moment.nullable(),
          problem: z.string().nullable(),
        }),
      ),
      /** Whether Telegram can reach us, so that webhooks can be chosen. */
      webhookPossible: z.boolean(),
      /** Whether a bot can be made in the simulator. */
      simulator: z.boolean(),
    }),
    run: async (tx, _input, { deps }) => ({
      bots: await listBots(tx),
      webhookPossible: deps.options.publicUrl.startsWith('https:'),
      simulator: deps.options.emulatorUrl !== undefined,
    }),
  }),
  // Telegram is asked outside of any transaction; what it said is then written in one.
  outsideRoute({
    method: 'post',
    path: '/bots',
    summary: 'Connects a bot by its token, which Telegram confirms first',
    roles: owner,
    body: z.strictObject({ token: z.string().trim().min(10).max(100), delivery: delivery.default('polling') }),
    response: z.object({ id, name: z.string(), username: z.string() }),
    async run({ body }, { deps, within }) {
      const me = await askWhoIs(deps, body.token);
      const botId = await within((tx) =>
        connectBot(tx, {
          token: body.token,
          telegramId: me.id,
          username: me.username,
          name: me.first_name,
          delivery: body.delivery,
        }),
      );
      return { id: botId, name: me.first_name, username: me.username };
    },
  }),
  outsideRoute({
    method: 'post',
    path: '/bots/simulated',
    summary: 'Makes a bot in the simulator and connects it: the way to try without Telegram',
    roles: owner,
    body: z.strictObject({ name: z.string().trim().min(1).max(64) }),
    response: z.object({ id, name: z.string(), username: z.string() }),
    async run({ body }, { deps, within }) {
      if (!deps.options.emulatorUrl) throw new BusinessError('simulator_absent', {});
      const telegramId = 7_100_000 + Math.floor(Math.random() * 800_000_000);
      const token = `${telegramId}:${crypto.randomUUID()}`;
      const made = await fetch(`${deps.options.emulatorUrl}/emulator/bots`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token, first_name: body.name }),
      });
      if (!made.ok) throw new BusinessError('simulator_absent', {});
      const me = await askWhoIs(deps, token);
      const botId = await within((tx) =>
        connectBot(tx, { token, telegramId: me.id, username: me.username, name: me.first_name, delivery: 'polling' }),
      );
      return { id: botId, name: me.first_name, username: me.username };
    },
  }),
  route({
    method: 'post',
    path: '/bots/{id}',
    summary: 'Switches a bot on or off, or chooses how updates come',
    roles: owner,
    params: byId,
    body: z.strictObject({ enabled: z.boolean().optional(), delivery: delivery.optional() }),
    response: done,
    async run(tx, { params, body }) {
      await changeBot(tx, { botId: params.id, change: body });
      return ok;
    },
  }),
  outsideRoute({
    method: 'post',
    path: '/bots/{id}/check',
    summary: 'Asks Telegram whether the token still works',
    roles: owner,
    params: byId,
    body: z.strictObject({}),
    response: z.object({ problem: z.string().nullable() }),
    async run({ params }, { deps, within }) {
      const sealed = await within((tx) => readBotToken(tx, params.id));
      const problem = await askWhoIs(deps, unseal(sealed)).then(
        () => null,
        (error: unknown) => (error instanceof BusinessError ? error.code : 'telegram_silent'),
      );
      await within((tx) => noteBotProblem(tx, { botId: params.id, problem }));
      return { problem };
    },
  }),
  route({
    method: 'post',
    path: '/bots/{id}/remove',
    summary: 'Takes a bot away; conversations with it stay readable',
    roles: owner,
    params: byId,
    body: z.strictObject({}),
    response: done,
    async run(tx, { params }) {
      await changeBot(tx, { botId: params.id, change: { removed: true } });
      return ok;
    },
  }),
];

/** @throws BusinessError `bot_token_wrong`, `telegram_silent`. */
async function askWhoIs(deps: ApiDeps, token: string): Promise<Me> {
  if (!/^\d+:[\w-]{10,}$/.test(token)) throw new BusinessError('bot_token_wrong', {});
  try {
    return await deps.telegramBy(token).call<Me>('getMe', {});
  } catch (error) {
    if (error instanceof ProviderError && (error.status === 401 || error.status === 404))
      throw new BusinessError('bot_token_wrong', {});
    throw new BusinessError('telegram_silent', {});
  }
}
