import { sql, type Database } from '#persistence/database.ts';

export type Lease = { botId: string; holder: string; fence: number };
type System = Pick<Database, 'system'>;

/** Bots that have something due, or a reservation whose time is over, and that nobody serves or rests. */
export async function findBotsWithMessages(
  database: System,
  limit: number,
): Promise<{ botId: string; businessId: string }[]> {
  const rows = await sql<{ bot_id: string; business_id: string }>(
    database.system.em.fork(),
    `select m.bot_id, min(m.business_id::text)::uuid as business_id from message m
     join bot b on b.id = m.bot_id and b.enabled
     left join bot_lease l on l.bot_id = m.bot_id
     where m.state in ('queued', 'reserved') and m.not_before <= clock_timestamp()
       and (m.state = 'queued' or m.reserved_until <= clock_timestamp())
       and coalesce(l.until, '-infinity') <= clock_timestamp() and coalesce(l.paused_until, '-infinity') <= clock_timestamp()
     group by m.bot_id limit ?`,
    [limit],
  );
  return rows.map((row) => ({ botId: row.bot_id, businessId: row.business_id }));
}

/** When something is due next that nobody could send yet. */
export async function nextMessageAt(database: System): Promise<Date | undefined> {
  const [row] = await sql<{ at: Date | null }>(
    database.system.em.fork(),
    `select min(at) as at from (
       (select not_before as at from message where state in ('queued', 'reserved') and not_before > clock_timestamp() order by not_before limit 1)
       union all (select paused_until from bot_lease where paused_until > clock_timestamp())) due`,
  );
  return row?.at ?? undefined;
}

/** Takes the lease when its time is over by the database's clock. Each holder has a higher fence than the one before. */
export async function acquireLease(
  database: System,
  input: { botId: string; businessId: string; holder: string; seconds: number },
): Promise<Lease | undefined> {
  const [row] = await sql<{ fence: number }>(
    database.system.em.fork(),
    `insert into bot_lease (bot_id, business_id, holder, fence, until) values (?, ?, ?, 1, clock_timestamp() + make_interval(secs => ?))
     on conflict (bot_id) do update set holder = excluded.holder, fence = bot_lease.fence + 1, until = excluded.until
       where bot_lease.until <= clock_timestamp() returning fence`,
    [input.botId, input.businessId, input.holder, input.seconds],
  );
  return row && { botId: input.botId, holder: input.holder, fence: row.fence };
}

export async function renewLease(database: System, lease: Lease, seconds: number): Promise<boolean> {
  const rows = await sql(
    database.system.em.fork(),
    'update bot_lease set until = clock_timestamp() + make_interval(secs => ?) where bot_id = ? and fence = ? and until > clock_timestamp() returning fence',
    [seconds, lease.botId, lease.fence],
  );
  return rows.length > 0;
}

export async function releaseLease(database: System, lease: Lease): Promise<void> {
  await sql(database.system.em.fork(), `update bot_lease set until = '-infinity' where bot_id = ? and fence = ?`, [
    lease.botId,
    lease.fence,
  ]);
}
