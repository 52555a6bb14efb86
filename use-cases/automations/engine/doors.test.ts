import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { anEngine, chain, say } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER, type Shop } from '#test/support/shop.ts';
import { cancelJob, listJobs, previewStart, startByHand } from '#use-cases/bulk/jobs.ts';
import { nextBulkPage } from '#use-cases/bulk/next-page.ts';
import { beginOutsideCall, recordOutsideAnswer } from '#use-cases/outside-calls/outside-calls.ts';
import { receiveWebhook } from '#use-cases/webhooks/receive-webhook.ts';
import { readWebhook, signWebhook } from '#use-cases/webhooks/webhooks.ts';
import { cancelRun } from '../cancel-run.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const T0 = new Date('2027-03-01T09:00:00Z');
const hook = { type: 'webhook', config: { contactBy: 'phone', contactPath: 'phone', create: true } };

async function aHook(
  shop: Shop,
  document = chain(
    [
      {
        id: 'answer',
        type: 'answer-webhook',
        config: { status: 201, body: '{"n": 1}', contentType: 'application/json' },
      },
    ],
    { trigger: hook },
  ),
) {
  const engine = anEngine(database, shop);
  const id = await engine.publishes(document);
  const { path } = await shop.within((tx) => readWebhook(tx, { automationId: id }), { actor: OWNER });
  const token = path.split('/').at(-1)!;
  const posts = (body: unknown, more: { key?: string; signature?: string; token?: string } = {}) =>
    shop.within((tx) =>
      receiveWebhook(tx, {
        token: more.token ?? token,
        rawBody: typeof body === 'string' ? body : JSON.stringify(body),
        signature: more.signature,
        key: more.key,
      }),
    );
  return { engine, id, posts };
}

describe('a request to the address of an automation', () => {
  it('lets the person in, and is answered by the chain itself', async () => {
    const shop = await aShop(database);
    const { engine, id, posts } = await aHook(shop);
    expect(await posts({ phone: '8 912 000-00-01' })).toMatchObject({ status: 201, body: '{"n": 1}', again: false });
    expect(await engine.runs(id)).toMatchObject([{ state: 'ended', outcome: 'finished' }]);
    await engine.settles();
    expect(await engine.runs(id)).toHaveLength(1);
  });

  it('that comes long after the last thing of this person waits for the router from now on, not from then', async () => {
    const shop = await aShop(database);
    const { engine, posts } = await aHook(shop);
    await posts({ phone: '8 912 000-00-09' });
    await engine.settles();
    await database.owner.query(
      `update stream_route set wanted_at = wanted_at - interval '1 hour' where business_id = $1`,
      [shop.businessId],
    );
    await posts({ phone: '8 912 000-00-09' });
    const { rows } = await database.owner.query(
      `select clock_timestamp() - wanted_at < interval '1 minute' as fresh from stream_route where business_id = $1 and routed_seq < wanted_seq`,
      [shop.businessId],
    );
    expect(rows).toEqual([{ fresh: true }]);
  });

  it('with the same key gets the same answer and starts nothing, also when both come at once', async () => {
    const shop = await aShop(database);
    const { engine, id, posts } = await aHook(shop);
    const both = await Promise.all([
      posts({ phone: '+79120000002' }, { key: 'k' }),
      posts({ phone: '+79120000002' }, { key: 'k' }),
    ]);
    expect(both.map((answer) => answer.again).sort()).toEqual([false, true]);
    expect(new Set(both.map((answer) => answer.body)).size).toBe(1);
    expect(await engine.runs(id)).toHaveLength(1);
    for (let index = 0; index < 200; index += 1) await posts({ phone: '+79120000002' }, { key: `k${index % 20}` });
    expect(await engine.runs(id)).toHaveLength(21);
  });

  it('with ten thousand fields is taken; with fields within fields without end it is no request of anybody', async () => {
    const shop = await aShop(database);
    const { engine, id, posts } = await aHook(shop);
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`field_${n}`, n]));
    expect(await posts({ ...many, phone: '+79120000004' })).toMatchObject({ status: 201 });
    const nested = (levels: number) =>
      `{"phone": "+79120000005", "deep": ${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
    expect(await posts(nested(63))).toMatchObject({ status: 201 });
    for (const levels of [64, 40_000])
      await expect(posts(nested(levels))).rejects.toMatchObject({ code: 'webhook_body_invalid' });
    await engine.settles();
    expect(await engine.runs(id)).toHaveLength(2);
  });

  it('is refused with a wrong or missing signature, a body that is no JSON, an unknown address', async () => {
    const shop = await aShop(database);
    const { id, posts } = await aHook(shop);
    const key = 'a-key-of-the-partner';
    await shop.within((tx) => signWebhook(tx, { automationId: id, key }), { actor: OWNER });
    const body = JSON.stringify({ phone: '+79120000003' });
    const signature = createHmac('sha256', key).update(body).digest('hex');
    await expect(posts(body)).rejects.toMatchObject({ code: 'signature_invalid' });
    await expect(posts(body, { signature: signature.replace(/^./, 'x') })).rejects.toMatchObject({
      code: 'signature_invalid',
    });
    await expect(posts(`${body} `, { signature })).rejects.toMatchObject({ code: 'signature_invalid' });
    expect(await posts(body, { signature: `sha256=${signature}` })).toMatchObject({ status: 201 });
    await expect(posts(body, { token: 'nobody-knows-this-token' })).rejects.toMatchObject({ code: 'webhook_unknown' });
    const open = await aHook(shop);
    await expect(open.posts('hello')).rejects.toMatchObject({ code: 'webhook_body_invalid' });
    expect(await open.posts({ phone: 'nobody' })).toMatchObject({ status: 422 });
  });
});

describe('an outside call', () => {
  const document = chain(
    [
      {
        id: 'call',
        type: 'call-http',
        config: {
          method: 'POST',
          url: 'https://example.com/x',
          headers: [],
          body: '{}',
          take: [{ path: 'id', as: 'id' }],
        },
      },
      say('got', 'id {{ steps.call.id }}'),
    ],
    { edges: [['call', 'error', 'done']] },
  );
  const answer = { ok: true, status: 200, body: '{"id": "A7"}', error: null };

  async function calling() {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const id = await engine.publishes(document);
    const anna = await shop.client();
    await engine.starts(id, anna);
    await engine.settles();
    const run = await engine.run(id, anna);
    const key = run.call_request.key as string;
    const begins = () => shop.within((tx) => beginOutsideCall(tx, { runId: run.id, key }));
    const answers = () => shop.within((tx) => recordOutsideAnswer(tx, { runId: run.id, answer: { key, ...answer } }));
    return { shop, engine, id, anna, run, begins, answers };
  }

  it('is made between two moves, and its answer is known to the steps after it', async () => {
    const { shop, engine, anna, run, begins, answers } = await calling();
    expect(run).toMatchObject({ state: 'calling' });
    expect(await begins()).toMatchObject({ request: { url: 'https://example.com/x' } });
    await answers();
    const { advanceRun } = await import('../advance-run.ts');
    await shop.within((tx) => advanceRun(tx, { runId: run.id, byWorkflow: true }));
    expect(await engine.said(anna)).toEqual(['queued id A7']);
    expect(await begins()).toBeUndefined();
  });

  it('whose answer comes when the person has left is kept without effect', async () => {
    const { shop, engine, anna, run, begins, answers } = await calling();
    await begins();
    await shop.within((tx) => cancelRun(tx, { runId: run.id }), { actor: OWNER });
    await answers();
    const { rows } = await database.owner.query('select state from outside_call where run_id = $1', [run.id]);
    expect(rows).toEqual([{ state: 'late' }]);
    expect(await begins()).toBeUndefined();
    expect(await engine.said(anna)).toEqual([]);
  });
});

describe('what starts by the clock', () => {
  it('starts on a date with an offset once, and follows the date when it moves', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const anna = await shop.client();
    await database.owner.query(
      `update contact set birthday = '1990-03-10', time_zone = 'Asia/Vladivostok' where id = $1`,
      [anna],
    );
    const trigger = {
      type: 'date',
      config: { field: 'contact.birthday', offset: '-P3D', yearly: true, time: '10:00' },
    };
    const id = await engine.publishes(chain([say('soon')], { trigger }), { now: T0 });
    await engine.worksOff(T0);
    const due = async () =>
      (await database.owner.query('select due_at from date_due where automation_id = $1', [id])).rows[0]?.due_at;
    expect(await due()).toEqual(new Date('2027-03-07T00:00:00Z'));
    const { changeContact } = await import('#use-cases/effects/change-contact.ts');
    await shop.within(
      (tx) =>
        changeContact(
          tx,
          { kind: 'change_contact', field: 'birthday', value: '1990-03-12' },
          {
            runId: newId(),
            automationId: id,
            nodeId: 'x',
            key: 'x',
            contactId: anna,
            versionId: newId(),
            subjectId: null,
          },
        ),
      { now: T0 },
    );
    await engine.settles(T0);
    expect(await due()).toEqual(new Date('2027-03-09T00:00:00Z'));
    await engine.comesTo(new Date('2027-03-07T00:00:00Z'));
    expect(await engine.runs(id)).toHaveLength(0);
    await engine.comesTo(new Date('2027-03-09T00:00:00Z'));
    expect(await engine.runs(id)).toHaveLength(1);
    expect(await due()).toEqual(new Date('2028-03-09T00:00:00Z'));
  });

  it('starts a schedule for its audience alone, each of them once an occurrence, whoever else watches the clock', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const [anna, bela] = [await shop.client(), await shop.client()];
    await database.owner.query('update contact set orders_paid = 3 where id = $1', [anna]);
    const config = {
      when: { rule: 'FREQ=WEEKLY;BYDAY=MO', startDate: '2027-01-01', time: '10:00' },
      clock: 'business',
      audience: { field: 'contact.ordersPaid', is: 'at_least', value: 3 },
    };
    const id = await engine.publishes(chain([say('week')], { trigger: { type: 'schedule', config } }), { now: T0 });
    const monday = new Date('2027-03-08T07:00:00Z');
    await Promise.all([engine.comesTo(monday), engine.comesTo(monday)]);
    await engine.comesTo(monday);
    expect(await engine.said(anna)).toEqual(['queued week']);
    expect(await engine.said(bela)).toEqual([]);
    await engine.comesTo(new Date('2027-03-15T07:00:00Z'));
    expect(await engine.runs(id)).toHaveLength(2);
  });
});

describe('a start by hand for many', () => {
  it('says before who would enter, goes page by page, and stops when it is cancelled', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    await database.owner.query(
      `insert into contact (id, business_id, name, language, orders_paid, created_at)
       select gen_random_uuid(), $1, 'Client ' || n, 'en', n % 2, now() from generate_series(1, 500) n`,
      [shop.businessId],
    );
    const id = await engine.publishes(chain([{ id: 't', type: 'tag', config: { tag: 'bulk' } }]));
    const within = <T>(work: Parameters<typeof shop.within<T>>[0]) => shop.within(work, { actor: OWNER });
    const audience = { field: 'contact.ordersPaid', is: 'equal', value: 1 };
    expect(await within((tx) => previewStart(tx, { automationId: id, audience }))).toMatchObject({
      count: 250,
      exact: true,
    });
    const key = newId();
    await within((tx) => startByHand(tx, { automationId: id, audience, key }));
    await within((tx) => startByHand(tx, { automationId: id, audience, key }));
    await shop.within((tx) => nextBulkPage(tx, key));
    await within((tx) => cancelJob(tx, { jobId: key }));
    await engine.worksOff();
    await engine.settles();
    expect(await engine.runs(id)).toHaveLength(100);
    expect((await within((tx) => listJobs(tx, { automationId: id }))).jobs).toMatchObject([
      { state: 'cancelled', done: 100, total: 250 },
    ]);
  });

  it('for a hundred thousand goes by pages of a hundred, keeps pace with those who serve them, and its progress is seen', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    await database.owner.query(
      `insert into contact (id, business_id, name, language, orders_paid, created_at)
       select gen_random_uuid(), $1, 'Client ' || n, 'en', 0, now() from generate_series(1, 100000) n`,
      [shop.businessId],
    );
    const id = await engine.publishes(chain([{ id: 't', type: 'tag', config: { tag: 'bulk' } }]));
    const within = <T>(work: Parameters<typeof shop.within<T>>[0]) => shop.within(work, { actor: OWNER });
    expect(await within((tx) => previewStart(tx, { automationId: id, audience: null }))).toMatchObject({
      count: 100_000,
      exact: true,
    });
    const key = newId();
    const asked: { rows: number }[] = [];
    const counted =
      <T>(work: (tx: Tx) => Promise<T>) =>
      (tx: Tx): Promise<T> =>
        work({
          ...tx,
          async sql<T>(query: string, params?: readonly unknown[]): Promise<T[]> {
            const rows = await tx.sql<T>(query, params);
            asked.push({ rows: rows.length });
            return rows;
          },
        });
    await within(counted((tx) => startByHand(tx, { automationId: id, audience: null, key })));
    let held = 0;
    for (let pages = 0; pages < 20;) {
      const page = await shop.within(counted((tx) => nextBulkPage(tx, key)));
      if (!page.held) {
        pages += 1;
        continue;
      }
      held += 1;
      const { rows: waiting } = await database.owner.query(
        'select count(*)::int as n from stream_route where business_id = $1 and routed_seq < wanted_seq',
        [shop.businessId],
      );
      expect(waiting).toEqual([{ n: 500 }]);
      await engine.settles();
    }
    expect(held).toBe(3);
    expect(Math.max(...asked.map(({ rows }) => rows))).toBeLessThanOrEqual(100);
    expect(asked.length / (21 + held)).toBeLessThan(8);
    const job = async () => (await within((tx) => listJobs(tx, { automationId: id }))).jobs[0];
    expect(await job()).toMatchObject({ state: 'open', done: 2_000, total: 100_000 });

    await within((tx) => cancelJob(tx, { jobId: key }));
    await engine.worksOff();
    expect(await job()).toMatchObject({ state: 'cancelled', done: 2_000, total: 100_000 });
    const { rows } = await database.owner.query(
      `select count(*)::int as n from event where business_id = $1 and type = 'automation.started'`,
      [shop.businessId],
    );
    expect(rows).toEqual([{ n: 2_000 }]);
  });
});
