import type { Tx } from '#persistence/with-business.ts';
import { iso, isoOrNull } from '#use-cases/page.ts';

export type TaskInList = {
  taskId: string;
  title: string;
  note: string;
  role: 'owner' | 'manager' | 'master' | null;
  dueAt: string | null;
  state: 'open' | 'done';
  doneBy: string | null;
  doneAt: string | null;
  createdAt: string;
  contact: { contactId: string; name: string } | null;
};

/** Tasks that are open, the soonest first; or the last that were done. At most 200: nobody works down more. */
export async function listTasks(
  tx: Tx,
  input: { state: 'open' | 'done'; mine?: boolean | undefined },
): Promise<{ tasks: TaskInList[] }> {
  const role = input.mine && tx.actor.kind === 'user' ? tx.actor.role : null;
  const rows = await tx.sql<Row>(
    `select t.*, c.name as contact_name from task t left join contact c on c.business_id = t.business_id and c.id = t.contact_id
     where t.business_id = ? and t.state = ? and (?::text is null or t.role is null or t.role = ?)
     order by ${input.state === 'open' ? 't.due_at nulls last, t.id' : 't.done_at desc, t.id'} limit 200`,
    [tx.businessId, input.state, role, role],
  );
  return {
    tasks: rows.map((row) => ({
      taskId: row.id,
      title: row.title,
      note: row.note,
      role: row.role,
      dueAt: isoOrNull(row.due_at),
      state: row.state,
      doneBy: row.done_by?.replace(/^[a-z]+:/, '') ?? null,
      doneAt: isoOrNull(row.done_at),
      createdAt: iso(row.created_at),
      contact: row.contact_id ? { contactId: row.contact_id, name: row.contact_name ?? '' } : null,
    })),
  };
}

type Row = {
  id: string;
  title: string;
  note: string;
  role: TaskInList['role'];
  due_at: Date | null;
  state: 'open' | 'done';
  done_by: string | null;
  done_at: Date | null;
  created_at: Date;
  contact_id: string | null;
  contact_name: string | null;
};
