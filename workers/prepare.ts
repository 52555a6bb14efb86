import pg from 'pg';
import { ensureUser, migrateAuth, openAuth } from '#api/auth.ts';
import { env } from '#platform/env.ts';
import { newId } from '#platform/ids.ts';
import { openDatabase, sql } from '#persistence/database.ts';
import { localDoorbell } from '#persistence/doorbell.ts';
import { migrate } from '#persistence/migrations.ts';
import { ensureRoles } from '#persistence/roles.ts';
import { businessDoor } from '#persistence/with-business.ts';
import { publishAutomation } from '#use-cases/automations/publish-automation.ts';
import { thankForTheFirstOrder } from '#use-cases/demo/automations.ts';
import { seedDemo } from '#use-cases/demo/seed-demo.ts';

/** Brings the database up to date, and with `--demo` the demo shop into it. Any number of times. */
const log = (line: string): void => void process.stdout.write(`${line}\n`);

await ensureRoles({ ownerUrl: env.databaseUrl, password: env.databaseRolePassword });
const migrations = await migrate(env.databaseUrl);
log(migrations.length === 0 ? 'database is up to date' : `migrations: ${migrations.join(', ')}`);
const accounts = openAuth({ databaseUrl: env.databaseSystemUrl, secret: env.secret, publicUrl: env.publicUrl });
await migrateAuth(accounts.auth);

if (process.argv.includes('--demo')) {
  const password = 'takt-demo-2026';
  const ownerUserId = await ensureUser(accounts.auth, { email: 'owner@demo.takt', password, name: 'Ольга Мельник' });
  const managerUserId = await ensureUser(accounts.auth, {
    email: 'manager@demo.takt',
    password,
    name: 'Марина Титова',
  });
  const { businessId, botId } = await seedDemo({
    ownerUrl: env.databaseUrl,
    ownerUserId,
    managerUserId,
    botToken: env.demoBotToken,
  });
  await chooseDelivery(botId);
  await publishDemoAutomation(businessId);
  log('demo shop is in place');
}
await accounts.close();

/** Published once; what an owner changes in it later stays. */
async function publishDemoAutomation(businessId: string): Promise<void> {
  const database = await openDatabase({
    appUrl: env.databaseAppUrl,
    systemUrl: env.databaseSystemUrl,
    pool: 2,
    bell: localDoorbell(),
  });
  try {
    await businessDoor(database)(businessId, { kind: 'system', name: 'demo' }, async (tx) => {
      const found = await sql(tx.em, 'select 1 from automation where business_id = ? limit 1', [tx.businessId]);
      if (found.length > 0) return;
      await publishAutomation(tx, {
        automationId: newId(),
        document: thankForTheFirstOrder(env.demoWait),
        note: 'demo',
      });
    });
  } finally {
    await database.close();
  }
}

/** Webhooks need an address that Telegram can reach; without one the bot is polled. */
async function chooseDelivery(botId: string): Promise<void> {
  const client = new pg.Client({ connectionString: env.databaseUrl });
  await client.connect();
  try {
    const delivery = env.hasPublicUrl && env.publicUrl.startsWith('https:') ? 'webhook' : 'polling';
    await client.query('update bot set delivery = $2 where id = $1', [botId, delivery]);
  } finally {
    await client.end();
  }
}
