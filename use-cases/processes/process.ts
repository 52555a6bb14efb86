import type { ProcessType } from '#domain/processes.ts';
import { givenRows, rowStatement } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';

/**
 * Writes a process row, or wakes the one that is there; a closed one is opened again under the next epoch.
 * The pump turns it into an empty signal-with-start after the commit.
 */
export async function wakeProcess(
  tx: Tx,
  process: {
    id: string;
    type: ProcessType;
    subjectId: string;
    contactId: string | null;
    versionId?: string | undefined;
    /** When something of it is due next, as far as whoever wakes it knows. */
    dueAt?: Date | null | undefined;
  },
): Promise<void> {
  await tx.later({
    table: 'process',
    key: process.id,
    query: wake,
    rows: [
      {
        id: process.id,
        business_id: tx.businessId,
        type: process.type,
        subject_id: process.subjectId,
        contact_id: process.contactId,
        automation_version_id: process.versionId ?? null,
        due_at: process.dueAt ?? null,
        at: tx.now,
      },
    ],
  });
  tx.ring('pump');
}

const wake = `
  insert into process (id, business_id, type, subject_id, contact_id, automation_version_id, due_at, state, woken_at, created_at)
  select id, business_id, type, subject_id, contact_id, automation_version_id, due_at, 'open', at, at
  from ${givenRows({ id: 'text', business_id: 'uuid', type: 'text', subject_id: 'uuid', contact_id: 'uuid', automation_version_id: 'uuid', due_at: 'timestamptz', at: 'timestamptz' })}
  order by id
  on conflict (id) do update set
    wake_no = process.wake_no + 1,
    epoch = process.epoch + case when process.state = 'closed' then 1 else 0 end,
    state = 'open', closed_at = null, described_at = case when process.state = 'closed' then null else process.described_at end,
    due_at = coalesce(excluded.due_at, process.due_at), woken_at = excluded.woken_at`;

export type SeenProcess = { epoch: number; wakeNo: number; open: boolean };

/**
 * Called by the workflow first, in the transaction in which it then reads its rows: what it reads is at least
 * as new as the wake number stored here, so that no wake-up is missed and none is answered twice.
 */
export async function seeProcess(tx: Tx, id: string): Promise<SeenProcess> {
  const [row] = await tx.ask(see, { id });
  if (!row) return { epoch: 0, wakeNo: 0, open: false };
  return { epoch: row.epoch, wakeNo: row.wake_no, open: row.state === 'open' };
}

/** Who was not woken since is read and not written: a turn of its own timer costs no new row version. */
const see = rowStatement<{ id: string }, { epoch: number; wake_no: number; state: string }>(
  { id: 'text' },
  (given) => `
    with asked as (select given.n, given.id from ${given}),
    woken as (select p.id from asked join process p on p.id = asked.id where p.wake_no > p.seen_no order by p.id for no key update of p),
    seen as (update process p set seen_no = p.wake_no from woken where p.id = woken.id returning p.id, p.epoch, p.wake_no, p.state)
    select asked.n, coalesce(seen.epoch, p.epoch) as epoch, coalesce(seen.wake_no, p.wake_no) as wake_no, coalesce(seen.state, p.state) as state
    from asked join process p on p.id = asked.id left join seen on seen.id = p.id`,
);

const close = rowStatement<{ id: string; at: Date; epoch: number; wake_no: number }, unknown>(
  { id: 'text', at: 'timestamptz', epoch: 'int', wake_no: 'int' },
  (given) => `
    update process p set state = 'closed', closed_at = given.at from ${given}
    where p.id = given.id and p.epoch = given.epoch and p.wake_no = given.wake_no and p.state = 'open' returning given.n`,
);

/** Closes the row unless something woke the process since `seen` was read. Tells whether it is closed. */
export async function closeProcess(tx: Tx, id: string, seen: SeenProcess): Promise<boolean> {
  const rows = await tx.ask(close, { id, at: tx.now, epoch: seen.epoch, wake_no: seen.wakeNo });
  if (rows.length > 0) return true;
  const [row] = await tx.sql<{ state: string; epoch: number }>('select state, epoch from process where id = ?', [id]);
  return row === undefined || row.state === 'closed' || row.epoch !== seen.epoch;
}
