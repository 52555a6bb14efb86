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

/** Kinds whose pages are events: each lets somebody in, and a workflow may follow. */
const LETS_IN: ReadonlySet<JobKind> = new Set<JobKind>(['start', 'schedule', 'retry']);
/** While so many of its business wait for the router or for their workflow, a job lets nobody in. */
const MOST_WAITING = 500;

/**
 * Does the next page of a job, in one transaction with its progress: what is done is never done again, whoever asks.
 * A job that lets people in keeps pace with those who serve them: a hundred thousand of its events in front of everybody
 * else's would hold up a client who answers. `closed`: nothing is left and the workflow may end. `held`: nothing was
 * done, since those before are still to be served.
 */
export async function nextBulkPage(tx: Tx, jobId: string): Promise<{ closed: boolean; held: boolean; done: number }> {
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
    return { closed: await closeProcess(tx, bulkProcessId(jobId), seen), held: false, done: job?.done ?? 0 };
  if (LETS_IN.has(job.kind) && (await isCrowded(tx))) return { closed: false, held: true, done: job.done };
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
  const closed = last && (await closeProcess(tx, bulkProcessId(jobId), seen));
  return { closed, held: false, done: job.done + result.done };
}

async function isCrowded(tx: Tx): Promise<boolean> {
  const [waiting] = await tx.sql<{ streams: number; runs: number }>(
    `select (select count(*) from (select 1 from stream_route where business_id = ? and routed_seq < wanted_seq limit ?) s)::int as streams,
       (select count(*) from (select 1 from process where business_id = ? and type = 'automation-run' and state = 'open' and wake_no > seen_no limit ?) p)::int as runs`,
    [tx.businessId, MOST_WAITING, tx.businessId, MOST_WAITING],
  );
  return waiting !== undefined && Math.max(waiting.streams, waiting.runs) >= MOST_WAITING;
}
