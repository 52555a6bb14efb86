import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anEngine, chain, say } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER } from '#test/support/shop.ts';
import { sharedDoor } from '#persistence/shared-door.ts';
import type { Actor, BusinessDoor } from '#persistence/with-business.ts';
import { beginOutsideCall, recordOutsideAnswer } from '#use-cases/outside-calls/outside-calls.ts';
import { receiveWebhook } from '#use-cases/webhooks/receive-webhook.ts';
import { readWebhook } from '#use-cases/webhooks/webhooks.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const SYSTEM: Actor = { kind: 'system', name: 'webhook' };
const hook = { type: 'webhook', config: { contactBy: 'phone', contactPath: 'phone', create: true } };
const phone = (n: number): string => `+7900000${String(n).padStart(4, '0')}`;
const keepsNumber = {
  id: 'keep',
  type: 'update-contact',
  config: { field: 'fields.number', value: { kind: 'field', path: 'trigger.body.number' } },
};
const answers = { id: 'answer', type: 'answer-webhook', config: { status: 200, body: '{"ok": true}' } };

async function aHook(document: Record<string, unknown>) {
  const shop = await aShop(database);
  const engine = anEngine(database, shop);
  const id = await engine.publishes(document);
  const { path } = await shop.within((tx) => readWebhook(tx, { automationId: id }), { actor: OWNER });
  const token = path.split('/').at(-1)!;
  let transactions = 0;
  const counted: BusinessDoor = (...args) => {
    transactions += 1;
    return database.withBusiness(...args);
  };
  const door = sharedDoor(counted);
  const rows = async (query: string) => (await database.owner.query(query, [shop.businessId])).rows;
  return {
    ...{ shop, engine, id, rows },
    transactions: () => transactions,
    /** As the door of the API does: those that come at once go together. */
    posts: (body: unknown, more: { key?: string; token?: string } = {}) =>
      door(shop.businessId, SYSTEM, (tx) =>
        receiveWebhook(tx, {
          token: more.token ?? token,
          rawBody: JSON.stringify(body),
          signature: undefined,
          key: more.key,
        }),
      ),
  };
}

describe('requests that come at once', () => {
  it('are each let in once, with their own values, in a few transactions', async () => {
    const of = await aHook(chain([keepsNumber, answers], { trigger: hook }));
    for (let n = 0; n < 60; n += 1) await of.posts({ phone: phone(n), number: 'before' });
    const before = of.transactions();
    const said = await Promise.all(
      Array.from({ length: 60 }, (_, n) => of.posts({ phone: phone(n), number: `N-${n}` })),
    );
    expect(new Set(said.map(({ status, body }) => `${status} ${body}`))).toEqual(new Set(['200 {"ok": true}']));
    expect(of.transactions() - before).toBeLessThan(5);
    const contacts = await of.rows(
      `select phone, fields ->> 'number' as number from contact where business_id = $1 and fields ? 'number' order by phone`,
    );
    expect(contacts).toEqual(Array.from({ length: 60 }, (_, n) => ({ phone: phone(n), number: `N-${n}` })));
    const [runs] = await of.rows(
      `select count(*)::int as runs, count(*) filter (where state = 'ended' and outcome = 'finished')::int as finished,
         (select count(*)::int from run_log where business_id = $1) as lines,
         (select sum(passed)::int from node_tally where business_id = $1 and node_id = 'keep') as passed
       from run where business_id = $1`,
    );
    expect(runs).toEqual({ runs: 120, finished: 120, lines: 120 * 4, passed: 120 });
  });

  it('make one person of a stranger who is named by several of them', async () => {
    const of = await aHook(chain([keepsNumber, answers], { trigger: hook }));
    await Promise.all(Array.from({ length: 30 }, (_, n) => of.posts({ phone: phone(n % 3), number: `N-${n}` })));
    const contacts = await of.rows(
      'select phone from contact where business_id = $1 and phone is not null order by phone',
    );
    expect(contacts).toEqual([0, 1, 2].map((n) => ({ phone: phone(n) })));
    const seqs = await of.rows(
      `select stream_id, array_agg(stream_seq order by stream_seq) as seqs from event where business_id = $1 and type = 'webhook.received' group by stream_id`,
    );
    for (const { seqs: own } of seqs) expect(new Set(own).size).toBe(10);
  });

  it('with one key are one: all others get the same answer', async () => {
    const of = await aHook(chain([keepsNumber, answers], { trigger: hook }));
    const said = await Promise.all(
      Array.from({ length: 20 }, (_, n) => of.posts({ phone: phone(n), number: `N-${n}` }, { key: 'the-same' })),
    );
    expect(said.filter(({ again }) => !again)).toHaveLength(1);
    expect(new Set(said.map(({ body }) => body))).toEqual(new Set(['{"ok": true}']));
    expect(await of.rows('select id from run where business_id = $1')).toHaveLength(1);
  });

  it('let a person in once where that is the rule', async () => {
    const of = await aHook(chain([keepsNumber, answers], { trigger: hook, settings: { reentry: 'once' } }));
    const said = await Promise.all(Array.from({ length: 20 }, (_, n) => of.posts({ phone: phone(n % 2), number: n })));
    expect(said.filter(({ body }) => body === '{"ok": true}')).toHaveLength(2);
    expect(await of.rows('select id from run where business_id = $1')).toHaveLength(2);
  });

  it('refuse only the one that is wrong, and those beside it are let in', async () => {
    const of = await aHook(chain([keepsNumber, answers], { trigger: hook }));
    const said = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        of.posts({ phone: phone(n), number: n }, n === 11 ? { token: 'x'.repeat(30) } : {}),
      ),
    );
    expect(said.map(({ status }) => status).indexOf('rejected')).toBe(11);
    expect(await of.rows('select id from run where business_id = $1')).toHaveLength(19);
  });

  it('hold the cap on messages also within one transaction', async () => {
    const of = await aHook(chain([say('hello'), answers], { trigger: hook, settings: { onCap: 'skip' } }));
    await database.owner.query(
      `update business set settings = settings || '{"messageCaps": {"service": {"perDay": 2, "perWeek": null}, "marketing": {"perDay": null, "perWeek": null}}}' where id = $1`,
      [of.shop.businessId],
    );
    const anna = await of.shop.client();
    await database.owner.query('update contact set phone = $2 where id = $1', [anna, phone(1)]);
    await Promise.all(Array.from({ length: 12 }, () => of.posts({ phone: phone(1) })));
    const messages = await of.rows(`select id from message where business_id = $1 and run_id is not null`);
    expect(messages).toHaveLength(2);
  });
});

describe('outside calls that begin at once', () => {
  it('are each made with their own request, answered for their own run, and not again once answered', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const call = { method: 'POST', url: 'https://example.com/{{ contact.id }}', headers: [], body: '{}' };
    const id = await engine.publishes(
      chain([{ id: 'call', type: 'call-http', config: call }, say('got')], { edges: [['call', 'error', 'done']] }),
    );
    const clients = await Promise.all([1, 2, 3].map(() => shop.client()));
    for (const client of clients) await engine.starts(id, client);
    await engine.settles();
    const runs = await Promise.all(clients.map((client) => engine.run(id, client)));
    const door = sharedDoor(database.withBusiness);
    const begin = (run: { id: string }) =>
      door(shop.businessId, SYSTEM, (tx) => beginOutsideCall(tx, { runId: run.id, key: 'call:1' }));
    // The first of them twice, as by an activity that is tried again while its first try lives.
    const begun = await Promise.all([...runs, runs[0]].map(begin));
    expect(begun.map((one) => one?.request.url)).toEqual(
      [...clients, clients[0]].map((client) => `https://example.com/${client}`),
    );
    await Promise.all(
      runs.map((run, at) =>
        door(shop.businessId, SYSTEM, (tx) =>
          recordOutsideAnswer(tx, {
            runId: run.id,
            answer: { key: 'call:1', ok: true, status: 200, body: `"${at}"`, error: null },
          }),
        ),
      ),
    );
    const { rows } = await database.owner.query(
      `select run_id, attempts, state, answer ->> 'body' as body from outside_call where business_id = $1`,
      [shop.businessId],
    );
    expect(new Map(rows.map((row) => [row.run_id, [row.attempts, row.state, row.body]]))).toEqual(
      new Map(runs.map((run, at) => [run.id, [at === 0 ? 2 : 1, 'answered', `"${at}"`]])),
    );
    expect(await Promise.all(runs.map(begin))).toEqual([undefined, undefined, undefined]);
  });
});
