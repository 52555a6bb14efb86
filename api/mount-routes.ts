import { createHash } from 'node:crypto';
import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import type { Tx } from '#persistence/with-business.ts';
import { requestOnce, type KeyedRequest } from '#use-cases/operations/request-once.ts';
import type { AccountRoute } from './account-route.ts';
import type { ApiDeps } from './deps.ts';
import { callerOf, userOf } from './middleware/caller.ts';
import { HttpProblem } from './middleware/problem.ts';
import { sameOrigin } from './middleware/same-origin.ts';
import { IDEMPOTENCY_KEY, takesKey, type Route } from './route.ts';

const json = express.json({ limit: '256kb', strict: true });
const largeJson = express.json({ limit: '6mb', strict: true });
const picture = express.raw({ type: ['image/jpeg', 'image/png', 'image/webp'], limit: '6mb' });

/** Puts every route behind the same checks, in the same order. */
export function mountRoutes(router: Router, deps: ApiDeps, routes: readonly Route[]): void {
  for (const one of routes) {
    const path = one.path.replaceAll(/\{(\w+)\}/g, ':$1');
    router[one.method](
      path,
      sameOrigin,
      one.picture ? picture : one.large ? largeJson : json,
      async (request, response) => {
        const caller = await callerOf(deps, request);
        if (one.roles && !one.roles.includes(caller.actor.role))
          throw new HttpProblem(403, 'forbidden', { needs: one.roles.join(', ') });
        const input = {
          params: (one.params ?? empty).parse(request.params),
          query: (one.query ?? empty).parse(request.query),
          body: one.body === undefined ? undefined : one.picture ? bytesOf(request.body) : one.body.parse(request.body),
        };
        const context = { deps, caller, request };
        if ('outside' in one) {
          const within = <T>(work: (tx: Tx) => Promise<T>) => deps.withBusiness(caller.businessId, caller.actor, work);
          response.set('cache-control', 'no-store').json(await one.outside(input as never, { ...context, within }));
          return;
        }
        const keyed = takesKey(one) ? keyedRequest(request, { userId: caller.userId, input }) : undefined;
        const work = (tx: Tx) => one.run(tx, input as never, context);
        const { answer: done, isRepeat } = await deps.withBusiness(caller.businessId, caller.actor, async (tx) =>
          keyed ? requestOnce(tx, keyed, () => work(tx)) : { answer: await work(tx), isRepeat: false },
        );
        const { read } = one;
        const result = read
          ? await deps.withBusiness(caller.businessId, caller.actor, (tx) => read(tx, input as never))
          : done;
        if (response.headersSent) return;
        if (isRepeat) response.set('Idempotent-Replay', 'true');
        response.set('cache-control', 'no-store').json(result ?? {});
      },
    );
  }
}

/** Undefined where no key is given. @throws HttpProblem 400 `key_invalid`. */
function keyedRequest(
  request: Request,
  { userId, input }: { userId: string; input: { query: unknown; body: unknown } },
): KeyedRequest | undefined {
  const key = request.get(IDEMPOTENCY_KEY);
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new HttpProblem(400, 'key_invalid', {}, IDEMPOTENCY_KEY);
  const hash = createHash('sha256').update(`${request.method} ${request.path} ${JSON.stringify(input.query)}\n`);
  hash.update(Buffer.isBuffer(input.body) ? input.body : JSON.stringify(input.body ?? null));
  return { userId, key, print: hash.digest('base64url') };
}

/** The doors that need no business yet. */
export function mountAccountRoutes(router: Router, deps: ApiDeps, routes: readonly AccountRoute[]): void {
  for (const one of routes) {
    router[one.method](one.path.replaceAll(/\{(\w+)\}/g, ':$1'), sameOrigin, json, async (request, response) => {
      const user = one.account === 'user' ? await userOf(deps, request) : undefined;
      const input = {
        params: (one.params ?? empty).parse(request.params),
        body: one.body === undefined ? undefined : one.body.parse(request.body),
      };
      const result = await one.run(input as never, { deps, user: user as never, request, response });
      response.set('cache-control', 'no-store').json(result);
    });
  }
}

const empty = z.strictObject({});

function bytesOf(body: unknown): Buffer {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new HttpProblem(415, 'picture_expected');
  return body;
}
