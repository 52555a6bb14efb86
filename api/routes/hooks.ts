import express, { Router } from 'express';
import { z } from 'zod';
import { BusinessError } from '#domain/errors.ts';
import { sharedDoor } from '#persistence/shared-door.ts';
import { lostConnection } from '#persistence/with-business.ts';
import { logger } from '#platform/logger.ts';
import { receiveWebhook } from '#use-cases/webhooks/receive-webhook.ts';
import type { ApiDeps } from '../deps.ts';

const address = z.object({ businessId: z.uuid(), token: z.string().min(20).max(100) });
const refusals: Readonly<Record<string, number>> = {
  webhook_unknown: 404,
  signature_invalid: 401,
  webhook_body_invalid: 400,
};

/** A refusal is an answer, not a failure: it must not take back what others do in the same transaction. */
function refusalOf(error: unknown): { refused: string; status: number } {
  const status = error instanceof BusinessError ? refusals[error.code] : undefined;
  if (!(error instanceof BusinessError) || status === undefined) throw error;
  return { refused: error.code, status };
}

/**
 * The door for requests of other systems to automations. The address is the secret; where a key is set the body must be
 * signed by it. `Idempotency-Key`: the same key again gets the same answer and starts nothing.
 */
export function hookDoor(deps: Pick<ApiDeps, 'withBusiness'>): Router {
  const router = Router();
  const door = sharedDoor(deps.withBusiness);
  router.post(
    '/api/hooks/:businessId/:token',
    express.text({ limit: '256kb', type: () => true }),
    async (request, response) => {
      const at = address.safeParse(request.params);
      const key = request.get('idempotency-key');
      if (!at.success) return void response.status(404).json({ code: 'webhook_unknown' });
      if (key !== undefined && (key === '' || key.length > 200))
        return void response.status(400).json({ code: 'key_invalid', path: 'Idempotency-Key' });
      const take = (atOnce: boolean) =>
        door(at.data.businessId, { kind: 'system', name: 'webhook' }, (tx) =>
          receiveWebhook(tx, {
            token: at.data.token,
            rawBody: typeof request.body === 'string' ? request.body : '',
            signature: request.get('x-signature') ?? request.get('x-hub-signature-256'),
            key,
            atOnce,
          }).catch(refusalOf),
        );
      const said = await take(true).catch((error: unknown) => {
        // It may have been heard: its sender knows whether to send it again, and has a key for that.
        if (lostConnection(error)) throw error;
        // A chain that breaks must not lose a request: it is kept, and what breaks is the owner's to see and retry.
        logger.warn({ error: String(error) }, 'a request could not be answered at once');
        return take(false);
      });
      if ('refused' in said) return void response.status(said.status).json({ code: said.refused });
      if (said.again) response.set('Idempotent-Replay', 'true');
      response.status(said.status).type(said.contentType).send(said.body);
    },
  );
  return router;
}
