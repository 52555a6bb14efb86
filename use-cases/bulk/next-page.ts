import { bulkProcessId } from '#domain/processes.ts';
import type { Tx } from '#persistence/with-business.ts';
import { closeProcess, seeProcess } from '#use-cases/processes/process.ts';
import type { JobKind } from './create-job.ts';
import { datesPage } from './dates-page.ts';
import { movePage, undoMovePage } from './move-page.ts';
import type { PageHandler } from './page.ts';
import { retryPage } from './retry-page.ts';
import { startPage } from './start-page.ts';

const pages: Readonly<Record<JobKind, PageHandler>> = {
  start: startPage,
  schedule: startPage,
  dates: datesPage,
  move: movePage,
  undo_move: undoMovePage,
  retry: retryPage,
};

/**
 * Does the next page of a job, in one transaction with its progress: what is done is never done again, whoever asks.
 * `closed`: nothing is left and the workflow may end.
 */
export async function nextBulkPage(tx: Tx, jobId: string): Promise<{ closed: boolean; done: number }> {
  const [job] = await tx.sql<{
    kind: JobKind;
    automation_id: string;
    state: string;
    input: Record<string, unknown>;
    cursor: string | null;
    done: number;
  }>(
    'select kind, automation_id, state, input, cursor, done from bulk_job where business_id = ? and id = ? for update',
    [tx.businessId, jobId],
  );
  const seen = await seeProcess(tx, bulkProcessId(jobId));
  if (!job || job.state !== 'open')
    return { closed: await closeProcess(tx, bulkProcessId(jobId), seen), done: job?.done ?? 0 };
  const result = await pages[job.kind](tx, {
    id: jobId,
    automationId: job.automation_id,
    input: job.input,
    cursor: job.cursor,
  });
  const last = result.cursor === null;
  const skipped = Object.values(result.skipped).reduce((sum, count) => sum + count, 0);
  await tx.sql(
    `update bulk_job set cursor = coalesce(?::uuid, cursor), done = done + ?, skipped = skipped + ?,
       outcome = (select coalesce(jsonb_object_agg(key, total), '{}') from (
         select key, sum(value::int) as total from (
           select key, value from jsonb_each_text(outcome) union all select key, value from jsonb_each_text(?::jsonb)) counts group by key) sums),
       state = case when ? then 'done' else state end, finished_at = case when ? then ?::timestamptz else finished_at end
     where business_id = ? and id = ?`,
    [result.cursor, result.done, skipped, JSON.stringify(result.skipped), last, last, tx.now, tx.businessId, jobId],
  );
  tx.ring(`live:${tx.businessId}:automations`);
  return { closed: last && (await closeProcess(tx, bulkProcessId(jobId), seen)), done: job.done + result.done };
}
