import pg from 'pg';
import { newId } from '#platform/ids.ts';
import { hundredths } from './load.ts';

/** What makes figures of a durable store comparable: how this Postgres commits. */
export type Durability = { fsync: string; synchronousCommit: string; isOn: boolean };

export async function readDurability(databaseUrl: string): Promise<Durability> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ fsync: string; commit: string }>(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    );
    const { fsync = '', commit = '' } = rows[0] ?? {};
    return { fsync, synchronousCommit: commit, isOn: fsync === 'on' && commit === 'on' };
  });
}

/**
 * The bare transaction that a webhook is held against: six prepared statements (begin, a row read, a row changed, two
 * rows written, commit) over `connections` connections, with nothing of the product around it.
 * @returns transactions a second.
 */
export async function sixStatementsPerSecond(input: {
  databaseUrl: string;
  connections: number;
  seconds: number;
}): Promise<number> {
  const people = Array.from({ length: 1_000 }, () => newId());
  await withClient(input.databaseUrl, async (client) => {
    await client.query('drop table if exists bench_person, bench_run, bench_line');
    await client.query('create table bench_person (id uuid primary key, moves int not null default 0)');
    await client.query('create table bench_run (id uuid primary key, person_id uuid not null, facts jsonb not null)');
    await client.query('create table bench_line (id uuid primary key, run_id uuid not null, facts jsonb not null)');
    await client.query('insert into bench_person (id) select unnest($1::uuid[])', [people]);
  });
  const pool = new pg.Pool({ connectionString: input.databaseUrl, max: input.connections });
  const facts = JSON.stringify({ body: { status: 'ready', number: 'A-17' } });
  const from = performance.now();
  const until = from + input.seconds * 1_000;
  let done = 0;
  const connection = async (): Promise<void> => {
    const client = await pool.connect();
    while (performance.now() < until) {
      const personId = people[(done += 1) % people.length];
      const runId = newId();
      await client.query('begin');
      await client.query(prepared('read', 'select moves from bench_person where id = $1', [personId]));
      await client.query(prepared('move', 'update bench_person set moves = moves + 1 where id = $1', [personId]));
      await client.query(prepared('run', 'insert into bench_run values ($1, $2, $3)', [runId, personId, facts]));
      await client.query(prepared('line', 'insert into bench_line values ($1, $2, $3)', [newId(), runId, facts]));
      await client.query('commit');
    }
    client.release();
  };
  await Promise.all(Array.from({ length: input.connections }, connection));
  const perSecond = done / ((performance.now() - from) / 1_000);
  await pool.end();
  await withClient(input.databaseUrl, (client) => client.query('drop table bench_person, bench_run, bench_line'));
  return hundredths(perSecond);
}

const prepared = (name: string, text: string, values: unknown[]) => ({ name: `bench_${name}`, text, values });

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
