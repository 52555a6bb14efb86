import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

/** Gives staff something to do. Answers the task's id. */
export async function createTask(
  tx: Tx,
  task: {
    title: string;
    note: string;
    role: 'owner' | 'manager' | 'master' | null;
    dueAt: Date | null;
    contactId: string | null;
    runId: string | null;
  },
): Promise<string> {
  const id = newId();
  await tx.sql(
    `insert into task (id, business_id, contact_id, run_id, title, note, role, due_at, state, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)`,
    [id, tx.businessId, task.contactId, task.runId, task.title, task.note, task.role, task.dueAt, tx.now],
  );
  tx.emit({
    type: 'task.created',
    streamId: task.contactId ?? id,
    ...(task.contactId ? { contactId: task.contactId } : {}),
    subjectId: id,
    data: { taskId: id, title: task.title },
  });
  tx.ring(`live:${tx.businessId}:tasks`);
  return id;
}
