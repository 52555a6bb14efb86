import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DayPlan, WeekPlan } from '#domain/bookings/slot-facts.ts';
import { newId } from '#platform/ids.ts';
import type { Actor, Tx } from '#persistence/with-business.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aSalon, inMoscow, SALON_WEEK, type Salon } from '#test/support/salon.ts';
import { MASTER, OWNER } from '#test/support/shop.ts';
import { bookingsAhead } from './bookings-ahead.ts';
import { listBookableServices } from './catalog.ts';
import { changeStaff, type StaffChange } from './change-staff.ts';
import { createStaff } from './create-staff.ts';
import { listPlaces } from './list-places.ts';
import { listSetupProblems } from './list-setup-problems.ts';
import { listStaff, readStaff } from './list-staff.ts';
import { removePlace } from './remove-place.ts';
import { removeResource } from './remove-resource.ts';
import { removeStaff } from './remove-staff.ts';
import { changePlace, createPlace } from './save-place.ts';
import { changeResource, createResource } from './save-resource.ts';
import type { StaffDraft } from './staff-draft.ts';

let database: TestDatabase;
let salon: Salon;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  salon = await aSalon(database);
});
afterAll(() => database.drop());

const within = <T>(work: (tx: Tx) => Promise<T>, actor: Actor = OWNER) => salon.within(work, { actor });
const draft = (more: Partial<StaffDraft> = {}): StaffDraft => ({
  placeId: salon.placeId,
  membershipId: null,
  name: 'Лейла',
  about: { ru: '', en: '' },
  week: SALON_WEEK,
  maxPerDay: null,
  maxPerWeek: null,
  hidden: false,
  services: [],
  ...more,
});
const create = (more: Partial<StaffDraft> = {}) => within((tx) => createStaff(tx, draft(more)));
const refused = (more: Partial<StaffDraft>) => expect(create(more)).rejects;
const change = (more: Omit<StaffChange, 'staffId' | 'revision'>, staffId = salon.staff.anna) =>
  within((tx) => changeStaff(tx, { staffId, revision: 1, ...more }));
const noHours: WeekPlan = Array.from({ length: 7 }, () => ({ hours: [], breaks: [] }));
const onMonday = (day: DayPlan): WeekPlan => [day, ...noHours.slice(1)];
const hours = (...list: [string, string][]) => list.map(([from, to]) => ({ from, to }));
const member = async (name: string): Promise<string> => {
  const id = newId();
  await database.owner.query(
    `insert into membership (id, business_id, user_id, role, name, created_at) values ($1, $2, $3, 'master', $3, now())`,
    [id, salon.businessId, name],
  );
  return id;
};
const books = async (staffId: string) => {
  const client = await salon.client();
  await salon.books(client, '2026-11-23T10:00', { staffId });
};

describe('somebody who gives services', () => {
  it('is kept with hours, limits, and services at a price and time of their own', async () => {
    const services = [
      { serviceId: salon.services.manicure, priceMinor: 300_000, durationMinutes: null },
      { serviceId: salon.services.yoga, priceMinor: null, durationMinutes: 90 },
    ];
    const { staffId } = await create({ services, maxPerDay: 8, maxPerWeek: 30, about: { ru: 'Брови', en: '' } });
    expect(await within((tx) => readStaff(tx, { staffId }))).toMatchObject({
      name: 'Лейла',
      about: { ru: 'Брови', en: 'Брови' },
      services,
      week: SALON_WEEK,
      maxPerDay: 8,
      maxPerWeek: 30,
      you: false,
    });
  });

  it('works in hours that a clock has, apart from each other', async () => {
    const monday = (day: DayPlan) => refused({ week: onMonday(day) });
    for (const [from, to] of [
      ['9:00', '18:00'],
      ['10:00', '25:00'],
      ['10:00', '24:00'],
    ] as [string, string][])
      await monday({ hours: hours([from, to]), breaks: [] }).toMatchObject({
        code: 'time_invalid',
        facts: { path: 'week.0.hours.0' },
      });
    await monday({ hours: hours(['10:00', '14:00'], ['13:00', '18:00']), breaks: [] }).toMatchObject({
      code: 'hours_overlap',
      facts: { path: 'week.0.hours.1' },
    });
    await monday({ hours: hours(['22:00', '22:00'], ['23:00', '23:30']), breaks: [] }).toMatchObject({
      code: 'hours_overlap',
    });
    await refused({ week: [] }).toMatchObject({ code: 'hours_invalid' });
    await create({ week: onMonday({ hours: hours(['10:00', '14:00'], ['14:00', '18:00']), breaks: [] }) });
  });

  it('takes breaks inside of the hours, also after midnight of a night shift', async () => {
    const night = hours(['20:00', '04:00']);
    await create({ week: onMonday({ hours: night, breaks: hours(['23:30', '00:15'], ['02:00', '02:30']) }) });
    const monday = (day: DayPlan) => refused({ week: onMonday(day) });
    await monday({ hours: night, breaks: hours(['05:00', '05:30']) }).toMatchObject({
      code: 'break_outside_hours',
      facts: { path: 'week.0.breaks.0' },
    });
    await monday({ hours: hours(['10:00', '18:00']), breaks: hours(['17:30', '18:30']) }).toMatchObject({
      code: 'break_outside_hours',
    });
    await monday({ hours: [], breaks: hours(['12:00', '13:00']) }).toMatchObject({ code: 'break_outside_hours' });
    await monday({
      hours: hours(['10:00', '18:00']),
      breaks: hours(['12:00', '13:00'], ['12:30', '14:00']),
    }).toMatchObject({
      code: 'breaks_overlap',
      facts: { path: 'week.0.breaks.1' },
    });
    await monday({ hours: hours(['10:00', '18:00']), breaks: hours(['12:00', '12:00']) }).toMatchObject({
      code: 'break_empty',
    });
  });

  it('has limits that are numbers of visits', async () => {
    await refused({ maxPerDay: 0 }).toMatchObject({ code: 'setting_invalid', facts: { path: 'maxPerDay' } });
    await refused({ maxPerWeek: 2_001 }).toMatchObject({ facts: { path: 'maxPerWeek' } });
    await refused({ name: '  ' }).toMatchObject({ code: 'title_invalid' });
    await refused({ placeId: newId() }).toMatchObject({ code: 'place_not_found', facts: { path: 'placeId' } });
  });

  it('gives what is there, with room for its gap', async () => {
    const terms = { priceMinor: null, durationMinutes: null };
    await refused({ services: [{ serviceId: newId(), ...terms }] }).toMatchObject({ code: 'service_not_found' });
    const { colouring } = salon.services;
    await refused({ services: [{ serviceId: colouring, ...terms, durationMinutes: 105 }] }).toMatchObject({
      code: 'gap_invalid',
      facts: { path: 'services.0.durationMinutes' },
    });
    await refused({ services: [{ serviceId: colouring, ...terms, durationMinutes: 0 }] }).toMatchObject({
      code: 'duration_invalid',
    });
  });

  it('signs in as one member, and a member as one person', async () => {
    const anna = await member('u-anna');
    await change({ membershipId: anna });
    await refused({ membershipId: anna }).toMatchObject({ code: 'sign_in_taken', facts: { name: 'Анна' } });
    await refused({ membershipId: newId() }).toMatchObject({ code: 'member_not_found' });
    const you = { kind: 'user', userId: 'u-anna', role: 'master', name: 'Anna' } as const;
    const { staff } = await within(listStaff, you);
    expect(staff.map((one) => one.you)).toEqual([true, false]);
    await database.owner.query('delete from membership where id = $1', [anna]);
    expect(await within((tx) => readStaff(tx, { staffId: salon.staff.anna }))).toMatchObject({ membershipId: null });
  });

  it('is changed by one at a time, and never by masters', async () => {
    await change({ hidden: true });
    await expect(change({ hidden: false })).rejects.toMatchObject({ code: 'staff_changed', facts: { revision: 2 } });
    const master = within((tx) => changeStaff(tx, { staffId: salon.staff.anna, revision: 2, hidden: false }), MASTER);
    await expect(master).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('somebody who leaves', () => {
  it('is simply gone when nothing is booked', async () => {
    expect(await within((tx) => removeStaff(tx, { staffId: salon.staff.dina }))).toEqual({ kept: 0 });
    expect((await within(listStaff)).staff.map(({ name }) => name)).toEqual(['Анна']);
    expect((await within((tx) => listBookableServices(tx))).map(({ name }) => name.en)).toEqual(['Manicure', 'Yoga']);
    const again = within((tx) => removeStaff(tx, { staffId: salon.staff.dina }));
    await expect(again).rejects.toMatchObject({ code: 'staff_not_found' });
  });

  it('with visits ahead is a decision: first move them, or leave them there', async () => {
    await books(salon.staff.dina);
    await books(salon.staff.anna);
    const { anna: staffId } = salon.staff;
    const hasty = within((tx) => removeStaff(tx, { staffId }));
    await expect(hasty).rejects.toMatchObject({
      code: 'staff_has_bookings',
      facts: { staffId, count: 1, from: inMoscow('2026-11-23T10:00').toISOString() },
    });
    expect(await within((tx) => bookingsAhead(tx, { staffId }))).toMatchObject({
      count: 1,
      bookings: [{ contact: 'Anna K', service: { en: 'Manicure' }, timeZone: 'Europe/Moscow' }],
    });
    expect(await within((tx) => removeStaff(tx, { staffId, then: { kind: 'keep' } }))).toEqual({ kept: 1 });
    const { rows } = await database.owner.query('select held from booking_item where staff_id = $1', [staffId]);
    expect(rows).toEqual([{ held: true }]);
  });

  it('with visits behind leaves without a word', async () => {
    await books(salon.staff.anna);
    const later = { actor: OWNER, now: inMoscow('2026-11-23T10:00') };
    expect(await salon.within((tx) => removeStaff(tx, { staffId: salon.staff.anna }), later)).toEqual({ kept: 0 });
  });
});

describe('a place', () => {
  const place = { name: { ru: 'Юг', en: 'South' }, address: { ru: '', en: '' }, timeZone: 'Asia/Omsk' };

  it('lives by its own clock', async () => {
    for (const timeZone of ['Mars/Olympus', '+03:00', ''])
      await expect(within((tx) => createPlace(tx, { ...place, timeZone }))).rejects.toMatchObject({
        code: 'time_zone_invalid',
        facts: { path: 'timeZone' },
      });
    const { placeId } = await within((tx) => createPlace(tx, place));
    await within((tx) => changePlace(tx, { placeId, revision: 1, timeZone: 'Asia/Tokyo' }));
    const stale = within((tx) => changePlace(tx, { placeId, revision: 1, timeZone: 'UTC' }));
    await expect(stale).rejects.toMatchObject({ code: 'place_changed' });
    expect((await within(listPlaces)).places[1]).toMatchObject({ ...place, timeZone: 'Asia/Tokyo', staff: 0 });
  });

  it('closes when nobody works there any more, with what stands in it', async () => {
    const busy = within((tx) => removePlace(tx, { placeId: salon.placeId }));
    await expect(busy).rejects.toMatchObject({ code: 'place_has_staff', facts: { count: 2 } });
    const { placeId } = await within((tx) => createPlace(tx, place));
    const { resourceId } = await within((tx) => createResource(tx, { placeId, kind: 'room', name: 'Hall' }));
    await within((tx) => removePlace(tx, { placeId }));
    const gone = within((tx) => changeResource(tx, { resourceId, name: 'x' }));
    await expect(gone).rejects.toMatchObject({ code: 'resource_not_found' });
  });

  it('has rooms and equipment, which go when no service is left without', async () => {
    const { table1, table2 } = salon.resources;
    await within((tx) => changeResource(tx, { resourceId: table1, name: ' Стол у окна ' }));
    expect((await within(listPlaces)).places[0]?.resources[0]).toMatchObject({ name: 'Стол у окна' });
    await within((tx) => removeResource(tx, { resourceId: table1 }));
    const last = within((tx) => removeResource(tx, { resourceId: table2 }));
    await expect(last).rejects.toMatchObject({ code: 'resource_needed', facts: { service: { en: 'Manicure' } } });
    await expect(
      within((tx) => createResource(tx, { placeId: newId(), kind: 'room', name: 'x' })),
    ).rejects.toMatchObject({
      code: 'place_not_found',
    });
  });
});

describe('what is left to do', () => {
  const problems = async () => (await within(listSetupProblems)).problems;

  it('is everything at first', async () => {
    const { aBusiness } = await import('#test/support/database.ts');
    const { businessId } = await aBusiness(database);
    const { problems: first } = await database.withBusiness(businessId, OWNER, listSetupProblems);
    expect(first).toEqual([{ kind: 'no_place' }, { kind: 'no_service' }, { kind: 'no_staff' }]);
  });

  it('names people without hours or services, and rooms that a place lacks', async () => {
    expect(await problems()).toEqual([]);
    const { staffId } = await create({ week: noHours });
    expect(await problems()).toEqual([
      { kind: 'staff_without_hours', staffId, name: 'Лейла' },
      { kind: 'staff_without_services', staffId, name: 'Лейла' },
    ]);
    const { placeId } = await within((tx) =>
      createPlace(tx, { name: { ru: 'Юг', en: 'South' }, address: { ru: '', en: '' }, timeZone: 'Asia/Omsk' }),
    );
    const services = [{ serviceId: salon.services.manicure, priceMinor: null, durationMinutes: null }];
    await change({ placeId, week: SALON_WEEK, services }, staffId);
    expect(await problems()).toEqual([
      expect.objectContaining({ kind: 'need_without_resource', serviceId: salon.services.manicure, placeId }),
    ]);
    await change({ hidden: true, revision: 2 } as never, staffId);
    expect(await problems()).toEqual([]);
  });
});
