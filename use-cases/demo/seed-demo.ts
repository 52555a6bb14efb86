import pg from 'pg';
import { wallClock } from '#platform/clock.ts';
import { env } from '#platform/env.ts';
import { seal } from '#platform/secrets.ts';
import { addDemoSalon } from './add-demo-salon.ts';
import {
  demoBotId,
  demoBusinessId,
  demoManagerMembershipId,
  demoManagerTelegramId,
  demoOwnerMembershipId,
  demoShop,
} from './demo-shop.ts';
import { seedCatalog, type Ask } from './seed-catalog.ts';

export type SeedDemo = {
  /** Postgres as the owner role: row security does not hold it back. */
  ownerUrl: string;
  /** Ids of the demo accounts at sign-in. */
  ownerUserId: string;
  managerUserId: string;
  /** The bot's token; its digits are the bot's id at Telegram. */
  botToken: string;
  paymentDeadlineSeconds?: number | undefined;
  now?: Date | undefined;
};

/**
 * Brings in the demo shop: business, people, bot, catalogue with its opening stock, a salon. No orders, no bookings. What is already there
 * stays as it is, so that an owner's changes survive the next start; only the bot's token follows the settings.
 */
export async function seedDemo(input: SeedDemo): Promise<{ businessId: string; botId: string }> {
  const client = new pg.Client({ connectionString: input.ownerUrl });
  await client.connect();
  const now = input.now ?? wallClock.now();
  try {
    await client.query('begin');
    // Two starts at once seed one after the other.
    await client.query('select pg_advisory_xact_lock(7262)');
    await seedBusiness(client, input, now);
    await seedBot(client, input.botToken, now);
    const ask: Ask = async (query, params) => {
      let count = 0;
      const { rows } = await client.query(
        query.replaceAll('?', () => `$${(count += 1)}`),
        [...params],
      );
      return rows;
    };
    await seedCatalog(ask, { businessId: demoBusinessId, idOf: (id) => id, now });
    await addDemoSalon(ask, { businessId: demoBusinessId, now });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  return { businessId: demoBusinessId, botId: demoBotId };
}

async function seedBusiness(client: pg.Client, input: SeedDemo, now: Date): Promise<void> {
  const settings = {
    ...demoShop.settings,
    paymentDeadlineSeconds: input.paymentDeadlineSeconds ?? env.demoPaymentDeadlineSeconds,
  };
  await client.query(
    `insert into business (id, name, time_zone, currency, language, settings, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
    [demoBusinessId, demoShop.name, demoShop.timeZone, demoShop.currency, demoShop.language, settings, now],
  );
  const members = [
    [demoOwnerMembershipId, input.ownerUserId, 'owner', demoShop.ownerName],
    [demoManagerMembershipId, input.managerUserId, 'manager', demoShop.managerName],
  ] as const;
  for (const [id, userId, role, name] of members) {
    await client.query(
      `insert into membership (id, business_id, user_id, role, name, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set user_id = excluded.user_id`,
      [id, demoBusinessId, userId, role, name, now],
    );
  }
}

async function seedBot(client: pg.Client, token: string, now: Date): Promise<void> {
  const telegramId = Number(/^(\d+):/.exec(token)?.[1]);
  if (!Number.isSafeInteger(telegramId))
    throw new Error('the bot token must look like 123456:ABC; check TELEGRAM_BOT_TOKEN');
  const { rows } = await client.query<{ telegram_id: string }>('select telegram_id from bot where id = $1', [
    demoBotId,
  ]);
  const changed = rows[0] !== undefined && Number(rows[0].telegram_id) !== telegramId;
  await client.query(
    `insert into bot (id, business_id, telegram_id, username, name, token_sealed, webhook_secret, delivery, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'polling', $8)
     on conflict (id) do update set telegram_id = excluded.telegram_id, token_sealed = excluded.token_sealed,
       username = case when $9 then excluded.username else bot.username end,
       poll_offset = case when $9 then null else bot.poll_offset end`,
    [
      demoBotId,
      demoBusinessId,
      telegramId,
      `takt_${telegramId}_bot`,
      demoShop.botName,
      seal(token),
      demoBotId.replaceAll('-', ''),
      now,
      changed,
    ],
  );
  await client.query(
    `insert into staff_chat (business_id, bot_id, chat_id, membership_id, language, created_at)
     values ($1, $2, $3, $4, 'ru', $5) on conflict do nothing`,
    [demoBusinessId, demoBotId, demoManagerTelegramId, demoManagerMembershipId, now],
  );
}
