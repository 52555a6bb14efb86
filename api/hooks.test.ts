import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type Express } from 'express';
import supertest from 'supertest';
import { anEngine, chain, say } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER } from '#test/support/shop.ts';
import { readWebhook } from '#use-cases/webhooks/webhooks.ts';
import type { BusinessDoor } from '#persistence/with-business.ts';
import { hookDoor } from './routes/hooks.ts';

let database: TestDatabase;
let app: Express;
beforeAll(async () => {
  database = await testDatabase();
  app = express().use(hookDoor(database));
});
afterAll(() => database.drop());

/** A chain with its address; what is said to this client alone is refused by the database until the trouble ends. */
async function aTroubledHook() {
  const shop = await aShop(database);
  const engine = anEngine(database, shop);
  const automationId = await engine.publishes(
    chain([say('hello')], { trigger: { type: 'webhook', config: { contactBy: 'contact', contactPath: 'id' } } }),
  );
  const { path } = await shop.within((tx) => readWebhook(tx, { automationId }), { actor: OWNER });
  const troubled = await shop.client();
  const constraint = `trouble_${troubled.replaceAll('-', '')}`;
  await database.owner.query(
    `alter table message add constraint ${constraint} check (contact_id <> '${troubled}') not valid`,
  );
  return {
    ...{ shop, engine, automationId, troubled, path },
    ends: () => database.owner.query(`alter table message drop constraint ${constraint}`),
    posts: (id: string, key = '') =>
      supertest(app)
        .post(path)
        .set(key === '' ? {} : { 'idempotency-key': key })
        .send({ id }),
    /** The router's next tries, however long it would wait between them. */
    triesAgain: async () => {
      await database.owner.query(`update run_inbox set next_attempt_at = now() - interval '1 minute'`);
      await engine.settles();
    },
  };
}

describe('a request whose chain breaks at its first step', () => {
  it('is kept and not answered with an error, goes on when the trouble is over, and the same key tells the same', async () => {
    const { troubled, ends, posts, triesAgain, engine, automationId, shop } = await aTroubledHook();
    const answer = await posts(troubled, 'k1');
    expect([answer.status, answer.body]).toEqual([202, { accepted: true, runId: expect.any(String) }]);
    const again = await posts(troubled, 'k1');
    expect([again.status, again.body, again.headers['idempotent-replay']]).toEqual([202, answer.body, 'true']);
    await engine.settles();
    expect(await shop.told(troubled)).toEqual([]);
    await ends();
    await triesAgain();
    expect((await shop.told(troubled)).map(({ body }) => body)).toEqual(['hello']);
    expect(await engine.runs(automationId)).toMatchObject([{ id: answer.body.runId, outcome: 'finished' }]);
  });

  it('fails where it broke after five tries, for the owner to see and retry', async () => {
    const { troubled, ends, posts, triesAgain, engine, automationId } = await aTroubledHook();
    await posts(troubled);
    for (let count = 0; count < 5; count += 1) await triesAgain();
    expect(await engine.runs(automationId)).toMatchObject([{ state: 'ended', outcome: 'failed' }]);
    await ends();
  });

  it('does not break those that come with it', async () => {
    const { shop, troubled, ends, posts } = await aTroubledHook();
    const others = await Promise.all([1, 2, 3, 4].map(() => shop.client()));
    const answers = await Promise.all([...others, troubled].map((id) => posts(id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 202]);
    await ends();
  });
});

describe('a request of which it is not known whether it was heard', () => {
  it('is not heard a second time by itself: its sender is told, and may send it again with its key', async () => {
    const { shop, engine, automationId, ends, path } = await aTroubledHook();
    const lost: BusinessDoor = async (...args) => {
      await database.withBusiness(...args);
      throw new Error('Connection terminated unexpectedly');
    };
    const answer = await supertest(express().use(hookDoor({ withBusiness: lost })))
      .post(path)
      .send({ id: await shop.client() });
    expect(answer.status).toBe(500);
    expect(await engine.runs(automationId)).toHaveLength(1);
    await ends();
  });
});
