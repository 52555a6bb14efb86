import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import type { Actor, Tx } from '#persistence/with-business.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aSalon, type Salon } from '#test/support/salon.ts';
import { MANAGER, MASTER, OWNER } from '#test/support/shop.ts';
import { listExceptions } from './list-exceptions.ts';
import { addException, changeException, removeException, type ExceptionDraft } from './save-exception.ts';

let database: TestDatabase;
let salon: Salon;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  salon = await aSalon(database);
});
afterAll(() => database.drop());

const off = { hours: [], breaks: [] };
const within = <T>(work: (tx: Tx) => Promise<T>, actor: Actor = OWNER) => salon.within(work, { actor });
const add = (more: Partial<ExceptionDraft> = {}, actor: Actor = OWNER) =>
  within(
    (tx) =>
      addException(tx, {
        of: { staffId: salon.staff.anna },
        from: '2026-12-01',
        to: '2026-12-03',
        plan: off,
        note: '',
        ...more,
      }),
    actor,
  );
const refused = (more: Partial<ExceptionDraft>) => expect(add(more)).rejects;

describe('days that differ', () => {
  it('of one person do not overlap, whoever comes first', async () => {
    await add({ note: ' отпуск ' });
    await refused({ from: '2026-12-03', to: '2026-12-05' }).toMatchObject({
      code: 'exception_overlaps',
      facts: { path: 'from' },
    });
    await add({ from: '2026-12-04', to: '2026-12-04' });
    await add({ of: { staffId: salon.staff.dina } });
    await add({ of: { placeId: salon.placeId } });
    const two = await Promise.allSettled([1, 2].map(() => add({ from: '2027-01-01', to: '2027-01-08' })));
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { exceptions } = await within((tx) => listExceptions(tx, { staffId: salon.staff.anna }));
    expect(exceptions.map(({ from, to, note }) => [from, to, note])).toEqual([
      ['2026-12-01', '2026-12-03', 'отпуск'],
      ['2026-12-04', '2026-12-04', ''],
      ['2027-01-01', '2027-01-08', ''],
    ]);
  });

  it('can be moved onto themselves, and not onto others', async () => {
    const { exceptionId } = await add();
    await add({ from: '2026-12-10', to: '2026-12-10' });
    const days = { plan: { hours: [{ from: '12:00', to: '15:00' }], breaks: [] }, note: 'half' };
    await within((tx) => changeException(tx, { exceptionId, from: '2026-12-02', to: '2026-12-05', ...days }));
    const onto = within((tx) => changeException(tx, { exceptionId, from: '2026-12-09', to: '2026-12-11', ...days }));
    await expect(onto).rejects.toMatchObject({ code: 'exception_overlaps' });
    await within((tx) => removeException(tx, { exceptionId }));
    await expect(within((tx) => removeException(tx, { exceptionId }))).rejects.toMatchObject({
      code: 'exception_not_found',
    });
    await add();
  });

  it('are days of the calendar, in order, a year at most', async () => {
    for (const [from, to, path] of [
      ['2026-02-30', '2026-03-01', 'from'],
      ['2026-12-01', 'soon', 'to'],
      ['2026-12-05', '2026-12-01', 'to'],
      ['2026-12-01', '2027-12-04', 'to'],
    ] as const)
      await refused({ from, to }).toMatchObject({ code: 'days_invalid', facts: { path } });
    await refused({ plan: { hours: [], breaks: [{ from: '12:00', to: '13:00' }] } }).toMatchObject({
      code: 'break_outside_hours',
      facts: { path: 'plan.breaks.0' },
    });
    await refused({ note: 'x'.repeat(201) }).toMatchObject({ code: 'text_too_long' });
    await refused({ of: { staffId: newId() } }).toMatchObject({ code: 'staff_not_found' });
    await refused({ of: { placeId: newId() } }).toMatchObject({ code: 'place_not_found' });
  });

  it('say what is booked in them, by the calendar of the place', async () => {
    const client = await salon.client();
    await salon.books(client, '2026-12-01T10:00');
    await salon.books(client, '2026-12-03T19:00');
    await salon.books(client, '2026-12-04T10:00');
    expect(await add()).toMatchObject({ visits: 2 });
    expect(await add({ of: { staffId: salon.staff.dina } })).toMatchObject({ visits: 0 });
    expect(await add({ of: { placeId: salon.placeId }, to: '2026-12-31' })).toMatchObject({ visits: 3 });
  });

  it('are entered by owners and managers, and by masters for themselves', async () => {
    const memberId = newId();
    await database.owner.query(
      `insert into membership (id, business_id, user_id, role, name, created_at) values ($1, $2, 'u-master', 'master', 'M', now())`,
      [memberId, salon.businessId],
    );
    await database.owner.query('update staff set membership_id = $1 where id = $2', [memberId, salon.staff.anna]);
    const { exceptionId } = await add({}, MASTER);
    await within((tx) => removeException(tx, { exceptionId }), MASTER);
    await expect(add({ of: { staffId: salon.staff.dina } }, MASTER)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(add({ of: { placeId: salon.placeId } }, MASTER)).rejects.toMatchObject({ code: 'forbidden' });
    const other = await add({ of: { staffId: salon.staff.dina } }, MANAGER);
    const hasty = within((tx) => removeException(tx, { exceptionId: other.exceptionId }), MASTER);
    await expect(hasty).rejects.toMatchObject({ code: 'forbidden' });
  });
});
