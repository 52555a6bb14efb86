import { bulkProcessId } from '#domain/processes.ts';
import { actorName, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';

export type JobKind = 'start' | 'move' | 'undo_move' | 'retry' | 'schedule' | 'dates';

/** Work over many people: a row and its workflow, which does a page at a time. `id`: given where doing it twice must not be. */
export async function createJob(
  tx: Tx,
  job: {
    id?: string | undefined;
    kind: JobKind;
    automationId: string;
    input: Record<string, unknown>;
    total?: number | undefined;
  },
): Promise<string> {
  const id = job.id ?? newId();
  const made = await tx.sql(
    `insert into bulk_job (id, business_id, kind, automation_id, state, input, total, created_by, created_at)
     values (?, ?, ?, ?, 'open', ?::jsonb, ?, ?, ?) on conflict do nothing returning id`,
    [
      id,
      tx.businessId,
      job.kind,
      job.automationId,
      JSON.stringify(job.input),
      job.total ?? 0,
      actorName(tx.actor),
      tx.now,
    ],
  );
  if (made.length === 0) return id;
  await wakeProcess(tx, { id: bulkProcessId(id), type: 'bulk', subjectId: id, contactId: null });
  tx.ring(`live:${tx.businessId}:automations`);
  return id;
}
