import { z } from 'zod';
import { resolve } from 'node:path';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback);
const seconds = (fallback: number) => z.coerce.number().int().min(1).max(86_400).default(fallback);

/** Every variable the product reads, with its meaning in README.md, section "Settings". */
const schema = z.object({
  PORT: port(3000),
  TELEGRAM_EMULATOR_PORT: port(8081),
  PAYMENT_EMULATOR_PORT: port(8082),
  TEMPORAL_PORT: port(7233),
  TEMPORAL_UI_PORT: port(8233),
  POSTGRES_PORT: port(5433),
  DATABASE_URL: z.string().optional(),
  DATABASE_APP_URL: z.string().optional(),
  DATABASE_SYSTEM_URL: z.string().optional(),
  DATABASE_ROLE_PASSWORD: z.string().min(8).default('takt-local-only'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_UI_URL: z.string().optional(),
  PUBLIC_URL: z.url().optional(),
  TELEGRAM_API_ROOT: z.url().optional(),
  TELEGRAM_BOT_TOKEN: z.string().optional(),
  YOOKASSA_API_ROOT: z.url().optional(),
  YOOKASSA_SHOP_ID: z.string().optional(),
  YOOKASSA_SECRET_KEY: z.string().optional(),
  TAKT_SECRET: z.string().min(16).default('takt-local-development-secret'),
  TAKT_DATA_DIR: z.string().default('.takt'),
  TAKT_DEMO_PAYMENT_DEADLINE_SECONDS: seconds(900),
  TAKT_DEMO_WAIT: z.string().default('PT2M'),
  TAKT_DELIVERERS: z.coerce.number().int().min(1).max(16).default(1),
  TAKT_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TAKT_HTTP_ALLOW: z.string().default(''),
  TAKT_RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Takt <takt@localhost>'),
  NODE_ENV: z.string().default('development'),
});

const examples: Partial<Record<string, string>> = {
  PORT: '3000',
  DATABASE_URL: 'postgresql://postgres:password@127.0.0.1:5432/takt',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  PUBLIC_URL: 'https://shop.example.org',
  SMTP_URL: 'smtps://user:password@smtp.example.org',
  TAKT_SECRET: 'at least 16 characters, keep it',
};

export const env = readEnv(process.env);

/** Reads and freezes the environment. @throws Error naming every bad variable with an example value. */
export function readEnv(source: Record<string, string | undefined>) {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  ${name}: ${issue.message}; for example ${name}=${examples[name] ?? '…'}`;
    });
    throw new Error(`These environment variables need another value:\n${lines.join('\n')}`);
  }
  const e = parsed.data;
  if (e.NODE_ENV === 'production') refuseLocalSecrets(e);
  const databaseUrl = e.DATABASE_URL ?? `postgresql://postgres:takt-local-only@127.0.0.1:${e.POSTGRES_PORT}/takt`;
  const demoBot = !e.TELEGRAM_BOT_TOKEN;
  const sandboxPayments = !e.YOOKASSA_SHOP_ID;
  return Object.freeze({
    port: e.PORT,
    publicUrl: e.PUBLIC_URL ?? `http://localhost:${e.PORT}`,
    hasPublicUrl: e.PUBLIC_URL !== undefined,
    telegramEmulatorPort: e.TELEGRAM_EMULATOR_PORT,
    telegramEmulatorUrl: demoBot ? `http://127.0.0.1:${e.TELEGRAM_EMULATOR_PORT}` : undefined,
    telegramApiRoot:
      e.TELEGRAM_API_ROOT ?? (demoBot ? `http://127.0.0.1:${e.TELEGRAM_EMULATOR_PORT}` : 'https://api.telegram.org'),
    demoBotToken: e.TELEGRAM_BOT_TOKEN ?? '7001:demo-bot-of-the-phone-simulator',
    demoBot,
    paymentEmulatorPort: e.PAYMENT_EMULATOR_PORT,
    sandboxPayments,
    yookassa: {
      apiRoot:
        e.YOOKASSA_API_ROOT ??
        (sandboxPayments ? `http://127.0.0.1:${e.PAYMENT_EMULATOR_PORT}/v3` : 'https://api.yookassa.ru/v3'),
      shopId: e.YOOKASSA_SHOP_ID ?? '100500',
      secretKey: e.YOOKASSA_SECRET_KEY ?? 'test_sandbox_of_takt',
    },
    databaseUrl,
    databaseAppUrl: e.DATABASE_APP_URL ?? withUser(databaseUrl, 'takt_app', e.DATABASE_ROLE_PASSWORD),
    databaseSystemUrl: e.DATABASE_SYSTEM_URL ?? withUser(databaseUrl, 'takt_system', e.DATABASE_ROLE_PASSWORD),
    databaseRolePassword: e.DATABASE_ROLE_PASSWORD,
    databasePool: e.DATABASE_POOL,
    temporalAddress: e.TEMPORAL_ADDRESS ?? `127.0.0.1:${e.TEMPORAL_PORT}`,
    temporalNamespace: e.TEMPORAL_NAMESPACE,
    temporalUiUrl: e.TEMPORAL_UI_URL ?? `http://localhost:${e.TEMPORAL_UI_PORT}`,
    secret: e.TAKT_SECRET,
    dataDir: resolve(e.TAKT_DATA_DIR),
    demoPaymentDeadlineSeconds: e.TAKT_DEMO_PAYMENT_DEADLINE_SECONDS,
    demoWait: e.TAKT_DEMO_WAIT,
    deliverers: e.TAKT_DELIVERERS,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    httpAllowHosts: e.TAKT_HTTP_ALLOW.split(',').filter((host) => host !== ''),
    logLevel: e.TAKT_LOG_LEVEL,
    rateLimits: e.TAKT_RATE_LIMITS === 'on',
    production: e.NODE_ENV === 'production',
  });
}

/** What everybody can read in this file protects nothing. */
function refuseLocalSecrets(e: z.output<typeof schema>): void {
  const needed = [
    ...(e.TAKT_SECRET === schema.shape.TAKT_SECRET.parse(undefined) ? ['TAKT_SECRET'] : []),
    ...(e.DATABASE_ROLE_PASSWORD === schema.shape.DATABASE_ROLE_PASSWORD.parse(undefined)
      ? ['DATABASE_ROLE_PASSWORD']
      : []),
  ];
  if (needed.length === 0) return;
  const lines = needed.map((name) => `  ${name}: set your own; for example ${name}=$(openssl rand -hex 24)`);
  throw new Error(`In production these environment variables must not keep their local value:\n${lines.join('\n')}`);
}

function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.toString();
}
