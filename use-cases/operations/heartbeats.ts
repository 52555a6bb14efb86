import { sql, type Database } from '#persistence/database.ts';

/** A background loop says that it lives, with what it knows; health reads it across processes. */
export async function beatHeart(
  database: Pick<Database, 'system'>,
  name: string,
  facts: Record<string, unknown>,
): Promise<void> {
  await sql(
    database.system.em.fork(),
    `insert into heartbeat (name, at, facts) values (?, clock_timestamp(), ?::jsonb)
     on conflict (name) do update set at = excluded.at, facts = excluded.facts where heartbeat.at < excluded.at - interval '1 second'`,
    [name, JSON.stringify(facts)],
  );
}
