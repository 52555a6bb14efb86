import { BusinessError } from '#domain/errors.ts';
import { actorName, type Tx } from '#persistence/with-business.ts';

/** Marks a task done, or takes that back. Said twice, it is said once. @throws BusinessError `task_not_found`. */
export async function finishTask(tx: Tx, input: { taskId: string; done: boolean }): Promise<void> {
  const [task] = await tx.sql<{ state: string; title: string; contact_id: string | null }>(
    'select state, title, contact_id from task where business_id = ? and id = ? for update',
    [tx.businessId, input.taskId],
  );
  if (!task) throw new BusinessError('task_not_found', { taskId: input.taskId });
  if ((task.state === 'done') === input.done) return;
  await tx.sql('update task set state = ?, done_by = ?, done_at = ? where business_id = ? and id = ?', [
    input.done ? 'done' : 'open',
    input.done ? actorName(tx.actor) : null,
    input.done ? tx.now : null,
    tx.businessId,
    input.taskId,
  ]);
  if (input.done) {
    tx.emit({
      type: 'task.done',
      streamId: task.contact_id ?? input.taskId,
      ...(task.contact_id ? { contactId: task.contact_id } : {}),
      subjectId: input.taskId,
      data: { taskId: input.taskId, title: task.title },
    });
  }
  tx.ring(`live:${tx.businessId}:tasks`);
}
