import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds, operators, type Condition } from '#automation/conditions.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, type Shop } from '#test/support/shop.ts';
import { readFacts } from '#use-cases/automations/read-facts.ts';
import { findAudience } from './audience.ts';
import { conditionSql } from './condition-sql.ts';

let database: TestDatabase;
let shop: Shop;
const NOW = new Date('2027-03-01T09:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  shop = await aShop(database);
  await database.owner.query(
    `insert into contact (id, business_id, name, language, phone, email, note, time_zone, marketing_consent, birthday, fields,
       orders_paid, spent_minor, last_order_at, created_at)
     select gen_random_uuid(), $1, (array['Anna K', 'Борис', 'Ёлка Лес', 'anna', 'X'])[1 + n % 5], (array['ru', 'en'])[1 + n % 2],
       case when n % 3 = 0 then null else '+7912000000' || n % 7 end, case when n % 4 = 0 then 'a' || n || '@example.org' end,
       (array[null, '', 'Любит Чай', '100%'])[1 + n % 4], case when n % 5 = 0 then 'Asia/Vladivostok' end,
       (array[null, true, false])[1 + n % 3], case when n % 3 = 1 then '1990-02-28'::date + n end,
       case when n % 2 = 0 then '{"level": 3, "city": "Казань"}'::jsonb else '{}'::jsonb end,
       n % 4, (n % 5) * 50000, case when n % 2 = 0 then '2027-03-01T09:00:00Z'::timestamptz - make_interval(days => n) end,
       '2027-03-01T09:00:00Z'::timestamptz - make_interval(days => 2 * n)
     from generate_series(1, 60) n`,
    [shop.businessId],
  );
  await database.owner.query(
    `insert into contact_tag (business_id, contact_id, tag, added_at) select business_id, id, 'vip', now() from contact where orders_paid = 3`,
  );
});
afterAll(() => database.drop());

const fields = [
  'name',
  'firstName',
  'language',
  'phone',
  'email',
  'note',
  'timeZone',
  'ordersPaid',
  'spentMinor',
  'consent',
  'since',
  'lastOrderAt',
  'birthday',
  'tags',
  'fields.level',
  'fields.city',
  'fields.none',
  'unheard',
].map((name) => `contact.${name}`);
const values = [
  'Anna K',
  'anna',
  'ёлка',
  'чай',
  '%',
  'ru',
  'Asia/Vladivostok',
  'vip',
  '',
  'P30D',
  'P1Y',
  '2027-01-01',
  '2027-02-10T00:00:00Z',
  0,
  1,
  3,
  50_000,
  true,
  false,
  ['ru', 'Anna K'],
];
const leaf = fc.record({
  field: fc.constantFrom(...fields),
  is: fc.constantFrom(...operators),
  value: fc.constantFrom(...values),
}) as fc.Arbitrary<Condition>;
const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('any') }),
  ) as fc.Arbitrary<Condition>,
})).any;

describe('a condition', () => {
  it('minds no capital letter in the database, in Russian as in English', async () => {
    const { rows } = await database.owner.query(`select lower('ЧАЙ Tea') as said, 'Рената' ilike '%РЕНАТА%' as found`);
    expect(rows).toEqual([{ said: 'чай tea', found: true }]);
  });

  it('gives the same answer asked of the database as asked of each client', async () => {
    const facts = await shop.within(
      async (tx) => {
        const ids = await tx.sql<{ id: string }>('select id from contact where business_id = ? order by id', [
          tx.businessId,
        ]);
        return Promise.all(ids.map(({ id }) => readFacts(tx, { contactId: id, trigger: {}, subjectId: null })));
      },
      { now: NOW },
    );
    let served = 0;
    await fc.assert(
      fc.asyncProperty(condition, async (wanted) => {
        if (conditionSql(wanted, NOW)) served += 1;
        const expected = facts.filter((one) => holds(wanted, one, NOW)).map((one) => one.contact.id);
        const { contactIds } = await shop.within(
          (tx) => findAudience(tx, { audience: wanted, after: null, limit: 100 }),
          { now: NOW },
        );
        expect(contactIds).toEqual(expected);
      }),
      { numRuns: 250 },
    );
    // Not only the way round: most conditions are a query.
    expect(served).toBeGreaterThan(80);
  });
});
