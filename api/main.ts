import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { openDatabase } from '#persistence/database.ts';
import { openDoorbell } from '#persistence/doorbell.ts';
import { businessDoor } from '#persistence/with-business.ts';
import { env } from '#platform/env.ts';
import { logger } from '#platform/logger.ts';
import { smtpMail } from '#platform/mail.ts';
import { mailbox } from '#use-cases/mailbox/mailbox.ts';
import { createYookassa } from '#providers/payments/yookassa.ts';
import { createTelegramApi } from '#providers/telegram/telegram.ts';
import { createApp } from './app.ts';
import { openAuth } from './auth.ts';

const bell = await openDoorbell(env.databaseAppUrl);
const database = await openDatabase({
  appUrl: env.databaseAppUrl,
  systemUrl: env.databaseSystemUrl,
  pool: env.databasePool,
  bell,
});
// A development machine shows letters on a page; a server without a mail server says so in its log and sends none.
const keepsLetters = env.smtpUrl === undefined && !env.production;
if (env.smtpUrl === undefined && env.production) logger.warn('SMTP_URL is not set: nobody can reset a password');
const accounts = openAuth({
  databaseUrl: env.databaseSystemUrl,
  secret: env.secret,
  publicUrl: env.publicUrl,
  sendMail: env.smtpUrl
    ? smtpMail({ url: env.smtpUrl, from: env.mailFrom })
    : keepsLetters
      ? mailbox(database)
      : undefined,
});
const { app, close } = createApp({
  database,
  withBusiness: businessDoor(database),
  auth: accounts.auth,
  telegramBy: (token) => createTelegramApi({ token, apiRoot: env.telegramApiRoot, timeoutMs: 8_000 }),
  paymentsBy: (keys) => createYookassa({ ...keys, apiRoot: env.yookassa.apiRoot, timeoutMs: 8_000 }),
  options: {
    webDir: resolve(import.meta.dirname, '../dist/web'),
    emulatorUrl: env.telegramEmulatorUrl,
    temporalUiUrl: env.temporalUiUrl,
    temporalNamespace: env.temporalNamespace,
    rateLimits: env.rateLimits,
    secure: env.publicUrl.startsWith('https:'),
    publicUrl: env.publicUrl,
    mailbox: keepsLetters,
    demo: env.demoBot,
  },
});

const server = createServer(app);
server.on('error', (error: NodeJS.ErrnoException) => {
  logger.fatal(error.code === 'EADDRINUSE' ? `port ${env.port} is taken: set PORT to another one` : error.message);
  process.exit(1);
});
server.listen(env.port, () => logger.info({ port: env.port }, 'the API listens'));

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

/** Ends open pages, lets running requests finish, then closes the pools. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  close();
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(late);
  await Promise.all([database.close(), accounts.close()]);
  process.exit(0);
}
