import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anEngine, chain, say, wait } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop } from '#test/support/shop.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const T0 = new Date('2027-03-01T09:00:00Z');
const hours = (count: number): Date => new Date(T0.getTime() + count * 3_600_000);
const caps = { messageCaps: { service: { perDay: 2, perWeek: null }, marketing: { perDay: null, perWeek: null } } };

describe('the cap of a business on messages', () => {
  it('holds over all automations, also when they write at once', async () => {
    const shop = await aShop(database, { settings: caps });
    const engine = anEngine(database, shop);
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1)
      ids.push(await engine.publishes(chain([say('hello', `hello ${index}`)], { name: `A${index}` }), { now: T0 }));
    const anna = await shop.client();
    await Promise.all(ids.map((id) => engine.starts(id, anna, T0)));
    await Promise.all([engine.settles(T0), engine.settles(T0)]);
    expect(await engine.said(anna)).toHaveLength(2);
    const held = await Promise.all(ids.map((id) => engine.run(id, anna)));
    expect(held.filter((run) => run.state === 'waiting')).toHaveLength(3);
    await engine.comesTo(hours(24));
    expect(await engine.said(anna)).toHaveLength(4);
    await engine.comesTo(hours(48));
    expect(await engine.said(anna)).toHaveLength(5);
  });

  it('is written down where it held somebody back', async () => {
    const shop = await aShop(database, { settings: caps });
    const engine = anEngine(database, shop);
    const id = await engine.publishes(chain([say('a'), say('b'), say('c')], { settings: { onCap: 'skip' } }), {
      now: T0,
    });
    const anna = await shop.client();
    await engine.starts(id, anna, T0);
    await engine.settles(T0);
    expect(await engine.said(anna)).toEqual(['queued a', 'queued b']);
    const run = await engine.run(id, anna);
    expect((await engine.log(run.id)).find((line) => line.node_id === 'c')?.facts).toMatchObject({
      notSent: 'cap',
      most: 2,
      hours: 24,
    });
  });
});

describe('quiet hours', () => {
  const quiet = { settings: { quietHours: { from: '21:00', to: '09:00' } } };

  it('hold a message until the morning of the client, over a change of clocks too', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const evening = new Date('2027-03-27T20:30:00Z');
    const id = await engine.publishes(chain([wait('w', 'PT1M'), say('hello')], quiet), { now: evening });
    const anna = await shop.client();
    await database.owner.query(`update contact set time_zone = 'Europe/Berlin' where id = $1`, [anna]);
    await engine.starts(id, anna, evening);
    await engine.settles(evening);
    await engine.comesTo(new Date(evening.getTime() + 60_000));
    // In the night of 28 March the clocks of Berlin go on by an hour: nine o'clock is seven in UTC, not eight.
    expect((await engine.run(id, anna)).deadline_at).toEqual(new Date('2027-03-28T07:00:00Z'));
    expect(await engine.said(anna)).toEqual([]);
    await engine.comesTo(new Date('2027-03-28T07:00:00Z'));
    expect(await engine.said(anna)).toEqual(['queued hello']);
  });

  it('do not hold the answer to what the client has just written', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const night = new Date('2027-03-01T22:30:00Z');
    const trigger = { type: 'keyword', config: { words: ['hours'], match: 'whole' } };
    await engine.publishes(chain([say('open')], { ...quiet, trigger }), { now: night });
    const anna = await shop.client();
    await engine.happens(anna, 'chat.message', { text: 'hours' }, { now: night });
    await engine.settles(night);
    expect(await engine.said(anna)).toEqual(['queued open']);
  });
});
