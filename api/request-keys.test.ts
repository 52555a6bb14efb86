import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anEngine, chain, wait } from '#test/support/engine.ts';
import { newId } from '#platform/ids.ts';
import { openTestDoor, type TestDoor } from '#test/support/api-door.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, type Shop } from '#test/support/shop.ts';

let database: TestDatabase;
let door: TestDoor;
let shop: Shop;
let automationId: string;
let anna: string;
let cookies: Record<'owner' | 'manager', string>;

beforeAll(async () => {
  database = await testDatabase();
  door = await openTestDoor(database);
  shop = await aShop(database);
  await door.hire(shop.businessId, 'owner');
  await door.hire(shop.businessId, 'manager');
  cookies = { owner: await door.signIn('owner'), manager: await door.signIn('manager') };
});
afterAll(async () => {
  await door.close();
  await database.drop();
});
beforeEach(async () => {
  automationId = await anEngine(database, shop).publishes(chain([wait('pause', 'P1D')]));
  anna = await shop.client();
});

const starts = (key?: string, body: object = { contactId: anna }, who: keyof typeof cookies = 'owner') => {
  const asked = door.ask('post', `/api/automations/${automationId}/start`, cookies[who]);
  return (key === undefined ? asked : asked.set('idempotency-key', key)).send(body);
};
const startedTimes = async (): Promise<number> => {
  const { rows } = await database.owner.query(
    `select count(*)::int as n from event where type = 'automation.started' and data ->> 'automationId' = $1`,
    [automationId],
  );
  return rows[0].n;
};

describe('a request that changes something, sent again with its key', () => {
  it('is done once and answered the same, also when both are on their way at one time', async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => starts(key)));
    answers.push(await starts(key));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [200, { jobId: null }]));
    expect(answers.filter(({ headers }) => headers['idempotent-replay'] === 'true')).toHaveLength(10);
    expect(await startedTimes()).toBe(1);
  });

  it('is two requests without a key, or with two', async () => {
    for (const key of [undefined, undefined, newId(), newId()]) await starts(key);
    expect(await startedTimes()).toBe(4);
  });

  it('is refused when the key was given to another request', async () => {
    const key = newId();
    await starts(key);
    const other = await starts(key, { contactId: await shop.client() });
    expect(other.status).toBe(422);
    expect(other.body).toMatchObject({ code: 'key_reused', path: 'Idempotency-Key' });
    expect(other.body.detail).toContain('another request');
    expect(await startedTimes()).toBe(1);
  });

  it('may be done after it was refused', async () => {
    const key = newId();
    await database.owner.query(`update automation set state = 'paused' where id = $1`, [automationId]);
    expect((await starts(key)).body).toMatchObject({ code: 'automation_not_active' });
    await database.owner.query(`update automation set state = 'active' where id = $1`, [automationId]);
    expect((await starts(key)).status).toBe(200);
    expect(await startedTimes()).toBe(1);
  });

  it('is known to the one who sent it alone', async () => {
    const key = newId();
    const creates = (who: keyof typeof cookies) =>
      door
        .ask('post', '/api/service-categories', cookies[who])
        .set('idempotency-key', key)
        .send({ name: { ru: 'Уход', en: 'Care' } });
    const [first, again] = [await creates('owner'), await creates('owner')];
    expect(again.body).toEqual(first.body);
    expect((await creates('manager')).body).not.toEqual(first.body);
  });

  it('leaves nothing behind where it only asks', async () => {
    const key = newId();
    const asks = await door
      .ask('post', `/api/automations/${automationId}/start-preview`, cookies.owner)
      .set('idempotency-key', key)
      .send({ audience: null });
    expect(asks.status).toBe(200);
    const { rows } = await database.owner.query('select 1 from api_request where request_key = $1', [key]);
    expect(rows).toEqual([]);
  });

  it.each(['short', 'x'.repeat(201), 'with a space'])('needs a key that is one: %s', async (key) => {
    const answer = await starts(key);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'key_invalid', path: 'Idempotency-Key' });
    expect(await startedTimes()).toBe(0);
  });

  it('keeps its answer sealed, since an address may be a secret', async () => {
    const webhook = await anEngine(database, shop).publishes(
      chain([wait('pause', 'P1D')], {
        trigger: { type: 'webhook', config: { contactBy: 'contact', contactPath: 'id' } },
      }),
    );
    const renewed = await door
      .ask('post', `/api/automations/${webhook}/webhook/renew`, cookies.owner)
      .set('idempotency-key', newId())
      .send({});
    expect(renewed.status).toBe(200);
    const token = String(renewed.body.path).split('/').at(-1)!;
    const { rows } = await database.owner.query(
      'select answer_sealed from api_request order by received_at desc limit 1',
    );
    expect(rows[0].answer_sealed).toBeTruthy();
    expect(rows[0].answer_sealed).not.toContain(token);
  });
});
