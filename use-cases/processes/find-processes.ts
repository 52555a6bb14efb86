import { processPriorities, type ProcessType } from '#domain/processes.ts';
import { sql, type Database } from '#persistence/database.ts';

export type ProcessToWake = {
  id: string;
  type: string;
  businessId: string;
  subjectId: string;
  contactId: string | null;
  versionId: string | null;
  wakeNo: number;
};

type Row = {
  id: string;
  type: string;
  business_id: string;
  subject_id: string;
  contact_id: string | null;
  automation_version_id: string | null;
  wake_no: number;
};

const columns = 'id, type, business_id, subject_id, contact_id, automation_version_id, wake_no';

/** The kinds that go first, first. */
const KINDS = (Object.keys(processPriorities) as ProcessType[]).sort(
  (a, b) => processPriorities[a] - processPriorities[b],
);

/**
 * Open rows that woke and that their workflow has not seen, kind by kind; rung ones again after 15 s, since whoever has
 * much to do is not helped by being rung.
 */
export async function findProcessesToWake(database: Pick<Database, 'system'>, limit: number): Promise<ProcessToWake[]> {
  const rows = await sql<Row>(database.system.em.fork(), toWake, [`{${KINDS.join(',')}}`, limit, limit]);
  return rows.map(toProcess);
}

const toWake = `
  select p.* from unnest(?::text[]) with ordinality as kind (type, place) cross join lateral (
    select ${columns}, woken_at from process
    where type = kind.type and wake_no > seen_no and state = 'open'
      and (rung_no < wake_no or rung_at < clock_timestamp() - interval '15 seconds')
    order by woken_at limit ?) p
  order by kind.place, p.woken_at limit ?`;

export async function markRung(database: Pick<Database, 'system'>, processes: readonly ProcessToWake[]): Promise<void> {
  if (processes.length === 0) return;
  await sql(
    database.system.em.fork(),
    `update process p set rung_no = greatest(p.rung_no, r.wake_no), rung_at = clock_timestamp()
     from jsonb_to_recordset(?::jsonb) as r(id text, wake_no int) where p.id = r.id`,
    [JSON.stringify(processes.map((process) => ({ id: process.id, wake_no: process.wakeNo })))],
  );
}

/** The next open rows that nobody looked after: never described, or not since `before`. Older than 30 s. */
export async function findProcessesToDescribe(
  database: Pick<Database, 'system'>,
  before: Date,
  limit: number,
): Promise<ProcessToWake[]> {
  const rows = await sql<Row>(
    database.system.em.fork(),
    `select ${columns} from process where state = 'open' and woken_at < clock_timestamp() - interval '30 seconds'
       and (described_at is null or described_at < ?)
     order by described_at nulls first limit ?`,
    [before, limit],
  );
  return rows.map(toProcess);
}

export async function markDescribed(database: Pick<Database, 'system'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql(
    database.system.em.fork(),
    'update process set described_at = clock_timestamp() where id in (select jsonb_array_elements_text(?::jsonb))',
    [JSON.stringify(ids)],
  );
}

/** Of these ids, those that have an open row. */
export async function openProcessIds(database: Pick<Database, 'system'>, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }>(
    database.system.em.fork(),
    `select id from process where state = 'open' and id in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids)],
  );
  return new Set(rows.map((row) => row.id));
}

function toProcess(row: Row): ProcessToWake {
  return {
    id: row.id,
    type: row.type,
    businessId: row.business_id,
    subjectId: row.subject_id,
    contactId: row.contact_id,
    versionId: row.automation_version_id,
    wakeNo: row.wake_no,
  };
}
