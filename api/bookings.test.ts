import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { openTestDoor, type TestDoor } from '#test/support/api-door.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aSalon, SALON_NOW, type Salon } from '#test/support/salon.ts';

type Role = 'owner' | 'master';
let database: TestDatabase;
let salon: Salon;
let door: TestDoor;
const cookies = {} as Record<Role, string>;

beforeAll(async () => {
  database = await testDatabase({ now: () => SALON_NOW });
  salon = await aSalon(database);
  door = await openTestDoor(database);
  for (const role of ['owner', 'master'] as const) {
    const membershipId = await door.hire(salon.businessId, role);
    if (role === 'master')
      await database.owner.query('update staff set membership_id = $1 where id = $2', [membershipId, salon.staff.dina]);
    cookies[role] = await door.signIn(role);
  }
});
afterAll(async () => {
  await door.close();
  await database.drop();
});

const read = (path: string, who: Role = 'owner') => door.ask('get', path, cookies[who]);
const send = (path: string, body: object, who: Role = 'owner') => door.ask('post', path, cookies[who]).send(body);
const manicure = (staffId: string | null) => ({
  items: [{ serviceId: salon.services.manicure, staffId }],
  format: 'place',
});

describe('booking by hand', () => {
  it('is one booking when a form is sent twice, with one new client', async () => {
    const form = {
      key: newId(),
      client: { name: 'Vera', phone: null },
      request: manicure(salon.staff.anna),
      startsAt: { day: '2026-11-23', time: '10:00', placeId: null },
    };
    const first = await send('/api/bookings', form);
    const again = await send('/api/bookings', form);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    const { rows } = await database.owner.query("select count(*)::int as n from contact where name = 'Vera'");
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('is one booking also when both come at once', async () => {
    const form = {
      key: newId(),
      client: { name: 'Zoya', phone: null },
      request: manicure(salon.staff.anna),
      startsAt: { day: '2026-11-23', time: '16:00', placeId: null },
    };
    const answers = await Promise.all([send('/api/bookings', form), send('/api/bookings', form)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const { rows } = await database.owner.query("select count(*)::int as n from contact where name = 'Zoya'");
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('a master', () => {
  it('hears of nobody else’s visits ahead', async () => {
    expect((await read(`/api/staff/${salon.staff.anna}/bookings-ahead`, 'master')).status).toBe(403);
    expect((await read(`/api/staff/${salon.staff.dina}/bookings-ahead`, 'master')).status).toBe(200);
    expect((await read(`/api/staff/${salon.staff.anna}/bookings-ahead`)).status).toBe(200);
  });

  it('books into their own day, also where anyone would do', async () => {
    const contactId = await salon.client();
    const book = (staffId: string | null, time: string) =>
      send(
        '/api/bookings',
        {
          client: { contactId },
          request: manicure(staffId),
          startsAt: { day: '2026-11-24', time, placeId: null },
        },
        'master',
      );
    await salon.books(contactId, '2026-11-24T15:00', { staffId: salon.staff.dina });
    expect((await book(salon.staff.anna, '10:00')).body).toMatchObject({ status: 403, code: 'forbidden' });
    const { status, body } = await book(null, '11:00');
    expect(status).toBe(200);
    const { rows } = await database.owner.query('select staff_id from booking_item where booking_id = $1', [
      body.bookingId,
    ]);
    expect(rows).toEqual([{ staff_id: salon.staff.dina }]);
  });
});

describe('a day or a moment of another century', () => {
  it('is refused at the door', async () => {
    const answers = [
      await read('/api/calendar?from=9999-12-31&days=42'),
      await read('/api/calendar?from=0000-01-01'),
      await read('/api/bookings?from=0000-01-01T00:00:00Z'),
      await read(`/api/staff/${salon.staff.anna}/day-off?day=9999-12-31`),
      await send('/api/bookings/times', { request: manicure(null), from: '9999-12-31', days: 62 }),
      await send('/api/time-blocks', {
        resourceId: salon.staff.anna,
        from: '0000-01-01T00:00:00Z',
        to: '0000-01-01T01:00:00Z',
      }),
      await send('/api/bookings', {
        client: { contactId: await salon.client() },
        request: manicure(salon.staff.anna),
        startsAt: { at: '9999-12-31T23:00:00Z' },
      }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code, body.path])).toEqual(
      ['from', 'from', 'from', 'day', 'from', 'from', 'startsAt.at'].map((path) => [400, 'invalid_field', path]),
    );
  });
});
