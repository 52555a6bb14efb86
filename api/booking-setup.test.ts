import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Express } from 'express';
import supertest from 'supertest';
import { newId } from '#platform/ids.ts';
import { aBusiness, testDatabase, type TestDatabase } from '#test/support/database.ts';
import { outside } from '#test/support/outside.ts';
import { createApp } from './app.ts';
import { ensureUser, migrateAuth, openAuth } from './auth.ts';

const PASSWORD = 'a long enough password';
const ORIGIN = 'http://127.0.0.1';

let database: TestDatabase;
let accounts: ReturnType<typeof openAuth>;
let door: { app: Express; close(): void };
const cookies: Record<string, string> = {};

beforeAll(async () => {
  database = await testDatabase();
  accounts = openAuth({ databaseUrl: database.systemUrl, secret: 'a secret of the tests', publicUrl: ORIGIN });
  await migrateAuth(accounts.auth);
  door = createApp({
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
    },
  });
  const { businessId } = await aBusiness(database);
  for (const role of ['owner', 'master'] as const) {
    const email = `${role}@example.org`;
    const userId = await ensureUser(accounts.auth, { email, password: PASSWORD, name: role });
    await database.owner.query(
      'insert into membership (id, business_id, user_id, role, name, created_at) values ($1, $2, $3, $4, $5, now())',
      [newId(), businessId, userId, role, role],
    );
    const answer = await ask('post', '/api/auth/sign-in/email', { email, password: PASSWORD });
    cookies[role] = (answer.headers['set-cookie'] as unknown as string[]).map((line) => line.split(';')[0]).join('; ');
  }
});
afterAll(async () => {
  door.close();
  await accounts.close();
  await database.drop();
});

function ask(method: 'get' | 'post' | 'patch' | 'put', path: string, body?: object, who?: string) {
  const asked = supertest(door.app)
    [method](path)
    .set('host', '127.0.0.1')
    .set('origin', ORIGIN)
    .set('x-takt-language', 'en')
    .set('cookie', who === undefined ? '' : (cookies[who] ?? ''));
  return method === 'get' ? asked : asked.send(body ?? {});
}
const asOwner = (method: 'get' | 'post' | 'patch' | 'put', path: string, body?: object) =>
  ask(method, path, body, 'owner');

const both = (text: string) => ({ ru: text, en: text });
const cut = {
  categoryId: null,
  name: both('Cut'),
  description: both(''),
  priceMinor: 150_000,
  priceToMinor: null,
  durationMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  gap: null,
  format: 'place',
  capacity: 1,
  hidden: false,
  addons: [],
  needs: [],
  givers: [],
};
const days = (from: string, to: string) => ({ hours: [{ from, to }], breaks: [] });

describe('setting bookings up from nothing, over HTTP', () => {
  it('goes from the first problem to none', async () => {
    const problems = async () =>
      (await asOwner('get', '/api/booking-setup/problems')).body.problems.map(({ kind }: { kind: string }) => kind);
    expect(await problems()).toEqual(['no_place', 'no_service', 'no_staff']);
    const place = await asOwner('post', '/api/places', {
      name: both('Studio'),
      address: both(''),
      timeZone: 'Asia/Yekaterinburg',
    });
    const { placeId } = place.body;
    const chair = await asOwner('post', '/api/resources', { placeId, kind: 'room', name: 'Chair' });
    const service = await asOwner('post', '/api/services', { ...cut, needs: [[chair.body.resourceId]] });
    expect([place.status, chair.status, service.status]).toEqual([200, 200, 200]);
    expect(await problems()).toEqual(['no_staff', 'service_without_staff']);
    const { serviceId } = service.body;
    const person = {
      placeId,
      membershipId: null,
      name: 'Nina',
      about: both(''),
      week: Array.from({ length: 7 }, () => days('20:00', '02:00')),
      maxPerDay: null,
      maxPerWeek: null,
      hidden: false,
      services: [{ serviceId, priceMinor: null, durationMinutes: 45 }],
    };
    const { staffId } = (await asOwner('post', '/api/staff', person)).body;
    expect(await problems()).toEqual([]);
    expect((await asOwner('get', `/api/services/${serviceId}`)).body).toMatchObject({
      givers: [{ staffId, durationMinutes: 45 }],
      needs: [[chair.body.resourceId]],
    });
    const exception = {
      of: { staffId },
      from: '2027-01-01',
      to: '2027-01-08',
      plan: { hours: [], breaks: [] },
      note: '',
    };
    expect((await asOwner('post', '/api/schedule-exceptions', exception)).body).toMatchObject({ visits: 0 });
    expect((await asOwner('post', '/api/schedule-exceptions', exception)).body).toMatchObject({
      status: 422,
      code: 'exception_overlaps',
      path: 'from',
    });
    expect((await asOwner('post', `/api/staff/${staffId}/remove`)).body).toEqual({ kept: 0 });
  });
});

describe('what cannot be', () => {
  it('is refused in words, with the field', async () => {
    const long = await asOwner('post', '/api/services', { ...cut, durationMinutes: 30 * 60 });
    expect(long.body).toMatchObject({ status: 422, code: 'duration_invalid', path: 'durationMinutes' });
    expect(long.body.detail).toContain('24 hours');
    expect((await asOwner('post', '/api/services', { ...cut, colour: 'red' })).body).toMatchObject({
      status: 400,
      code: 'unknown_field',
      path: 'colour',
    });
    expect((await asOwner('patch', '/api/booking-rules', { stepMinutes: 3 })).body).toMatchObject({
      code: 'setting_invalid',
      path: 'stepMinutes',
      detail: expect.stringContaining('5'),
    });
  });

  it('is a conflict when somebody else was first', async () => {
    const { serviceId } = (await asOwner('post', '/api/services', cut)).body;
    await asOwner('patch', `/api/services/${serviceId}`, { revision: 1, hidden: true });
    const late = await asOwner('patch', `/api/services/${serviceId}`, { revision: 1, priceMinor: 1 });
    expect(late.body).toMatchObject({ status: 409, code: 'service_changed', facts: { revision: 2 } });
  });

  it('is for masters what owners set up', async () => {
    for (const [method, path, body] of [
      ['post', '/api/services', cut],
      ['put', '/api/services/order', { ids: [] }],
      ['patch', '/api/booking-rules', { stepMinutes: 15 }],
      ['post', '/api/places', { name: both('x'), address: both(''), timeZone: 'UTC' }],
    ] as const)
      expect((await ask(method, path, body, 'master')).status).toBe(403);
    expect((await ask('get', '/api/services', undefined, 'master')).status).toBe(200);
  });
});
