import type { Tx } from '#persistence/with-business.ts';
import type { RunRow } from './lock-run.ts';
import { ignoreInbox } from './run-inbox.ts';

/** What the end of a run brings, however it came. The run must be locked. */
export async function finishRun(
  tx: Tx,
  run: Pick<RunRow, 'id' | 'automation_id' | 'contact_id' | 'parent_run_id'>,
  end: { outcome: string; reason: string; now: Date },
): Promise<void> {
  await tx.sql(
    `update run set state = 'ended', outcome = ?, outcome_reason = ?, ended_at = ?, deadline_at = null, listens_to = '{}', call_request = null
     where business_id = ? and id = ?`,
    [end.outcome, end.reason.slice(0, 200), end.now, tx.businessId, run.id],
  );
  await ignoreInbox(tx, run.id);
  if (end.outcome === 'left' || end.outcome === 'cancelled') await withdrawMessages(tx, run.id);
  if (run.parent_run_id) {
    tx.emit({
      type: 'automation.finished',
      streamId: run.contact_id,
      contactId: run.contact_id,
      data: {
        automationId: run.automation_id,
        runId: run.id,
        outcome: end.outcome,
        reason: end.reason,
        parentRunId: run.parent_run_id,
      },
    });
  }
}

/** What a run had queued and nobody has begun to send is taken back when the person leaves. */
export async function withdrawMessages(tx: Tx, runId: string): Promise<void> {
  await tx.sql(
    `update message set state = 'withdrawn', error = 'run_left' where business_id = ? and run_id = ? and state = 'queued'`,
    [tx.businessId, runId],
  );
}
