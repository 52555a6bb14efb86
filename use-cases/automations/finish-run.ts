import type { Tx } from '#persistence/with-business.ts';
import { raiseAlarm } from '#use-cases/operations/raise-alarm.ts';
import type { RunRow } from './lock-run.ts';
import { ignoreInbox } from './run-inbox.ts';

export type RunEnd = { outcome: string; reason: string; now: Date };

/** Ends a run from outside, and does what its end brings. The run must be locked. */
export async function finishRun(tx: Tx, run: EndedRun, end: RunEnd): Promise<void> {
  await tx.later({
    table: 'run',
    query: `update run set state = 'ended', outcome = ?, outcome_reason = ?, ended_at = ?, deadline_at = null, listens_to = '{}', call_request = null
     where business_id = ? and id = ?`,
    params: [end.outcome, reasonOf(end), end.now, tx.businessId, run.id],
  });
  await settleEnd(tx, run, end);
}

export const reasonOf = (end: Pick<RunEnd, 'reason'>): string => end.reason.slice(0, 200);

type EndedRun = Pick<RunRow, 'id' | 'automation_id' | 'contact_id' | 'parent_run_id' | 'retries'>;

/**
 * What the end of a run brings, however it came: its post is void, its messages are taken back, an owner is told of a
 * failure, its parent hears of it.
 */
export async function settleEnd(tx: Tx, run: EndedRun, end: RunEnd): Promise<void> {
  await ignoreInbox(tx, run.id);
  if (end.outcome === 'left' || end.outcome === 'cancelled') await withdrawMessages(tx, run.id);
  if (end.outcome === 'failed')
    await raiseAlarm(tx, {
      code: 'run_failed',
      // Told of anew after each retry.
      key: `run_failed:${run.id}:${run.retries}`,
      facts: { runId: run.id, automationId: run.automation_id, error: end.reason },
    });
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
  await tx.later({
    table: 'message',
    query: `update message set state = 'withdrawn', error = 'run_left' where business_id = ? and run_id = ? and state = 'queued'`,
    params: [tx.businessId, runId],
  });
}
