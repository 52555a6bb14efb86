import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Clock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { openDatabase, type Database } from '#persistence/database.ts';
import { localDoorbell } from '#persistence/doorbell.ts';
import { migrate } from '#persistence/migrations.ts';
import { ensureRoles } from '#persistence/roles.ts';
import { businessDoor, type BusinessDoor } from '#persistence/with-business.ts';

const PASSWORD = 'takt-local-only';

export type TestDatabase = Database & {
  ownerUrl: string;
  appUrl: string;
  systemUrl: string;
  withBusiness: BusinessDoor;
  /** Runs SQL as the owner, past row security: for arranging and for looking. */
  owner: pg.Pool;
  drop(): Promise<void>;
};

/**
 * A fresh database of its own, migrated, on the Postgres that `scripts/test.js` has started
 * (`TAKT_TEST_POSTGRES`, an owner's URL). Fails with the command to run when there is none.
 */
export async function testDatabase(clock?: Clock): Promise<TestDatabase> {
  const base = process.env['TAKT_TEST_POSTGRES'];
  if (!base)
    throw new Error('TAKT_TEST_POSTGRES is not set: run the tests by "npm test -- PATH", which starts Postgres');
  const url = new URL(base);
  url.pathname = `/test_${randomBytes(6).toString('hex')}`;
  const ownerUrl = url.toString();
  await ensureRoles({ ownerUrl, password: PASSWORD });
  await migrate(ownerUrl);
  const as = (user: string) => {
    const changed = new URL(ownerUrl);
    changed.username = user;
    changed.password = PASSWORD;
    return changed.toString();
  };
  const database = await openDatabase({
    appUrl: as('takt_app'),
    systemUrl: as('takt_system'),
    pool: 12,
    bell: localDoorbell(),
  });
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  owner.on('error', () => undefined);
  return {
    ...database,
    ownerUrl,
    appUrl: as('takt_app'),
    systemUrl: as('takt_system'),
    withBusiness: businessDoor(database, clock),
    owner,
    async drop() {
      await owner.end();
      await database.close();
      const admin = new pg.Client({ connectionString: base });
      await admin.connect();
      await admin.query(`drop database ${admin.escapeIdentifier(url.pathname.slice(1))} with (force)`);
      await admin.end();
    },
  };
}

/** A business with one bot, straight in the tables. */
export async function aBusiness(
  database: TestDatabase,
  settings: Record<string, unknown> = {},
): Promise<{ businessId: string; botId: string }> {
  const businessId = newId();
  const botId = newId();
  await database.owner.query(
    `insert into business (id, name, time_zone, currency, language, settings, created_at)
     values ($1, 'Test shop', 'Europe/Moscow', 'RUB', 'ru', $2, now())`,
    [businessId, settings],
  );
  await database.owner.query(
    `insert into bot (id, business_id, telegram_id, username, name, token_sealed, webhook_secret, delivery, created_at)
     values ($1, $2, $3, 'test_bot', 'Test', '', 'secret', 'polling', now())`,
    [botId, businessId, Math.floor(Math.random() * 1e12)],
  );
  return { businessId, botId };
}
