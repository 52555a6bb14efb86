import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBusiness, testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newId } from '#platform/ids.ts';
import { lateWrites } from './late-writes.ts';
import type { Tx } from './with-business.ts';

const inserting = (table: string, params: unknown[] = [table]) => ({
  table,
  query: `insert into ${table} values (?)`,
  params,
});

describe('writes that nobody waits for', () => {
  const asked: { query: string; params: readonly unknown[] }[] = [];
  const late = () => {
    asked.length = 0;
    return lateWrites(async (query, params) => asked.push({ query, params }));
  };

  it('travel together, with their values in the order of their places', async () => {
    const writes = late();
    await writes.add(inserting('a'));
    await writes.add({
      table: 'b',
      withs: 'given as (select ?)',
      query: 'insert into b select ?',
      params: ['b1', 'b2'],
    });
    await writes.add(inserting('c'));
    await writes.send();
    await writes.send();
    expect(asked).toEqual([
      {
        query:
          'with late_1 as (insert into a values (?)), given as (select ?), late_2 as (insert into b select ?) insert into c values (?)',
        params: ['a', 'b1', 'b2', 'c'],
      },
    ]);
  });

  it('to one table go one after the other, since those of one statement do not see each other', async () => {
    const writes = late();
    await writes.add(inserting('a', [1]));
    await writes.add(inserting('b', [2]));
    await writes.add(inserting('a', [3]));
    await writes.send();
    expect(asked.map(({ params }) => params)).toEqual([[1, 2], [3]]);
  });
});

describe('a transaction with such writes', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const contact = (tx: Tx, name: string) => ({
    table: 'contact',
    query: `insert into contact (id, business_id, name, language, created_at) values (?, ?, ?, 'ru', ?)`,
    params: [newId(), tx.businessId, name, tx.now],
  });
  const names = async (tx: Tx): Promise<string[]> =>
    (
      await tx.sql<{ name: string }>('select name from contact where business_id = ? order by name', [tx.businessId])
    ).map(({ name }) => name);
  const SYSTEM = { kind: 'system', name: 'test' } as const;

  it('sees them in its next statement, keeps them at its end, and takes them back with a savepoint', async () => {
    const { businessId } = await aBusiness(database);
    await database.withBusiness(businessId, SYSTEM, async (tx) => {
      await tx.later(contact(tx, 'Anna'));
      expect(await names(tx)).toEqual(['Anna']);
      await tx
        .savepoint(async () => {
          await tx.later(contact(tx, 'Bela'));
          throw new Error('no');
        })
        .catch(() => undefined);
      await tx.later(contact(tx, 'Dina'));
    });
    expect(await database.withBusiness(businessId, SYSTEM, names)).toEqual(['Anna', 'Dina']);
  });

  it('fails as a whole when one of them is refused', async () => {
    const { businessId } = await aBusiness(database);
    const broken = database.withBusiness(businessId, SYSTEM, async (tx) => {
      await tx.sql('insert into contact (id, business_id, name, language, created_at) values (?, ?, ?, ?, ?)', [
        newId(),
        businessId,
        'Anna',
        'ru',
        tx.now,
      ]);
      await tx.later({ ...contact(tx, 'Bela'), params: ['no uuid', businessId, 'Bela', tx.now] });
    });
    await expect(broken).rejects.toThrow();
    expect(await database.withBusiness(businessId, SYSTEM, names)).toEqual([]);
  });
});
