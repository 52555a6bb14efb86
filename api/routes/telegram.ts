import { timingSafeEqual } from 'node:crypto';
import express, { Router } from 'express';
import { z } from 'zod';
import { sql } from '#persistence/database.ts';
import { storeUpdate, type TelegramUpdate } from '#use-cases/updates/store-update.ts';
import type { ApiDeps } from '../deps.ts';
import { HttpProblem } from '../middleware/problem.ts';

const update = z.looseObject({ update_id: z.number().int() });

/** The webhook door: checks the secret, stores the update once, answers 200. Telegram repeats until it gets one. */
export function telegramDoor(deps: ApiDeps): Router {
  const router = Router();
  router.post('/tg/:botId', express.json({ limit: '1mb' }), async (request, response) => {
    const botId = z.uuid().safeParse(request.params.botId);
    if (!botId.success) throw new HttpProblem(404, 'not_found');
    const [bot] = await sql<{ business_id: string; webhook_secret: string }>(
      deps.database.system.em.fork(),
      'select business_id, webhook_secret from bot where id = ? and enabled',
      [botId.data],
    );
    if (!bot || !same(request.get('x-telegram-bot-api-secret-token') ?? '', bot.webhook_secret))
      throw new HttpProblem(404, 'not_found');
    const parsed = update.safeParse(request.body);
    // What is no update will not become one by sending it again.
    if (parsed.success) {
      await storeUpdate(deps.database, {
        botId: botId.data,
        businessId: bot.business_id,
        updates: [parsed.data as TelegramUpdate],
        now: new Date(),
      });
    }
    response.json({ ok: true });
  });
  return router;
}

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
