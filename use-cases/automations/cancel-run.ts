import { BusinessError } from '#domain/errors.ts';
import { runProcessId } from '#domain/processes.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';
import { withdrawMessages } from './advance-run.ts';

/** Takes a person out of an automation at once. @throws BusinessError `forbidden`, `run_not_found`. */
export async function cancelRun(tx: Tx, input: { runId: string }): Promise<void> {
  if (tx.actor.kind === 'user' && tx.actor.role === 'master')
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
  const [found] = await tx.sql<{ contact_id: string }>('select contact_id from run where business_id = ? and id = ?', [
    tx.businessId,
    input.runId,
  ]);
  if (!found) throw new BusinessError('run_not_found', { runId: input.runId });
  await tx.sql('select id from contact where business_id = ? and id = ? for no key update', [
    tx.businessId,
    found.contact_id,
  ]);
  const [run] = await tx.sql<{ move_no: number }>(
    `update run set state = 'ended', outcome = 'cancelled', outcome_reason = 'cancelled_by_staff', ended_at = ?, move_no = move_no + 1,
       deadline_at = null, listens_to = '{}' where business_id = ? and id = ? and state <> 'ended' returning move_no`,
    [tx.now, tx.businessId, input.runId],
  );
  if (!run) return;
  await tx.sql(
    `insert into run_log (id, business_id, run_id, move_no, ordinal, node_id, kind, facts, at) values (?, ?, ?, ?, 1, null, 'ended', ?::jsonb, ?)`,
    [
      newId(),
      tx.businessId,
      input.runId,
      run.move_no,
      JSON.stringify({ outcome: 'cancelled', by: tx.actor.kind === 'user' ? tx.actor.name : 'process' }),
      tx.now,
    ],
  );
  await withdrawMessages(tx, input.runId);
  await wakeProcess(tx, {
    id: runProcessId(input.runId),
    type: 'automation-run',
    subjectId: input.runId,
    contactId: found.contact_id,
  });
  tx.ring(`live:${tx.businessId}:runs`);
}
