import { runProcessId } from '#domain/processes.ts';
import type { Tx } from '#persistence/with-business.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';
import { finishRun } from './finish-run.ts';
import { hasEntered, type RunRow } from './lock-run.ts';
import { writeLog } from './write-log.ts';

/** Ends a run from outside of its chain: staff, a publication, a broken move. Its workflow hears of it. The run must be locked. */
export async function endRun(
  tx: Tx,
  run: RunRow,
  end: { outcome: 'left' | 'cancelled' | 'failed'; reason: string; by: string; facts?: Record<string, unknown> },
): Promise<void> {
  if (run.state === 'ended') return;
  const moveNo = run.move_no + 1;
  await tx.sql('update run set move_no = ? where business_id = ? and id = ?', [moveNo, tx.businessId, run.id]);
  await finishRun(tx, run, { outcome: end.outcome, reason: end.reason, now: tx.now });
  const facts = { outcome: end.outcome, reason: end.reason, by: end.by, ...end.facts };
  const nodeId = hasEntered(run) ? run.position.nodeId : null;
  await writeLog(tx, { runId: run.id, moveNo, at: tx.now }, [{ nodeId, kind: 'ended', facts }]);
  if (run.state !== 'opened') {
    await wakeProcess(tx, {
      id: runProcessId(run.id),
      type: 'automation-run',
      subjectId: run.id,
      contactId: run.contact_id,
      versionId: run.version_id,
    });
  }
  tx.ring(`live:${tx.businessId}:runs`);
}
