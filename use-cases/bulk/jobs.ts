import { BusinessError } from '#domain/errors.ts';
import { conditionSchema, type Condition } from '#automation/conditions.ts';
import type { Tx } from '#persistence/with-business.ts';
import { needDrawer, needViewer } from '#use-cases/automations/drafts.ts';
import { readProgram } from '#use-cases/automations/programs.ts';
import { previewAudience } from '#use-cases/contacts/audience.ts';
import { iso, isoOrNull } from '#use-cases/page.ts';
import { createJob, type JobKind } from './create-job.ts';
import { countFailedRuns, failedRuns, type FailedFilter } from './failed-runs.ts';

export type JobView = {
  jobId: string;
  kind: JobKind;
  state: 'open' | 'done' | 'cancelled';
  total: number;
  done: number;
  skipped: number;
  outcome: Record<string, number>;
  createdBy: string;
  createdAt: string;
  finishedAt: string | null;
};

/** The last jobs of an automation, the newest first. */
export async function listJobs(tx: Tx, input: { automationId: string }): Promise<{ jobs: JobView[] }> {
  needViewer(tx);
  const rows = await tx.sql<JobRow>(
    'select * from bulk_job where business_id = ? and automation_id = ? order by created_at desc limit 50',
    [tx.businessId, input.automationId],
  );
  return { jobs: rows.map(viewOf) };
}

/** Stops a job; what is done stays done. @throws BusinessError `job_not_found`. */
export async function cancelJob(tx: Tx, input: { jobId: string }): Promise<void> {
  needDrawer(tx);
  const [job] = await tx.sql(
    `update bulk_job set state = case when state = 'open' then 'cancelled' else state end, finished_at = coalesce(finished_at, ?)
     where business_id = ? and id = ? returning id`,
    [tx.now, tx.businessId, input.jobId],
  );
  if (!job) throw new BusinessError('job_not_found', { jobId: input.jobId });
  tx.ring(`live:${tx.businessId}:automations`);
}

/** Who would enter: how many, and some of them by name. */
export async function previewStart(
  tx: Tx,
  input: { automationId: string; audience: unknown },
): Promise<{ count: number; exact: boolean; sample: { contactId: string; name: string }[]; inside: number }> {
  needViewer(tx);
  const preview = await previewAudience(tx, { audience: readAudience(input.audience) });
  const [row] = await tx.sql<{ inside: number }>(
    `select count(distinct contact_id)::int as inside from run where business_id = ? and automation_id = ? and state in ('opened', 'waiting', 'calling')`,
    [tx.businessId, input.automationId],
  );
  return { ...preview, inside: row?.inside ?? 0 };
}

/**
 * Starts an automation by hand: for one contact, or for an audience as a job. Who does not enter by its rules is
 * written down with the reason.
 * @throws BusinessError `forbidden`, `automation_not_manual`, `automation_not_active`, `contact_not_found`.
 */
export async function startByHand(
  tx: Tx,
  input: { automationId: string; contactId: string } | { automationId: string; audience: unknown; key: string },
): Promise<{ jobId: string | null }> {
  needDrawer(tx);
  const [automation] = await tx.sql<{ state: string; published_version_id: string | null }>(
    'select state, published_version_id from automation where business_id = ? and id = ?',
    [tx.businessId, input.automationId],
  );
  if (automation?.state !== 'active' || !automation.published_version_id)
    throw new BusinessError('automation_not_active', {});
  const { trigger } = (await readProgram(tx, automation.published_version_id)).document;
  if (trigger.type !== 'manual') throw new BusinessError('automation_not_manual', {});
  const by = tx.actor.kind === 'user' ? tx.actor.name : 'api';
  if ('contactId' in input) {
    const found = await tx.sql('select 1 from contact where business_id = ? and id = ?', [
      tx.businessId,
      input.contactId,
    ]);
    if (found.length === 0) throw new BusinessError('contact_not_found', { contactId: input.contactId });
    tx.emit({
      type: 'automation.started',
      streamId: input.contactId,
      contactId: input.contactId,
      data: { automationId: input.automationId, by, parentRunId: null },
    });
    return { jobId: null };
  }
  const audience = readAudience(input.audience);
  const { count } = await previewAudience(tx, { audience });
  // The key is the job's id: pressed twice, it is started once.
  const jobId = await createJob(tx, {
    id: input.key,
    kind: 'start',
    automationId: input.automationId,
    input: { audience, by },
    total: count,
  });
  return { jobId };
}

/** Which failed runs would be retried, before anything is done. */
export async function previewRetry(
  tx: Tx,
  input: FailedFilter & { automationId: string },
): Promise<{
  count: number;
  sample: { runId: string; name: string; nodeId: string | null; reason: string | null }[];
  groups: { versionId: string; number: number; nodeId: string | null; reason: string | null; count: number }[];
}> {
  needViewer(tx);
  const groups = await tx.sql<{
    version_id: string;
    number: number;
    node_id: string | null;
    outcome_reason: string | null;
    count: number;
  }>(
    `select r.version_id, v.number, r.node_id, r.outcome_reason, count(*)::int as count
     from run r join automation_version v on v.business_id = r.business_id and v.id = r.version_id
     where r.business_id = ? and r.automation_id = ? and r.outcome = 'failed' and r.state = 'ended'
     group by r.version_id, v.number, r.node_id, r.outcome_reason order by count desc limit 50`,
    [tx.businessId, input.automationId],
  );
  const sample = await failedRuns(tx, input, { after: null, limit: 20 });
  return {
    count: await countFailedRuns(tx, input),
    sample: sample.map(({ id, name, nodeId, reason }) => ({ runId: id, name, nodeId, reason })),
    groups: groups.map((row) => ({
      versionId: row.version_id,
      number: row.number,
      nodeId: row.node_id,
      reason: row.outcome_reason,
      count: row.count,
    })),
  };
}

/** Retries them as a job. `key`: the job's id, so that a second press does nothing. */
export async function retryInBulk(
  tx: Tx,
  input: FailedFilter & { automationId: string; version: 'same' | 'published'; key: string },
): Promise<{ jobId: string }> {
  needDrawer(tx);
  const { automationId, key, version, versionId, nodeId, reason } = input;
  const filter = { versionId, nodeId, reason };
  const total = await countFailedRuns(tx, { ...filter, automationId });
  return { jobId: await createJob(tx, { id: key, kind: 'retry', automationId, input: { ...filter, version }, total }) };
}

/** Takes those whom a publication moved back to where they stood, unless they have gone on. @throws BusinessError `job_not_found`. */
export async function undoMove(tx: Tx, input: { jobId: string; key: string }): Promise<{ jobId: string }> {
  needDrawer(tx);
  const [job] = await tx.sql<{ automation_id: string }>(
    `select automation_id from bulk_job where business_id = ? and id = ? and kind = 'move'`,
    [tx.businessId, input.jobId],
  );
  if (!job) throw new BusinessError('job_not_found', { jobId: input.jobId });
  const [moved] = await tx.sql<{ count: number }>(
    'select count(*)::int as count from run_move where business_id = ? and job_id = ?',
    [tx.businessId, input.jobId],
  );
  const jobId = await createJob(tx, {
    id: input.key,
    kind: 'undo_move',
    automationId: job.automation_id,
    input: { jobId: input.jobId },
    total: moved?.count ?? 0,
  });
  return { jobId };
}

/** @throws BusinessError `audience_invalid` with the path of what is wrong. */
function readAudience(input: unknown): Condition | null {
  if (input === null || input === undefined) return null;
  const parsed = conditionSchema.safeParse(input);
  if (!parsed.success)
    throw new BusinessError('audience_invalid', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  return parsed.data;
}

type JobRow = {
  id: string;
  kind: JobKind;
  state: JobView['state'];
  total: number;
  done: number;
  skipped: number;
  outcome: Record<string, number>;
  created_by: string;
  created_at: Date;
  finished_at: Date | null;
};

const viewOf = (row: JobRow): JobView => ({
  jobId: row.id,
  kind: row.kind,
  state: row.state,
  total: row.total,
  done: row.done,
  skipped: row.skipped,
  outcome: row.outcome,
  createdBy: row.created_by.replace(/^[a-z]+:/, ''),
  createdAt: iso(row.created_at),
  finishedAt: isoOrNull(row.finished_at),
});
