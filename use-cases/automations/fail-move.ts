import type { Tx } from '#persistence/with-business.ts';
import { endRun } from './end-run.ts';
import { hasEntered, lockRun } from './lock-run.ts';
import { tally } from './tally.ts';

const ATTEMPTS = 5;
/** A move that nothing but its time brought is tried by a clock of its own, often: a trouble may be over in a minute. */
const TROUBLE_SECONDS = 60;

/**
 * A move broke. It is tried again after a pause; at the fifth time the run ends as failed with its reason, its post is
 * a dead letter, and an alarm is raised: one bad automation blocks nobody else.
 */
export async function failMove(tx: Tx, failure: { runId: string; error: string }): Promise<void> {
  const error = failure.error.slice(0, 500);
  const run = await lockRun(tx, failure.runId);
  if (!((await lastOfPost(tx, run.id, error)) ?? (await lastOfTime(tx, run.id)))) return;
  await tx.sql(`update run_inbox set state = 'dead' where business_id = ? and run_id = ? and state = 'pending'`, [
    tx.businessId,
    failure.runId,
  ]);
  if (run.state === 'ended') return;
  await endRun(tx, run, { outcome: 'failed', reason: error, by: 'engine' });
  // One that never moved failed where the chain begins.
  await tally(tx, { automationId: run.automation_id, versionId: run.version_id }, [
    { nodeId: hasEntered(run) ? run.position.nodeId : 'trigger', port: '', failed: true },
  ]);
}

/** Whether this was the last try of what the run was sent; undefined when it was sent nothing. */
async function lastOfPost(tx: Tx, runId: string, error: string): Promise<boolean | undefined> {
  const [row] = await tx.sql<{ attempts: number }>(
    `update run_inbox set attempts = attempts + 1, error = ?, next_attempt_at = ?::timestamptz + make_interval(secs => least(300, power(2, attempts + 1)))
     where business_id = ? and run_id = ? and state = 'pending' returning attempts`,
    [error, tx.now, tx.businessId, runId],
  );
  return row && row.attempts >= ATTEMPTS;
}

/** The same of a move that its time has brought, or an answer from outside. */
async function lastOfTime(tx: Tx, runId: string): Promise<boolean> {
  const [row] = await tx.sql<{ last: boolean }>(
    `update run set broken_times = broken_times + 1, broken_since = coalesce(broken_since, ?)
     where business_id = ? and id = ?
     returning broken_times >= ? and broken_since <= ?::timestamptz - make_interval(secs => ?) as last`,
    [tx.now, tx.businessId, runId, ATTEMPTS, tx.now, TROUBLE_SECONDS],
  );
  return row?.last ?? false;
}
