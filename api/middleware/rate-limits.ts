import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { HttpProblem } from './problem.ts';

/** How many requests a minute one address may send to each door. Sign-in counts only what failed. */
export function rateLimits(enabled: boolean) {
  const door = (
    perMinute: number,
    more: { skipSuccessfulRequests?: boolean; windowMs?: number } = {},
  ): RequestHandler =>
    enabled
      ? rateLimit({
          windowMs: 60_000,
          limit: perMinute,
          standardHeaders: 'draft-8',
          legacyHeaders: false,
          // Behind no proxy the address is the socket's; a forwarded header alone must not stop a request.
          validate: { xForwardedForHeader: false },
          handler: (_request, response, next) => {
            const wait = Number(response.getHeader('retry-after') ?? 60);
            next(new HttpProblem(429, 'too_many_requests', { seconds: wait }));
          },
          ...more,
        })
      : (_request, _response, next) => next();
  return {
    signIn: door(20, { skipSuccessfulRequests: true, windowMs: 5 * 60_000 }),
    auth: door(240),
    api: door(900),
    live: door(120),
    health: door(600),
    // One address may send for many chats and shops.
    webhooks: door(6_000),
    // The address is the secret: who guesses is stopped soon, who knows it may send much.
    hooks: [door(120_000), door(300, { skipSuccessfulRequests: true })],
    // A calendar looks again now and then; who guesses addresses is stopped soon.
    calendar: [door(600), door(30, { skipSuccessfulRequests: true })],
    emulator: door(6_000),
    pages: door(1_800),
  };
}
