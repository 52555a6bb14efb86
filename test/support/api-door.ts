import supertest from 'supertest';
import { newId } from '#platform/ids.ts';
import { createApp } from '#api/app.ts';
import { ensureUser, migrateAuth, openAuth } from '#api/auth.ts';
import type { ApiDeps } from '#api/deps.ts';
import type { TestDatabase } from './database.ts';
import { outside } from './outside.ts';

const ORIGIN = 'http://127.0.0.1';
export const PASSWORD = 'a long enough password';

/** The whole HTTP side over a database of the test's, and how one becomes somebody who works there. */
export async function openTestDoor(
  database: TestDatabase,
  more: { options?: Partial<ApiDeps['options']>; sendMail?: Parameters<typeof openAuth>[0]['sendMail'] } = {},
) {
  const accounts = openAuth({
    databaseUrl: database.systemUrl,
    secret: 'a secret of the tests',
    publicUrl: ORIGIN,
    ...(more.sendMail ? { sendMail: more.sendMail } : {}),
  });
  await migrateAuth(accounts.auth);
  const { app, close } = createApp({
    database,
    withBusiness: database.withBusiness,
    auth: accounts.auth,
    ...outside,
    options: {
      temporalUiUrl: 'http://localhost:8233',
      temporalNamespace: 'default',
      rateLimits: false,
      secure: false,
      publicUrl: ORIGIN,
      mailbox: false,
      demo: true,
      ...more.options,
    },
  });

  /** A request as a page of this origin makes it. */
  const ask = (method: 'get' | 'post' | 'patch' | 'put', path: string, cookie = '', language: 'ru' | 'en' = 'en') => {
    const asked = supertest(app)
      [method](path)
      .set('host', '127.0.0.1')
      .set('origin', ORIGIN)
      .set('x-takt-language', language)
      .set('cookie', cookie);
    return method === 'get' ? asked : asked.set('content-type', 'application/json');
  };

  const signUp = (name: string): Promise<string> =>
    ensureUser(accounts.auth, { email: `${name}@example.org`, password: PASSWORD, name });

  return {
    app,
    ask,

    signUp,

    /** The cookies of somebody who has signed in. */
    async signIn(name: string): Promise<string> {
      const answer = await ask('post', '/api/auth/sign-in/email').send({
        email: `${name}@example.org`,
        password: PASSWORD,
      });
      if (answer.status !== 200) throw new Error(`${name} could not sign in: ${answer.text}`);
      return (answer.headers['set-cookie'] as unknown as string[]).map((line) => line.split(';')[0]).join('; ');
    },

    /** Somebody named after their role; the membership's id. */
    async hire(businessId: string, role: 'owner' | 'manager' | 'master'): Promise<string> {
      const id = newId();
      await database.owner.query(
        'insert into membership (id, business_id, user_id, role, name, created_at) values ($1, $2, $3, $4, $5, now())',
        [id, businessId, await signUp(role), role, role],
      );
      return id;
    },

    async close() {
      close();
      await accounts.close();
    },
  };
}

export type TestDoor = Awaited<ReturnType<typeof openTestDoor>>;
