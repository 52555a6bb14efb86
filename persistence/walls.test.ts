import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '#platform/ids.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, type Shop } from '#test/support/shop.ts';
import { entities } from './entities/index.ts';

let database: TestDatabase;
let shop: Shop;
let neighbour: Shop;
let app: pg.Client;
let system: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  shop = await aShop(database);
  neighbour = await aShop(database);
  await shop.orders(await shop.client(), 1);
  await neighbour.orders(await neighbour.client(), 1);
  app = new pg.Client({ connectionString: database.appUrl });
  system = new pg.Client({ connectionString: database.systemUrl });
  await app.connect();
  await system.connect();
});
afterAll(async () => {
  await app?.end();
  await system?.end();
  await database.drop();
});

const tablesOfBusinesses = async (): Promise<string[]> => {
  const { rows } = await database.owner.query(
    `select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'business_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map((row: { table_name: string }) => row.table_name);
};

describe('the wall between businesses', () => {
  it('shows nothing of any table to one who has entered no business', async () => {
    for (const table of [...(await tablesOfBusinesses()), 'business']) {
      const { rows } = await app.query(`select count(*)::int as n from "${table}"`);
      expect({ table, seen: rows[0].n }).toEqual({ table, seen: 0 });
    }
  });

  it('shows one business its own rows alone, in every table', async () => {
    await app.query('begin');
    await app.query(`select set_config('takt.business_id', $1, true)`, [shop.businessId]);
    for (const table of await tablesOfBusinesses()) {
      const { rows } = await app.query(`select count(*)::int as n from "${table}" where business_id <> $1`, [
        shop.businessId,
      ]);
      expect({ table, foreign: rows[0].n }).toEqual({ table, foreign: 0 });
    }
    const { rows } = await app.query('select count(*)::int as n from "order"');
    expect(rows[0].n).toBe(1);
    await app.query('rollback');
  });

  it('lets nobody write into another business, or move a row there', async () => {
    const attempt = (query: string, params: unknown[]) =>
      database.withBusiness(shop.businessId, { kind: 'system', name: 'test' }, (tx) => tx.sql(query, params));
    await expect(
      attempt('insert into category (id, business_id, name, position) values (?, ?, ?::jsonb, 1)', [
        newId(),
        neighbour.businessId,
        '{}',
      ]),
    ).rejects.toThrow(/row-level security/);
    await expect(attempt('update category set business_id = ?', [neighbour.businessId])).rejects.toThrow(
      /row-level security|foreign key/,
    );
    expect(await attempt('update product set hidden = true where id = ? returning id', [neighbour.productId])).toEqual(
      [],
    );
  });

  it('refuses a key of another business even where key checks pass by row security', async () => {
    await expect(
      database.withBusiness(shop.businessId, { kind: 'system', name: 'test' }, (tx) =>
        tx.sql('update product set category_id = (select gen_random_uuid()) where id = ?', [shop.productId]),
      ),
    ).rejects.toThrow(/foreign key/);
  });

  it('guards every table that has a business, and forces the guard on its owner too', async () => {
    const { rows } = await database.owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and (not relrowsecurity or not relforcerowsecurity) order by 1`,
    );
    // These hold no data of a business: claims on chats, signs of life of processes, letters to people.
    expect(rows.map((row: { relname: string }) => row.relname)).toEqual([
      'chat_claim',
      'heartbeat',
      'mail',
      'mikro_orm_migrations',
    ]);
  });
});

describe('the system role', () => {
  it.each([
    'order',
    'payment',
    'contact',
    'contact_identity',
    'product',
    'event',
    'run',
    'run_log',
    'incoming_message',
    'dialogue',
  ])('cannot read %s', async (table) => {
    await expect(system.query(`select * from "${table}" limit 1`)).rejects.toThrow(/permission denied/);
  });

  it('sees that a message waits, and not what it says', async () => {
    await expect(system.query('select id, bot_id, state, not_before from message')).resolves.toBeDefined();
    await expect(system.query('select payload from message')).rejects.toThrow(/permission denied/);
    await expect(system.query('select body from message')).rejects.toThrow(/permission denied/);
    await expect(system.query('select payload from update')).rejects.toThrow(/permission denied/);
  });
});

describe('what is written once', () => {
  it.each(['event', 'stock_entry', 'contact_change', 'settlement', 'run_log', 'automation_version'])(
    '%s can be neither changed nor deleted',
    async (table) => {
      const attempt = (query: string) =>
        database.withBusiness(shop.businessId, { kind: 'system', name: 'test' }, (tx) => tx.sql(query));
      await expect(attempt(`delete from ${table}`)).rejects.toThrow(/permission denied/);
      await expect(attempt(`update ${table} set business_id = business_id`)).rejects.toThrow(/permission denied/);
    },
  );
});

describe('the database refuses what must not be', () => {
  it('more pieces promised than there are', async () => {
    await expect(
      database.owner.query('update variant set reserved = on_hand + 1 where id = $1', [shop.variantId]),
    ).rejects.toThrow(/stock_covers_holds/);
  });

  it('a total that does not add up', async () => {
    await expect(database.owner.query('update "order" set total_minor = total_minor + 1')).rejects.toThrow(
      /total_adds_up/,
    );
  });

  it('two applied settlements of one payment', async () => {
    const { rows } = await database.owner.query('select id from payment where business_id = $1', [shop.businessId]);
    const settle = () =>
      database.owner.query(
        `insert into settlement (id, business_id, payment_id, source, decision, amount_minor, reason, actor, created_at)
         values ($1, $2, $3, 'hand', 'applied', 1, 'test', 'test', now())`,
        [newId(), shop.businessId, rows[0].id],
      );
    await settle();
    await expect(settle()).rejects.toThrow(/one_applied_settlement/);
  });
});

describe('entities and tables', () => {
  it('have the same columns, and agree on which may be empty', async () => {
    const { rows } = await database.owner.query(
      `select table_name, column_name, is_nullable from information_schema.columns where table_schema = 'public'`,
    );
    const columns = new Map(
      rows.map((row: Record<string, string>) => [`${row['table_name']}.${row['column_name']}`, row['is_nullable']]),
    );
    const wrong: string[] = [];
    for (const entity of entities) {
      const { tableName, properties } = entity.meta as unknown as {
        tableName: string;
        properties: Record<string, { nullable?: boolean }>;
      };
      for (const [name, property] of Object.entries(properties)) {
        const column = `${tableName}.${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
        const nullable = columns.get(column);
        if (nullable === undefined) wrong.push(`${column} is not there`);
        else if ((nullable === 'YES') !== (property.nullable === true))
          wrong.push(`${column} disagrees on being empty`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('hot look-ups use their index as the application role', () => {
  const id = '01999999-0000-7000-8000-000000000000';
  it.each([
    [
      'orders by recency',
      `select id from "order" where business_id = '${id}' order by created_at desc, id desc limit 50`,
      'order_by_recency',
    ],
    [
      'orders of a client',
      `select id from "order" where business_id = '${id}' and contact_id = '${id}' order by created_at desc, id desc limit 20`,
      'order_by_contact',
    ],
    [
      'clients by recency',
      `select id from contact where business_id = '${id}' order by coalesce(last_message_at, '-infinity') desc, id desc limit 50`,
      'contact_by_recency',
    ],
    [
      'live runs of a client',
      `select id from run where business_id = '${id}' and contact_id = '${id}' and state <> 'ended'`,
      'run_live_by_contact',
    ],
    [
      'what an event can start',
      `select version_id from automation_trigger where business_id = '${id}' and event_type = 'order.paid'`,
      'automation_trigger_pkey',
    ],
    [
      'the next update of a chat',
      `select payload from update where bot_id = '${id}' and chat_id = 1 and processed_at is null and dead_at is null order by seq limit 1`,
      'update_pending',
    ],
    [
      'messages of a bot that are due',
      `select distinct on (chat_id, class) id from message where business_id = '${id}' and bot_id = '${id}' and state in ('queued', 'reserved') order by chat_id, class, seq`,
      'message_due',
    ],
    [
      'the conversation of a client',
      `select id from message where business_id = '${id}' and contact_id = '${id}' order by seq desc limit 50`,
      'message_by_contact',
    ],
    [
      'the client of a chat',
      `select contact_id from contact_identity where business_id = '${id}' and bot_id = '${id}' and external_id = 1`,
      'contact_identity_business_id_bot_id_external_id_key',
    ],
    [
      'events of a stream',
      `select id from event where business_id = '${id}' and stream_id = '${id}' and stream_seq > 5 order by stream_seq limit 100`,
      'event_business_id_stream_id_stream_seq_key',
    ],
  ])('%s', async (_name, query, index) => {
    await app.query('begin');
    await app.query(`select set_config('takt.business_id', $1, true), set_config('enable_seqscan', 'off', true)`, [id]);
    const { rows } = await app.query(`explain ${query}`);
    await app.query('rollback');
    expect(rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n')).toContain(index);
  });

  it.each([
    [
      'processes to wake',
      `select p.id from unnest(array['checkout', 'automation-run']) with ordinality as kind (type, place) cross join lateral (
         select id, woken_at from process where type = kind.type and wake_no > seen_no and state = 'open' order by woken_at limit 50) p
       order by kind.place, p.woken_at limit 50`,
      'process_to_wake',
    ],
    [
      'streams to route',
      'select stream_id from stream_route where routed_seq < wanted_seq order by wanted_at limit 50',
      'stream_route_waiting',
    ],
  ])('%s, as the system role', async (_name, query, index) => {
    await system.query('begin');
    await system.query(`select set_config('enable_seqscan', 'off', true)`);
    const { rows } = await system.query(`explain ${query}`);
    await system.query('rollback');
    expect(rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n')).toContain(index);
  });
});
