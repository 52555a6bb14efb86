import pg from 'pg';
import { settingsOf } from '#domain/settings.ts';
import { newId } from '#platform/ids.ts';
import { seal } from '#platform/secrets.ts';
import { startProduct, type Product } from '#test/chaos/product.ts';
import { demoBotId, demoBusinessId, demoCatalog, demoShop } from '#use-cases/demo/demo-shop.ts';

export type BenchBot = { id: string; token: string };
export type World = {
  product: Product;
  bots: BenchBot[];
  rows: pg.Pool;
  telegram: string;
  /** Statistics of what was just put in, which autovacuum would take within its nap: what is measured is no newborn table. */
  analyze(): Promise<void>;
  close(): Promise<void>;
};

/** The product as it runs, with four bots in the demo shop, in a database and with emulators of its own. */
export async function openWorld(): Promise<World> {
  const databaseUrl = process.env['DATABASE_URL'];
  const temporalAddress = process.env['TEMPORAL_ADDRESS'];
  if (!databaseUrl || !temporalAddress)
    throw new Error('run it by "npm run bench", which starts Postgres and Temporal');
  const bots: BenchBot[] = [{ id: demoBotId, token: '7001:demo-bot-of-the-phone-simulator' }];
  for (let n = 2; n <= 4; n += 1) bots.push({ id: newId(), token: `70${n}0:a-bot-of-the-benchmarks` });
  const product = await startProduct({
    dir: process.env['TAKT_DATA_DIR'] ?? '.takt/bench',
    emulators: 'benchmarks/emulators.ts',
    env: { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress, TAKT_DEMO_WAIT: 'PT10M' },
    prepare: () => addBots(databaseUrl, bots.slice(1)),
  });
  const rows = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  rows.on('error', () => undefined);
  return {
    product,
    bots,
    rows,
    telegram: product.urls.telegram,
    async analyze() {
      await rows.query('analyze');
    },
    async close() {
      await rows.end();
      await product.stop();
    },
  };
}

async function addBots(databaseUrl: string, bots: readonly BenchBot[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (const bot of bots) {
    const telegramId = Number(bot.token.split(':')[0]);
    await client.query(
      `insert into bot (id, business_id, telegram_id, username, name, token_sealed, webhook_secret, delivery, created_at)
       values ($1, $2, $3, $4, 'Bench', $5, $6, 'polling', now())`,
      [bot.id, demoBusinessId, telegramId, `bench_${telegramId}_bot`, seal(bot.token), newId()],
    );
  }
  await client.end();
}

export type Checkout = { bot: BenchBot; userId: number; key: string };

/** Clients who stand before the confirm button: contact, cart and dialogue written straight into the tables. */
export async function prepareCheckouts(
  world: World,
  input: { count: number; firstUserId: number; bots: readonly BenchBot[]; stock: number },
): Promise<{ checkouts: Checkout[]; variantId: string }> {
  const { categoryId, photoId } = await someShelf(world);
  const productId = newId();
  const variantId = newId();
  const name = { ru: 'Последняя партия', en: 'The last batch' };
  const priceMinor = 50_000;
  await world.rows.query(
    `insert into product (id, business_id, category_id, name, description, photo_id, position, created_at) values ($1, $2, $3, $4, $4, $5, 99, now())`,
    [productId, demoBusinessId, categoryId, name, photoId],
  );
  await world.rows.query(
    `insert into variant (id, business_id, product_id, name, price_minor, on_hand, position) values ($1, $2, $3, $4, $5, $6, 0)`,
    [variantId, demoBusinessId, productId, { ru: 'одна', en: 'one' }, priceMinor, input.stock],
  );
  const { courierFeeMinor } = settingsOf({ settings: demoShop.settings });
  const checkouts = Array.from({ length: input.count }, (_, at) => ({
    bot: input.bots[at % input.bots.length]!,
    userId: input.firstUserId + at,
    key: newId(),
  }));
  const people = checkouts.map(({ bot, userId, key }) => ({
    contact_id: newId(),
    identity_id: newId(),
    bot_id: bot.id,
    user_id: userId,
    state: {
      kind: 'checkout',
      key,
      step: 'summary',
      date: null,
      changing: false,
      noticedAt: null,
      draft: {
        name: 'Клиент',
        phone: '+79000000000',
        delivery: { kind: 'courier', address: 'Кедровая улица, 1' },
        comment: null,
      },
      seenTotalMinor: priceMinor + courierFeeMinor,
    },
  }));
  const input_ =
    'jsonb_to_recordset($2::jsonb) as p(contact_id uuid, identity_id uuid, bot_id uuid, user_id bigint, state jsonb)';
  const values = [demoBusinessId, JSON.stringify(people)];
  await world.rows.query(
    `insert into contact (id, business_id, name, language, phone, created_at) select p.contact_id, $1, 'Клиент', 'ru', '+79000000000', now() from ${input_}`,
    values,
  );
  await world.rows.query(
    `insert into contact_identity (id, business_id, contact_id, bot_id, kind, external_id, created_at)
     select p.identity_id, $1, p.contact_id, p.bot_id, 'telegram', p.user_id, now() from ${input_}`,
    values,
  );
  await world.rows.query(
    `insert into dialogue (business_id, bot_id, chat_id, contact_id, state, updated_at) select $1, p.bot_id, p.user_id, p.contact_id, p.state, now() from ${input_}`,
    values,
  );
  await world.rows.query(
    `insert into cart_line (business_id, contact_id, variant_id, quantity, seen_price_minor, added_at)
     select $1, p.contact_id, $3, 1, $4, now() from ${input_}`,
    [...values, variantId, priceMinor],
  );
  return { checkouts, variantId };
}

async function someShelf(world: World): Promise<{ categoryId: string; photoId: string | null }> {
  const { rows } = await world.rows.query<{ photo_id: string | null }>('select photo_id from product limit 1');
  return { categoryId: demoCatalog[0]!.id, photoId: rows[0]?.photo_id ?? null };
}
