import express, { Router } from 'express';
import { z } from 'zod';
import { logger } from '#platform/logger.ts';
import { receiveNotification } from '#use-cases/payments/receive-notification.ts';
import type { ApiDeps } from '../deps.ts';

/** YooKassa's notification, as far as a hint needs it. Unknown fields are theirs to add. */
const notification = z.object({
  event: z.string().max(100),
  object: z.object({
    id: z.string().max(100),
    payment_id: z.string().max(100).optional(),
    metadata: z.record(z.string(), z.unknown()).optional(),
  }),
});

/**
 * The door for the payment provider. Whatever comes is a hint and is answered 200 at once; the state is fetched from
 * the provider before anything changes. Only our own trouble is a 500, so that they send it again.
 */
export function paymentDoor(deps: ApiDeps): Router {
  const router = Router();
  router.post(
    '/api/webhooks/yookassa',
    express.json({ limit: '128kb', type: () => true }),
    async (request, response) => {
      const parsed = notification.safeParse(request.body);
      if (!parsed.success) {
        response.json({ taken: false });
        return;
      }
      const attemptId = parsed.data.object.metadata?.['attemptId'] ?? parsed.data.object.metadata?.['attempt_id'];
      const outcome = await receiveNotification(deps, {
        attemptId: typeof attemptId === 'string' ? attemptId : undefined,
        providerPaymentId: parsed.data.object.payment_id ?? parsed.data.object.id,
      });
      if (outcome === 'unknown')
        logger.info({ event: parsed.data.event }, 'a notification about a payment that nobody here knows');
      response.json({ taken: outcome === 'taken' });
    },
  );
  return router;
}
