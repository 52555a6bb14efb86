import { BusinessError } from '#domain/errors.ts';
import { retryRun } from '#use-cases/automations/retry-run.ts';
import { PAGE, counter, type PageHandler } from './page.ts';
import { failedRuns, type FailedFilter } from './failed-runs.ts';

/** Retries the failed runs that the filter names, each from its step. */
export const retryPage: PageHandler = async (tx, job) => {
  const input = job.input as FailedFilter & { version?: 'same' | 'published' };
  const rows = await failedRuns(tx, { ...input, automationId: job.automationId }, { after: job.cursor, limit: PAGE });
  const count = counter();
  for (const row of rows) {
    try {
      await tx.savepoint(() => retryRun(tx, { runId: row.id, version: input.version ?? 'published' }));
      count.done += 1;
    } catch (error) {
      if (!(error instanceof BusinessError)) throw error;
      count.skip(error.code);
    }
  }
  return { cursor: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null, done: count.done, skipped: count.skipped };
};
