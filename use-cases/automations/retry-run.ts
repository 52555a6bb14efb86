import type { Position } from '#automation/interpreter.ts';
import { BusinessError } from '#domain/errors.ts';
import { runProcessId } from '#domain/processes.ts';
import type { Tx } from '#persistence/with-business.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';
import { needRun } from './cancel-run.ts';
import { hasEntered, lockRun } from './lock-run.ts';
import { readProgram } from './programs.ts';
import { writeLog } from './write-log.ts';

/**
 * Takes a failed run up again from the step where it failed. Effects already made are kept: the visit, and with it
 * their keys, stay the same; facts are read afresh. `published`: by the version that is published now, if it has that step.
 * @throws BusinessError `forbidden`, `run_not_found`, `run_not_failed`, `step_gone`, `automation_not_active`, `already_inside`.
 */
export async function retryRun(tx: Tx, input: { runId: string; version: 'same' | 'published' }): Promise<void> {
  if (tx.actor.kind === 'user' && tx.actor.role === 'master')
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
  await needRun(tx, input.runId);
  const run = await lockRun(tx, input.runId);
  if (run.outcome !== 'failed') throw new BusinessError('run_not_failed', { runId: run.id });
  if (run.automation_state !== 'active') throw new BusinessError('automation_not_active', {});
  const [found] = await tx.sql<{ published_version_id: string; single: boolean }>(
    `select a.published_version_id, r.single from run r join automation a on a.business_id = r.business_id and a.id = r.automation_id
     where r.business_id = ? and r.id = ?`,
    [tx.businessId, run.id],
  );
  if (found?.single) {
    const [live] = await tx.sql(
      `select 1 from run where business_id = ? and automation_id = ? and contact_id = ? and single and state <> 'ended'`,
      [tx.businessId, run.automation_id, run.contact_id],
    );
    if (live) throw new BusinessError('already_inside', {});
  }
  const versionId = input.version === 'same' ? run.version_id : (found?.published_version_id ?? run.version_id);
  const never = !hasEntered(run);
  if (!never && !(await readProgram(tx, versionId)).nodes.has(run.position.nodeId))
    throw new BusinessError('step_gone', { node: run.position.nodeId });
  const moveNo = run.move_no + 1;
  const position: Position | Record<string, never> = never ? {} : freshCall(run.position);
  await tx.sql(
    `update run set state = ?, outcome = null, outcome_reason = null, ended_at = null, version_id = ?, position = ?::jsonb,
       move_no = ?, retries = retries + 1, broken_times = 0, broken_since = null where business_id = ? and id = ?`,
    [never ? 'opened' : 'waiting', versionId, JSON.stringify(position), moveNo, tx.businessId, run.id],
  );
  await writeLog(tx, { runId: run.id, moveNo, at: tx.now }, [
    {
      nodeId: never ? null : run.position.nodeId,
      kind: 'retried',
      facts: { by: tx.actor.kind === 'user' ? tx.actor.name : 'process', versionId },
    },
  ]);
  // What was a dead letter, or came too late, is heard now.
  await tx.sql(
    `update run_inbox set state = 'pending', attempts = 0, next_attempt_at = ?::timestamptz - interval '1 second'
     where business_id = ? and run_id = ? and state in ('dead', 'ignored')`,
    [tx.now, tx.businessId, run.id],
  );
  await wakeProcess(tx, {
    id: runProcessId(run.id),
    type: 'automation-run',
    subjectId: run.id,
    contactId: run.contact_id,
    versionId,
  });
  tx.ring('router');
  tx.ring(`live:${tx.businessId}:runs`);
}

/** What a step kept for itself belongs to the try that failed. */
const freshCall = ({ memory: _memory, ...position }: Position): Position => position;
