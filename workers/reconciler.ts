import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { delivererId, workflowTypes } from '#domain/processes.ts';
import { sql, type Database } from '#persistence/database.ts';
import { logger } from '#platform/logger.ts';
import { TASK_QUEUE } from '#platform/temporal.ts';
import {
  findProcessesToDescribe,
  markDescribed,
  openProcessIds,
  type ProcessToWake,
} from '#use-cases/processes/find-processes.ts';
import { beatHeart } from '#use-cases/operations/heartbeats.ts';
import { wake } from './pump.ts';

const PAGE = 100;
const LOOK_AGAIN_MS = 10 * 60_000;
/** Every type that has a row; deliverers have none. */
const FOLLOWED = Object.keys(workflowTypes)
  .map((type) => `'${type}'`)
  .join(', ');
/** A workflow this young may be ahead of the listing's view of its row. */
const YOUNG_MS = 60_000;

/**
 * Compares rows with workflows, both ways, and mends: an open row without a workflow gets one (it resumes from its
 * rows, so a lost Temporal database costs nothing), a workflow without an open row is ended with the reason.
 */
export function createReconciler(
  database: Database,
  client: Client,
  options: { deliverers: number; youngMs?: number },
) {
  let started = new Date();
  let lastOrphanLook = 0;
  let deliverers = '';

  return {
    lookForOrphans: () => endOrphans(database, client, options.youngMs ?? YOUNG_MS),

    async turn(): Promise<number> {
      const found = await ensureDeliverers(client, options.deliverers);
      // Deliverers that had to be started anew are the sign of a lost Temporal database: every row is looked at again.
      if (deliverers !== '' && found !== deliverers) started = new Date();
      deliverers = found;
      const before = new Date(Math.max(started.getTime(), Date.now() - LOOK_AGAIN_MS));
      const processes = await findProcessesToDescribe(database, before, PAGE);
      const missing = await findMissing(client, processes);
      for (const process of missing) await wake(client, process);
      await markDescribed(
        database,
        processes.map((process) => process.id),
      );
      if (missing.length > 0)
        logger.warn({ count: missing.length }, 'workflows were missing; they were started again from their rows');
      if (Date.now() - lastOrphanLook > LOOK_AGAIN_MS) {
        lastOrphanLook = Date.now();
        await endOrphans(database, client, options.youngMs ?? YOUNG_MS);
      }
      await forgetOldUpdates(database);
      await forgetOldRequests(database);
      await beatHeart(database, 'reconciler:mended', { missing: missing.length });
      return processes.length === PAGE ? 1 : 0;
    },
  };
}

/** Describes each, since a listing lags behind. */
async function findMissing(client: Client, processes: readonly ProcessToWake[]): Promise<ProcessToWake[]> {
  const missing: ProcessToWake[] = [];
  for (const process of processes) {
    try {
      const { status } = await client.workflow.getHandle(process.id).describe();
      if (status.name !== 'RUNNING') missing.push(process);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      missing.push(process);
    }
  }
  return missing;
}

/** Starts those that do not run; answers which runs are there now. */
export async function ensureDeliverers(client: Client, count: number): Promise<string> {
  const runs: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const { firstExecutionRunId } = await client.workflow.start('deliverer', {
      workflowId: delivererId(n),
      taskQueue: TASK_QUEUE,
      args: [{ n }],
      workflowIdConflictPolicy: 'USE_EXISTING',
      staticSummary: 'Sends what the message ledger holds',
    });
    runs.push(firstExecutionRunId);
  }
  return runs.join(' ');
}

async function endOrphans(database: Database, client: Client, youngMs: number): Promise<void> {
  const ids: string[] = [];
  for await (const found of client.workflow.list({
    query: `ExecutionStatus = 'Running' AND ProcessType IN (${FOLLOWED})`,
    pageSize: PAGE,
  })) {
    if (Date.now() - found.startTime.getTime() >= youngMs) ids.push(found.workflowId);
    if (ids.length >= 1_000) break;
  }
  const open = await openProcessIds(database, ids);
  for (const id of ids.filter((candidate) => !open.has(candidate))) {
    await client.workflow.getHandle(id).terminate('its process row is closed or gone');
    logger.warn({ workflowId: id }, 'a workflow without an open process row was ended');
  }
}

/** Telegram keeps updates for a day; two weeks cover every look back. */
async function forgetOldUpdates(database: Database): Promise<void> {
  await sql(
    database.system.em.fork(),
    `delete from update where (bot_id, update_id) in (
       select bot_id, update_id from update where received_at < clock_timestamp() - interval '14 days' and (processed_at is not null or dead_at is not null) limit 500)`,
  );
}

/** A sender that repeats a request does so within hours; two days cover every retry. */
async function forgetOldRequests(database: Database): Promise<void> {
  const keys = {
    webhook_request: 'business_id, automation_id, request_key',
    api_request: 'business_id, user_id, request_key',
  };
  for (const [table, key] of Object.entries(keys)) {
    await sql(
      database.system.em.fork(),
      `delete from ${table} where (${key}) in (
         select ${key} from ${table} where received_at < clock_timestamp() - interval '2 days' limit 500)`,
    );
  }
}
