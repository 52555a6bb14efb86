import { sql, type Database } from '#persistence/database.ts';

export type Health = {
  status: 'ok' | 'degraded' | 'down';
  postgres: { ok: boolean };
  temporal: { ok: boolean; secondsAgo: number };
  /** Background loops, by how long ago each last said that it lives. */
  loops: Record<string, { ok: boolean; secondsAgo: number }>;
  /** What waits, and for how long. */
  lags: {
    updates: Lag;
    routing: Lag;
    processes: Lag;
    messages: Lag;
    runInbox: Lag;
    /** People whose wait is over and who were not moved yet; those of a paused automation stand still on purpose. */
    waits: Lag;
    /** Dates and schedules whose moment has come. */
    clock: Lag;
    jobs: Lag;
    /** Post of runs that broke five times. */
    deadLetters: number;
    liveRuns: number;
    messagesInDoubt: number;
    openProcesses: number;
    /** What waits for a person of the house: dead letters, refused refunds, broken automations. */
    openAlarms: number;
  };
};

type Lag = { waiting: number; oldestSeconds: number };

const expected = ['temporal', 'worker', 'pump', 'router', 'reconciler', 'clock', 'deliverer:1', 'bot'];
const FRESH_SECONDS = 30;

/** The state of everything behind the product, from the database alone, so that it is true across processes. */
export async function readHealth(database: Pick<Database, 'system'>): Promise<Health> {
  const em = database.system.em.fork();
  const [lag] = await sql<Record<string, number>>(
    em,
    `select
       (select count(*) from (select 1 from update where processed_at is null and dead_at is null limit 10000) x)::int as updates,
       coalesce((select extract(epoch from clock_timestamp() - min(received_at)) from update where processed_at is null and dead_at is null), 0)::float8 as updates_age,
       (select count(*) from stream_route where routed_seq < wanted_seq)::int as routing,
       coalesce((select extract(epoch from clock_timestamp() - min(wanted_at)) from stream_route where routed_seq < wanted_seq), 0)::float8 as routing_age,
       (select count(*) from process where wake_no > seen_no and state = 'open')::int as processes,
       coalesce((select extract(epoch from clock_timestamp() - min(woken_at)) from process where wake_no > seen_no and state = 'open'), 0)::float8 as processes_age,
       (select count(*) from message where state in ('queued', 'reserved') and not_before <= clock_timestamp())::int as messages,
       coalesce((select extract(epoch from clock_timestamp() - min(not_before)) from message where state in ('queued', 'reserved') and not_before <= clock_timestamp()), 0)::float8 as messages_age,
       (select count(*) from run_inbox where state = 'pending')::int as run_inbox,
       coalesce((select extract(epoch from clock_timestamp() - min(next_attempt_at)) from run_inbox where state = 'pending'), 0)::float8 as run_inbox_age,
       ${late('waits', `run r join automation a on a.id = r.automation_id where r.state = 'waiting' and a.state = 'active' and r.deadline_at <= clock_timestamp()`, 'r.deadline_at')},
       ${late('clock', `(select due_at from date_due union all select due_at from schedule_due) due where due_at <= clock_timestamp()`, 'due_at')},
       ${late('jobs', `bulk_job where state = 'open'`, 'created_at')},
       (select count(*) from (select 1 from run_inbox where state = 'dead' limit 10000) x)::int as dead_letters,
       (select count(*) from run where state <> 'ended')::int as live_runs,
       (select count(*) from message where state = 'in_doubt')::int as doubts,
       (select count(*) from process where state = 'open')::int as open_processes,
       (select count(*) from alarm where closed_at is null)::int as open_alarms`,
  );
  const hearts = await sql<{ name: string; seconds: number }>(
    em,
    'select name, extract(epoch from clock_timestamp() - at)::float8 as seconds from heartbeat',
  );
  const beats = Object.fromEntries(
    expected.map((name) => {
      const seconds = hearts.find((heart) => heart.name === name)?.seconds;
      return [name, { ok: seconds !== undefined && seconds < FRESH_SECONDS, secondsAgo: Math.round(seconds ?? -1) }];
    }),
  );
  const { temporal = { ok: false, secondsAgo: -1 }, ...loops } = beats;
  const of = (name: string): Lag => ({
    waiting: lag?.[name] ?? 0,
    oldestSeconds: Math.max(0, Math.round((lag?.[`${name}_age`] ?? 0) * 10) / 10),
  });
  return {
    status: Object.values(beats).every((beat) => beat.ok) ? 'ok' : 'degraded',
    postgres: { ok: true },
    temporal,
    loops,
    lags: {
      updates: of('updates'),
      routing: of('routing'),
      processes: of('processes'),
      messages: of('messages'),
      runInbox: of('run_inbox'),
      waits: of('waits'),
      clock: of('clock'),
      jobs: of('jobs'),
      deadLetters: lag?.['dead_letters'] ?? 0,
      liveRuns: lag?.['live_runs'] ?? 0,
      messagesInDoubt: lag?.['doubts'] ?? 0,
      openProcesses: lag?.['open_processes'] ?? 0,
      openAlarms: lag?.['open_alarms'] ?? 0,
    },
  };
}

/** How many rows wait and how long the oldest does, as two columns. */
const late = (name: string, rows: string, since: string): string =>
  `(select count(*) from ${rows})::int as ${name},
       coalesce((select extract(epoch from clock_timestamp() - min(${since})) from ${rows}), 0)::float8 as ${name}_age`;
