import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aBusiness, testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newId } from '#platform/ids.ts';
import { inStep, OutOfStep } from './in-step.ts';
import { givenRows, rowStatement } from './row-statement.ts';
import { sharedDoor } from './shared-door.ts';
import type { Actor, BusinessDoor, Tx } from './with-business.ts';

const SYSTEM: Actor = { kind: 'system', name: 'test' };
let database: TestDatabase;
let businessId: string;
let contacts: string[];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ businessId } = await aBusiness(database));
  contacts = await within(async (tx) => {
    const ids = ['Anna', 'Boris', 'Vera'].map((name) => ({ id: newId(), name }));
    for (const { id, name } of ids)
      await tx.sql(`insert into contact (id, business_id, name, language, created_at) values (?, ?, ?, 'ru', ?)`, [
        id,
        businessId,
        name,
        tx.now,
      ]);
    return ids.map(({ id }) => id);
  });
});

const within = <T>(work: (tx: Tx) => Promise<T>) => database.withBusiness(businessId, SYSTEM, work);
const named = rowStatement<{ id: string }, { name: string }>(
  { id: 'uuid' },
  (given) => `select given.n, c.name from ${given} join contact c on c.id = given.id`,
);
const spent = rowStatement<{ id: string }, { spent: number }>(
  { id: 'uuid' },
  (given) =>
    `select given.n, c.spent_minor as spent from ${given} join contact c on c.id = given.id for no key update of c`,
);
const spend = {
  table: 'contact',
  query: `update contact c set spent_minor = spent_minor + given.more from ${givenRows({ id: 'uuid', more: 'int' })} where c.id = given.id`,
};
/** Reads and writes back, as two who do not know of each other would: a lost change shows. */
const spendsOne = async (tx: Tx, id: string): Promise<void> => {
  await tx.alone(id);
  const [before] = await tx.ask(spent, { id });
  await tx.sql('update contact set spent_minor = ? where id = ?', [Number(before?.spent) + 1, id]);
};
const spentBy = async (id: string): Promise<number> => (await within((tx) => tx.ask(spent, { id })))[0]?.spent ?? -1;

/** The statements that a transaction sends. */
async function statementsOf<T>(work: (tx: Tx) => Promise<T>): Promise<{ value: T; sent: string[] }> {
  const sent: string[] = [];
  const value = await within((tx) =>
    work({
      ...tx,
      sql: (query, params) => {
        sent.push(query);
        return tx.sql(query, params);
      },
    }),
  );
  return { value, sent };
}
const works = <T>(each: ((tx: Tx) => Promise<T>)[]) => each.map((work) => ({ actor: SYSTEM, work }));

describe('works that go in step', () => {
  it('ask a statement for rows once for all, and each gets its own answer', async () => {
    const { value, sent } = await statementsOf((tx) =>
      inStep(
        tx,
        works(contacts.map((id) => async (own: Tx) => (await own.ask(named, { id })).map(({ name }) => name).join())),
      ),
    );
    expect(value).toEqual(['Anna', 'Boris', 'Vera']);
    expect(sent).toHaveLength(1);
  });

  it('need not be equal: who asks something else is answered at the same step', async () => {
    const { value } = await statementsOf((tx) =>
      inStep(
        tx,
        works<unknown>([
          async (own) => (await own.ask(named, { id: contacts[0]! }))[0]?.name,
          async (own) => {
            const [one, two] = await Promise.all([own.sql('select 1 as one'), own.sql('select 2 as two')]);
            return { one, two, then: (await own.ask(named, { id: contacts[1]! }))[0]?.name };
          },
          () => Promise.resolve('nothing to ask'),
        ]),
      ),
    );
    expect(value).toEqual(['Anna', { one: [{ one: 1 }], two: [{ two: 2 }], then: 'Boris' }, 'nothing to ask']);
  });

  it('write in one statement what none of them waits for', async () => {
    const { sent } = await statementsOf((tx) =>
      inStep(tx, works(contacts.map((id) => (own: Tx) => own.later({ ...spend, rows: [{ id, more: 5 }], key: id })))),
    );
    expect(sent).toEqual([]);
    expect(await Promise.all(contacts.map(spentBy))).toEqual([5, 5, 5]);
  });

  it('change one thing one after the other, when each says what it works on', async () => {
    await within((tx) => inStep(tx, works(Array.from({ length: 7 }, () => (own: Tx) => spendsOne(own, contacts[0]!)))));
    expect(await spentBy(contacts[0]!)).toBe(7);
  });

  it('are all taken back when one breaks, and the one that broke is told', async () => {
    const broken = within((tx) =>
      inStep(
        tx,
        works<unknown>([
          (own) => spendsOne(own, contacts[0]!),
          async (own) => {
            await own.ask(named, { id: contacts[1]! });
            throw new Error('poison');
          },
          (own) => own.sql('select * from nowhere'),
        ]),
      ),
    );
    await expect(broken).rejects.toThrow(/poison|nowhere/);
    expect(await spentBy(contacts[0]!)).toBe(0);
  });

  it('do not wait for each other for ever', async () => {
    const [one, two] = contacts as [string, string];
    const crossing = within((tx) =>
      inStep(
        tx,
        works(
          [
            [one, two],
            [two, one],
          ].map(([first, second]) => async (own: Tx) => {
            await own.alone(first!);
            await own.ask(named, { id: first! });
            await own.alone(second!);
          }),
        ),
      ),
    );
    await expect(crossing).rejects.toThrow(OutOfStep);
  });

  it('cannot have a savepoint, which would take back what others did', async () => {
    const wanting = within((tx) => inStep(tx, works([(own) => own.savepoint(() => own.sql('select 1'))])));
    await expect(wanting).rejects.toThrow(OutOfStep);
  });
});

describe('a door for works that come many at once', () => {
  const many = Array.from({ length: 100 }, (_, at) => at);

  it('counts the transactions of a few, and does each work once', async () => {
    let transactions = 0;
    const door = sharedDoor((...args) => {
      transactions += 1;
      return database.withBusiness(...args);
    });
    await Promise.all(many.map((at) => door(businessId, SYSTEM, (tx) => spendsOne(tx, contacts[at % 3]!))));
    expect(await Promise.all(contacts.map(spentBy))).toEqual([34, 33, 33]);
    expect(transactions).toBeLessThan(10);
  });

  it('does each alone when one of them breaks, so that only that one is refused', async () => {
    const door = sharedDoor(database.withBusiness);
    const results = await Promise.allSettled(
      many.map((at) =>
        door(businessId, SYSTEM, async (tx) => {
          await spendsOne(tx, contacts[at % 3]!);
          if (at === 40) throw new Error('poison');
          if (at === 60) await tx.savepoint(() => spendsOne(tx, contacts[at % 3]!));
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(results[40]).toMatchObject({ reason: { message: 'poison' } });
    // One was taken back, and one did its work twice within its savepoint.
    expect((await Promise.all(contacts.map(spentBy))).reduce((sum, one) => sum + one)).toBe(100);
  });

  it('does nothing again when it is not known whether it was done', async () => {
    const lost: BusinessDoor = async (...args) => {
      await database.withBusiness(...args);
      throw new Error('Connection terminated unexpectedly');
    };
    const door = sharedDoor(lost);
    const pays = (id = '') =>
      door(businessId, SYSTEM, (tx) => tx.sql('update contact set spent_minor = spent_minor + 1 where id = ?', [id]));
    const said = await Promise.allSettled(contacts.map((id) => pays(id)));
    expect(said.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    const { rows } = await database.owner.query('select spent_minor as spent from contact where business_id = $1', [
      businessId,
    ]);
    expect(rows.map(({ spent }) => Number(spent))).toEqual([1, 1, 1]);
  });

  it('keeps businesses apart', async () => {
    const other = await aBusiness(database);
    const door = sharedDoor(database.withBusiness);
    const seen = await Promise.all(
      many.map((at) => {
        const mine = at % 2 === 0;
        return door(mine ? businessId : other.businessId, SYSTEM, async (tx) => {
          await tx.sql('select 1');
          return [
            tx.businessId === (mine ? businessId : other.businessId),
            (await tx.sql('select id from contact')).length,
          ];
        });
      }),
    );
    expect(new Set(seen.map(String))).toEqual(new Set(['true,3', `true,${0}`]));
  });

  it('writes each work’s own name into its events', async () => {
    const door = sharedDoor(database.withBusiness);
    await Promise.all(
      contacts.map((id) =>
        door(businessId, { kind: 'contact', contactId: id }, async (tx) =>
          tx.emit({ type: 'contact.tagged', streamId: id, contactId: id, data: { tag: 'x' } }),
        ),
      ),
    );
    const { rows } = await database.owner.query(
      'select contact_id, actor from event where business_id = $1 order by contact_id',
      [businessId],
    );
    expect(rows).toEqual([...contacts].sort().map((id) => ({ contact_id: id, actor: `contact:${id}` })));
  });
});

describe('a patient work', () => {
  let transactions = 0;
  const aDoor = () => {
    transactions = 0;
    return sharedDoor((...args) => {
      transactions += 1;
      return database.withBusiness(...args);
    });
  };
  const look = (tx: Tx) => tx.sql('select 1');
  /** Five who came one after the other just now. */
  const crowd = async (door: ReturnType<typeof sharedDoor>) => {
    for (let n = 0; n < 5; n += 1) await door(businessId, SYSTEM, look);
    transactions = 0;
  };
  /** Time stands still, and the patience of a patient one never ends by itself. */
  const standStill = () => {
    jest.spyOn(performance, 'now').mockReturnValue(1_000);
    const real = globalThis.setTimeout;
    jest
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((run: () => void, ms?: number) =>
        ms === 30 ? real(() => undefined, 0) : real(run, ms)) as never);
  };
  afterEach(() => void jest.restoreAllMocks());

  it('waits for company where many come, and they share a transaction', async () => {
    jest.spyOn(performance, 'now').mockReturnValue(1_000);
    const door = aDoor();
    await crowd(door);
    await Promise.all([1, 2, 3].map(() => door(businessId, SYSTEM, look, { isPatient: true })));
    expect(transactions).toBe(1);
  });

  it('goes along at once with one that is in a hurry', async () => {
    standStill();
    const door = aDoor();
    await crowd(door);
    const patient = door(businessId, SYSTEM, look, { isPatient: true });
    await Promise.all([patient, door(businessId, SYSTEM, look)]);
    expect(transactions).toBe(1);
  });

  it('goes at once when a transaction is full', async () => {
    standStill();
    const door = aDoor();
    await crowd(door);
    await Promise.all(Array.from({ length: 32 }, () => door(businessId, SYSTEM, look, { isPatient: true })));
    expect(transactions).toBe(1);
  });

  it('waits for nobody where it is quiet', async () => {
    standStill();
    const door = aDoor();
    await door(businessId, SYSTEM, look, { isPatient: true });
    expect(transactions).toBe(1);
  });
});
