import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { twoFactor } from 'better-auth/plugins';
import pg from 'pg';
import { logger } from '#platform/logger.ts';
import type { Letter } from '#platform/mail.ts';
import { t } from '#texts/index.ts';
import { languageOfHeaders } from './middleware/language.ts';

const RESET_LIVES_SECONDS = 60 * 60;

export type AppAuth = ReturnType<typeof build>;

type AuthOptions = {
  databaseUrl: string;
  secret: string;
  publicUrl: string;
  /** How a person gets a letter; without it a forgotten password stays forgotten. */
  sendMail?: ((letter: Letter) => Promise<void>) | undefined;
};

/** Users and sessions, in the schema `auth`, with a pool of their own. */
export function openAuth(options: AuthOptions): {
  auth: AppAuth;
  close(): Promise<void>;
} {
  const url = new URL(options.databaseUrl);
  url.searchParams.set('options', '-c search_path=auth');
  const pool = new pg.Pool({ connectionString: url.toString(), max: 5 });
  // Without a listener a restart of Postgres would end this process.
  pool.on('error', (error) => logger.warn({ error: error.message }, 'a sign-in connection broke; the next one is new'));
  return { auth: build(pool, options), close: () => pool.end() };
}

/** Makes the tables of sign-in. Any number of times. */
export async function migrateAuth(auth: AppAuth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
}

/** Makes sure of a user with this password, for demo data and invitations. @returns the user's id. */
export async function ensureUser(
  auth: AppAuth,
  user: { email: string; password: string; name: string },
): Promise<string> {
  const context = await auth.$context;
  const found = await context.internalAdapter.findUserByEmail(user.email);
  if (found) return found.user.id;
  const created = await context.internalAdapter.createUser(
    { email: user.email, name: user.name, emailVerified: true },
    { method: 'email' },
  );
  await context.internalAdapter.linkAccount({
    userId: created.id,
    providerId: 'credential',
    accountId: created.id,
    password: await context.password.hash(user.password),
  });
  return created.id;
}

/** The addresses of people, for whoever may see who works with them. */
export async function userEmails(auth: AppAuth, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { adapter } = await auth.$context;
  const users = await adapter.findMany<{ id: string; email: string }>({
    model: 'user',
    where: [{ field: 'id', operator: 'in', value: [...ids] }],
    limit: ids.length,
  });
  return new Map(users.map((user) => [user.id, user.email]));
}

function build(pool: pg.Pool, options: AuthOptions) {
  return betterAuth({
    database: pool,
    // A key of its own, whatever length ours has.
    secret: createHash('sha256').update(`sign-in:${options.secret}`).digest('base64url'),
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    // A page may be opened as localhost or 127.0.0.1: its own host is its own origin.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host');
      return host ? [`http://${host}`, `https://${host}`] : [];
    },
    appName: 'Takt',
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      resetPasswordTokenExpiresIn: RESET_LIVES_SECONDS,
      // A new password is often asked for because somebody else knows the old one.
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }, request) => {
        const language = languageOfHeaders(request?.headers);
        await options.sendMail?.({
          to: user.email,
          subject: t(language, 'mail.reset.subject'),
          text: t(language, 'mail.reset.text', {
            name: user.name,
            link: `${options.publicUrl}/reset-password?token=${encodeURIComponent(token)}`,
            minutes: RESET_LIVES_SECONDS / 60,
          }),
        });
      },
    },
    plugins: [twoFactor({ issuer: 'Takt' })],
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    // One limiter for every door: middleware/rate-limits.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      log: (level, message) =>
        logger[level === 'error' ? 'error' : level === 'warn' ? 'warn' : 'debug']({ from: 'better-auth' }, message),
    },
  });
}
