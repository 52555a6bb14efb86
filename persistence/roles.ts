import pg from 'pg';

/**
 * Makes sure of the database, its roles and its schema for sign-in. Runs as the owner of the database,
 * before the migrations, any number of times.
 */
export async function ensureRoles(options: { ownerUrl: string; password: string }): Promise<void> {
  await ensureDatabase(options.ownerUrl);
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    // Two starts at once must not both create a role.
    await client.query('select pg_advisory_lock(7261)');
    for (const role of ['takt_app', 'takt_system']) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      const verb = rowCount === 0 ? 'create' : 'alter';
      await client.query(
        `${verb} role ${role} with login nobypassrls password ${client.escapeLiteral(options.password)}`,
      );
      await client.query(`grant usage on schema public to ${role}`);
    }
    await client.query('create schema if not exists auth');
    await client.query('grant usage, create on schema auth to takt_system');
    await client.query(
      'alter default privileges in schema auth grant select, insert, update, delete on tables to takt_system',
    );
  } finally {
    await client.end();
  }
}

async function ensureDatabase(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
