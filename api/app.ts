import { toNodeHandler } from 'better-auth/node';
import express, { Router, type Express } from 'express';
import { pinoHttp } from 'pino-http';
import { jsonSchema } from '#automation/json-schema.ts';
import { logger } from '#platform/logger.ts';
import { metricsText } from '#use-cases/operations/metrics-text.ts';
import { readHealth } from '#use-cases/operations/read-health.ts';
import type { ApiDeps } from './deps.ts';
import { notFound, problems } from './middleware/problem.ts';
import { rateLimits } from './middleware/rate-limits.ts';
import { sameOrigin } from './middleware/same-origin.ts';
import { securityHeaders } from './middleware/security.ts';
import { mountAccountRoutes, mountRoutes } from './mount-routes.ts';
import { openApiDocument } from './openapi.ts';
import { emulatorProxy } from './routes/emulator.ts';
import { account } from './routes/account.ts';
import { calendarDoor } from './routes/calendar-file.ts';
import { routes } from './routes/index.ts';
import { liveUpdates } from './routes/live.ts';
import { hookDoor } from './routes/hooks.ts';
import { paymentDoor } from './routes/payments.ts';
import { telegramDoor } from './routes/telegram.ts';
import { webApp } from './web-app.ts';

/** The whole HTTP side. `close` ends open live connections. */
export function createApp(deps: ApiDeps): { app: Express; close(): void } {
  const limits = rateLimits(deps.options.rateLimits);
  const live = liveUpdates(deps);
  const document = openApiDocument([...account, ...routes]);
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(securityHeaders(deps.options.secure));
  app.use(quietLog());

  app.use('/api/webhooks', limits.webhooks);
  app.use(paymentDoor(deps));
  app.use('/tg', limits.webhooks);
  app.use('/api/hooks', limits.hooks);
  app.use(hookDoor(deps));
  app.use('/api/calendar/:file', limits.calendar);
  app.use(calendarDoor(deps));
  app.use(telegramDoor(deps));
  if (deps.options.emulatorUrl)
    app.use('/emulator', limits.emulator, allowSimulator, emulatorProxy(deps.options.emulatorUrl));

  // better-auth reads the body itself.
  for (const door of ['sign-in', 'sign-up', 'two-factor', 'request-password-reset', 'reset-password'])
    app.use(`/api/auth/${door}`, limits.signIn);
  app.all('/api/auth/{*any}', limits.auth, toNodeHandler(deps.auth));

  app.get('/api/health', limits.health, async (_request, response) => {
    response.set('cache-control', 'no-store');
    try {
      response.json(await readHealth(deps.database));
    } catch (error) {
      logger.error({ error }, 'health could not be read');
      response.status(503).json({ status: 'down', postgres: { ok: false } });
    }
  });
  app.get('/api/metrics', limits.health, async (_request, response) => {
    response.type('text/plain; version=0.0.4').send(metricsText(await readHealth(deps.database)));
  });
  const language = jsonSchema();
  app.get('/api/automation.schema.json', limits.api, (_request, response) => void response.json(language));
  app.get('/api/openapi.json', limits.api, (_request, response) => void response.json(document));
  app.get('/api/live', limits.live, live.handler);
  const api = Router();
  api.use('/invitations/token', limits.signIn);
  mountAccountRoutes(api, deps, account);
  mountRoutes(api, deps, routes);
  app.use('/api', limits.api, api, notFound);
  if (deps.options.webDir) app.use(limits.pages, webApp(deps.options.webDir));
  app.use(notFound);
  app.use(problems());
  return { app, close: () => live.close() };
}

/** The simulator's page is of this origin, so its requests must be too; reading is free. */
const allowSimulator: express.RequestHandler = (request, response, next) =>
  // A test from outside has no browser, thus no Origin: it talks to the emulator itself, not through here.
  sameOrigin(request, response, next);

/** What was asked and how it went. No queries, no bodies, no cookies: they hold what people wrote. */
function quietLog() {
  return pinoHttp({
    logger,
    autoLogging: { ignore: (request) => request.url === '/api/health' },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, path: request.url.split('?')[0] }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}
