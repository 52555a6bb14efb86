import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unseal } from '#platform/secrets.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoBotId, demoBusinessId } from './demo-shop.ts';
import { seedDemo } from './seed-demo.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const seed = (botToken = '7001:demo') =>
  seedDemo({ ownerUrl: database.ownerUrl, ownerUserId: 'user-o', managerUserId: 'user-m', botToken });
const rows = async (query: string) => (await database.owner.query(query)).rows;

describe('the demo shop', () => {
  it('is there after the first start: catalogue, stock with its ledger, people, bot', async () => {
    await Promise.all([seed(), seed()]);
    expect(
      await rows(
        'select (select count(*)::int from category) c, (select count(*)::int from product) p, (select count(*)::int from photo) f',
      ),
    ).toEqual([{ c: 4, p: 12, f: 12 }]);
    expect(
      await rows(
        'select v.id from variant v where on_hand <> coalesce((select sum(on_hand_change) from stock_entry e where e.variant_id = v.id), 0)',
      ),
    ).toEqual([]);
    expect(
      await rows(
        'select min(price_minor)::int as low, max(price_minor)::int as high, min(on_hand) as empty from variant',
      ),
    ).toEqual([{ low: 39_000, high: 490_000, empty: 0 }]);
    expect(await rows('select role, user_id from membership order by role')).toEqual([
      { role: 'manager', user_id: 'user-m' },
      { role: 'owner', user_id: 'user-o' },
    ]);
    const [bot] = await rows('select business_id, telegram_id, token_sealed from bot');
    expect(bot).toMatchObject({ business_id: demoBusinessId, telegram_id: '7001' });
    expect(unseal(bot.token_sealed)).toBe('7001:demo');
  });

  it('has a salon: who gives what, where and when', async () => {
    await Promise.all([seed(), seed()]);
    expect(
      await rows(
        `select (select count(*)::int from place) p, (select count(*)::int from staff) w, (select count(*)::int from service) s,
           (select count(*)::int from service_category) c, (select count(*)::int from resource) r, (select count(*)::int from booking) b`,
      ),
    ).toEqual([{ p: 1, w: 4, s: 9, c: 3, r: 4, b: 0 }]);
    await database.owner.query(`delete from staff_service; update service set removed_at = now() where capacity > 1`);
    await seed();
    expect(await rows('select count(*)::int as count from staff_service')).toEqual([{ count: 0 }]);
    expect(await rows('select count(*)::int as count from service where removed_at is null')).toEqual([{ count: 8 }]);
  });

  it('keeps what the owner changed when it starts again, and follows the bot token', async () => {
    await seed();
    await database.owner.query(
      `update variant set price_minor = 12300, on_hand = 1; update business set name = 'Моя лавка'`,
    );
    await seed('8002:other');
    expect(await rows('select distinct price_minor::int as price, on_hand from variant')).toEqual([
      { price: 12_300, on_hand: 1 },
    ]);
    expect(await rows('select name from business')).toEqual([{ name: 'Моя лавка' }]);
    expect(await rows(`select telegram_id from bot where id = '${demoBotId}'`)).toEqual([{ telegram_id: '8002' }]);
  });
});
