import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

/** The built page: hashed files for a year, everything else is the app itself, which is asked for each time. */
export function webApp(dir: string): Router {
  const router = Router();
  const page = join(dir, 'index.html');
  router.use('/assets', express.static(join(dir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  router.use(express.static(dir, { index: false, maxAge: 0 }));
  router.get('/{*any}', (request, response, next) => {
    if (request.path.startsWith('/api/') || request.path.startsWith('/emulator/') || request.path.startsWith('/tg/'))
      return next();
    if (!existsSync(page)) {
      response.status(503).type('text/plain').send('The web app is not built yet: npm run build\n');
      return;
    }
    response.set('cache-control', 'no-cache').sendFile(page);
  });
  return router;
}
