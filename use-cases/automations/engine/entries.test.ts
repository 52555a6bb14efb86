import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anEngine, chain, say, tag, wait } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop } from '#test/support/shop.ts';
import { routeStreams } from '../route-stream.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const later = (from: Date, days: number): Date => new Date(from.getTime() + days * 86_400_000);
const T0 = new Date('2027-03-01T09:00:00Z');
const onTag = { type: 'event', config: { event: 'contact.tagged' } };

async function started(reentry: Record<string, unknown>) {
  const shop = await aShop(database);
  const engine = anEngine(database, shop);
  const id = await engine.publishes(chain([wait('w', 'P2D')], { trigger: onTag, settings: reentry }), { now: T0 });
  const anna = await shop.client();
  const again = async (now: Date, subjectId?: string) => {
    await engine.happens(anna, 'contact.tagged', { tag: 'x' }, { now, ...(subjectId ? { subjectId } : {}) });
    await engine.settles(now);
  };
  return { shop, engine, id, anna, again };
}

describe('how often a person enters', () => {
  it.each([
    [{ reentry: 'once' }, 1],
    [{ reentry: 'one_at_a_time' }, 1],
    [{ reentry: 'after', reentryAfter: 'P10D' }, 1],
    [{ reentry: 'always' }, 50],
  ])(
    '%j lets in the same person %d times, when fifty equal events come at once over two routers',
    async (rule, times) => {
      const { shop, engine, id, anna } = await started(rule);
      await Promise.all(
        Array.from({ length: 50 }, () => engine.happens(anna, 'contact.tagged', { tag: 'x' }, { now: T0 })),
      );
      await Promise.all([engine.settles(T0), engine.settles(T0)]);
      await engine.settles(T0);
      expect(await engine.runs(id)).toHaveLength(times);
      void shop;
    },
  );

  it('is decided for each of many who come together, and costs the statements of one', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const settings = { reentry: 'once' };
    const id = await engine.publishes(chain([wait('w', 'P2D')], { trigger: onTag, settings }), { now: T0 });
    const clients = await Promise.all(Array.from({ length: 20 }, () => shop.client()));
    const comes = (client: string) => engine.happens(client, 'contact.tagged', { tag: 'x' }, { now: T0 });
    await comes(clients[0]!);
    await engine.settles(T0);
    await Promise.all(clients.map(comes));
    let statements = 0;
    await shop.within(
      (tx) => routeStreams({ ...tx, sql: (query, params) => ((statements += 1), tx.sql(query, params)) }, clients),
      { now: T0 },
    );
    expect(statements).toBeLessThan(15);
    const runs = await engine.runs(id);
    expect(runs.map((run) => run.contact_id).sort()).toEqual([...clients].sort());
    const { rows } = await database.owner.query(
      'select contact_id, reason from entry_refusal where automation_id = $1',
      [id],
    );
    expect(rows).toEqual([{ contact_id: clients[0], reason: 'once' }]);
  });

  it('once at a time lets them in again after they left', async () => {
    const { engine, id, again } = await started({ reentry: 'one_at_a_time' });
    await again(T0);
    await again(later(T0, 1));
    expect(await engine.runs(id)).toHaveLength(1);
    await engine.comesTo(later(T0, 2));
    await again(later(T0, 3));
    expect(await engine.runs(id)).toHaveLength(2);
  });

  it('after a while counts from the last entry', async () => {
    const { engine, id, again } = await started({ reentry: 'after', reentryAfter: 'P10D' });
    await again(T0);
    await engine.comesTo(later(T0, 2));
    await again(later(T0, 9));
    expect(await engine.runs(id)).toHaveLength(1);
    await again(later(T0, 10));
    expect(await engine.runs(id)).toHaveLength(2);
  });
});

describe('why a person did not enter', () => {
  it('is written down with the values that decided, and counted, not piled up', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const filter = { field: 'contact.ordersPaid', is: 'greater', value: 3 };
    const id = await engine.publishes(
      chain([wait('w', 'P2D')], { trigger: { type: 'event', config: { event: 'contact.tagged', filter } } }),
    );
    const anna = await shop.client();
    for (let time = 0; time < 3; time += 1) await engine.happens(anna, 'contact.tagged', { tag: 'x' });
    await engine.settles();
    const { rows } = await database.owner.query(
      'select reason, times, facts from entry_refusal where automation_id = $1',
      [id],
    );
    expect(rows).toEqual([
      { reason: 'condition', times: 3, facts: expect.objectContaining({ values: { 'contact.ordersPaid': 0 } }) },
    ]);
  });
});

describe('automations that set one another off', () => {
  it('are stopped by the breaker, with an alarm', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const about = (from: string) => ({
      trigger: {
        type: 'event',
        config: { event: 'contact.tagged', filter: { field: 'trigger.tag', is: 'equal', value: from } },
      },
    });
    const untag = (id: string, name: string) => ({ id, type: 'remove-tag', config: { tag: name } });
    const ping = await engine.publishes(chain([untag('u', 'b'), tag('t', 'b')], about('a')));
    // The verifier refuses such a circle; this is one that it could not see.
    await engine.publishes(chain([untag('u', 'a')], about('b')));
    await database.owner.query(
      `update automation_version set document = jsonb_set(document, '{nodes}', document -> 'nodes' || '[{"id":"t","type":"tag","config":{"tag":"a"}}]'::jsonb)
         || jsonb_build_object('edges', '[{"from":"trigger","port":"next","to":"u"},{"from":"u","port":"next","to":"t"},{"from":"t","port":"next","to":"done"}]'::jsonb)
       where business_id = $1 and automation_id <> $2`,
      [shop.businessId, ping],
    );
    const anna = await shop.client();
    await engine.happens(anna, 'contact.tagged', { tag: 'a' });
    await engine.settles();
    const { rows: alarms } = await database.owner.query('select distinct code from alarm where business_id = $1', [
      shop.businessId,
    ]);
    expect(alarms).toEqual([{ code: 'automation_runs_wild' }]);
    expect((await engine.runs(ping)).length).toBeLessThan(20);
  });
});

describe('a nested automation', () => {
  it('is waited for, and its end goes on with the outer one', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const inner = await engine.publishes(chain([wait('w', 'P1D'), say('inside')]), { now: T0 });
    const outer = await engine.publishes(
      chain(
        [
          { id: 'sub', type: 'run-automation', config: { automation: inner, wait: true, timeout: 'P7D' } },
          say('after'),
        ],
        {
          edges: [
            ['sub', 'finished', 'after'],
            ['sub', 'timeout', 'done'],
          ],
        },
      ),
      { now: T0 },
    );
    const anna = await shop.client();
    await engine.starts(outer, anna, T0);
    await engine.settles(T0);
    expect(await engine.run(inner, anna)).toMatchObject({ state: 'waiting' });
    await engine.comesTo(later(T0, 1));
    expect(await engine.run(outer, anna)).toMatchObject({ state: 'ended', outcome: 'finished' });
    expect(await engine.said(anna)).toEqual(['queued inside', 'queued after']);
  });
});
