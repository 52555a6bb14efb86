import type { Tx } from '#persistence/with-business.ts';
import { runProcessId } from '#domain/processes.ts';
import { newId } from '#platform/ids.ts';
import { raiseAlarm } from '#use-cases/operations/raise-alarm.ts';
import { tally } from './tally.ts';

const ATTEMPTS = 5;

/**
 * A move broke. It is tried again after a pause; at the fifth time the run ends as failed with its reason, its post is
 * a dead letter, and an alarm is raised: one bad automation blocks nobody else.
 */
export async function failMove(tx: Tx, failure: { runId: string; error: string }): Promise<void> {
  const error = failure.error.slice(0, 500);
  const [row] = await tx.sql<{ attempts: number }>(
    `update run_inbox set attempts = attempts + 1, error = ?, next_attempt_at = ?::timestamptz + make_interval(secs => least(300, power(2, attempts + 1)))
     where business_id = ? and run_id = ? and state = 'pending' returning attempts`,
    [error, tx.now, tx.businessId, failure.runId],
  );
  if (!row || row.attempts < ATTEMPTS) return;
  await tx.sql(`update run_inbox set state = 'dead' where business_id = ? and run_id = ? and state = 'pending'`, [
    tx.businessId,
    failure.runId,
  ]);
  const [run] = await tx.sql<{ move_no: number; automation_id: string; version_id: string; node_id: string | null }>(
    `update run set state = 'ended', outcome = 'failed', outcome_reason = ?, ended_at = ?, move_no = move_no + 1, listens_to = '{}', deadline_at = null
     where business_id = ? and id = ? and state <> 'ended' returning move_no, automation_id, version_id, node_id`,
    [error.slice(0, 200), tx.now, tx.businessId, failure.runId],
  );
  if (!run) return;
  await tx.sql(
    `insert into run_log (id, business_id, run_id, move_no, ordinal, node_id, kind, facts, at) values (?, ?, ?, ?, 1, null, 'ended', ?::jsonb, ?)`,
    [newId(), tx.businessId, failure.runId, run.move_no, JSON.stringify({ outcome: 'failed', reason: error }), tx.now],
  );
  // One that never moved failed where the chain begins.
  await tally(tx, { runId: failure.runId, automationId: run.automation_id, versionId: run.version_id }, [
    { nodeId: run.node_id ?? 'trigger', port: '', failed: true },
  ]);
  // Its workflow, if it has one, must hear that there is nothing to wait for.
  await tx.sql(`update process set wake_no = wake_no + 1, woken_at = ? where id = ? and state = 'open'`, [
    tx.now,
    runProcessId(failure.runId),
  ]);
  tx.ring('pump');
  await raiseAlarm(tx, {
    code: 'run_failed',
    key: `run_failed:${failure.runId}`,
    facts: { runId: failure.runId, automationId: run.automation_id, error },
  });
}
