import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainService } from '#test/support/salon.ts';
import { openTestDoor, type TestDoor } from '#test/support/api-door.ts';
import { aBusiness, testDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
let door: TestDoor;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  database = await testDatabase();
  door = await openTestDoor(database);
  const { businessId } = await aBusiness(database);
  for (const role of ['owner', 'master'] as const) {
    await door.hire(businessId, role);
    cookies[role] = await door.signIn(role);
  }
});
afterAll(async () => {
  await door.close();
  await database.drop();
});

function ask(method: 'get' | 'post' | 'patch' | 'put', path: string, body?: object, who?: string) {
  const asked = door.ask(method, path, cookies[who ?? '']);
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
  ...plainService,
  durationMinutes: 60,
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
