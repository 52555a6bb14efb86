import type { Tx } from '#persistence/with-business.ts';
import { moveRun, moveRunBack, type Landing } from '#use-cases/automations/move-run.ts';
import { PAGE, counter, type PageHandler } from './page.ts';

export type MoveInput = { versionId: string; plan: Record<string, Landing>; fallback: Landing['do'] };

/** Treats those inside of older versions by the plan of the publication. */
export const movePage: PageHandler = async (tx, job) => {
  const input = job.input as MoveInput;
  const rows = await tx.sql<{ id: string }>(
    `select id from run where business_id = ? and automation_id = ? and state <> 'ended' and version_id <> ?
       and (?::uuid is null or id > ?::uuid) order by id limit ?`,
    [tx.businessId, job.automationId, input.versionId, job.cursor, job.cursor, PAGE],
  );
  const count = counter();
  for (const { id } of rows) {
    const { versionId: toVersionId, plan, fallback } = input;
    const came = await moveRun(tx, { jobId: job.id, runId: id, toVersionId, plan, fallback });
    if (came === 'moved' || came === 'exited') count.done += 1;
    else count.skip(came);
  }
  return { cursor: nextOf(rows), done: count.done, skipped: count.skipped };
};

export const undoMovePage: PageHandler = async (tx, job) => {
  const { jobId } = job.input as { jobId: string };
  const rows = await movedBy(tx, jobId, job.cursor);
  const count = counter();
  for (const { id } of rows) {
    const came = await moveRunBack(tx, { jobId, runId: id });
    if (came === 'moved') count.done += 1;
    else count.skip(came);
  }
  return { cursor: nextOf(rows), done: count.done, skipped: count.skipped };
};

const movedBy = (tx: Tx, jobId: string, after: string | null): Promise<{ id: string }[]> =>
  tx.sql(
    `select run_id as id from run_move where business_id = ? and job_id = ? and (?::uuid is null or run_id > ?::uuid) order by run_id limit ?`,
    [tx.businessId, jobId, after, after, PAGE],
  );

const nextOf = (rows: readonly { id: string }[]): string | null =>
  rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null;
