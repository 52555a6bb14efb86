import type { EventType } from '#domain/events.ts';
import { triggers } from '#automation/triggers/registry.ts';
import { validate, type Issue } from '#automation/validate.ts';
import { BusinessError } from '#domain/errors.ts';
import { actorName, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import type { AutomationDocument } from '#automation/document.ts';
import { verify } from '#automation/verify/verify.ts';
import { createJob } from '#use-cases/bulk/create-job.ts';
import type { Landing } from './move-run.ts';
import { readSurroundings } from './surroundings.ts';
import { startDates } from './start-dates.ts';
import { findDraft, lockAutomation, meaningHash, needDrawer, writeDraft } from './drafts.ts';
import { sameRevision } from './save-draft.ts';

/** What publishing does with those inside: by the step on which they stand, else as the chain's settings say. */
export type PublishPlan = Readonly<Record<string, Landing>>;

/**
 * Publishes a chain as the next, immutable version, once it is proved sound; those inside are kept, moved or taken out
 * by the plan, in a job of its own.
 * @throws BusinessError `automation_invalid` with `issues: {code, path, facts}[]`, `forbidden`.
 */
export async function publishAutomation(
  tx: Tx,
  input: { automationId: string; document: unknown; note?: string | undefined; plan?: PublishPlan | undefined },
): Promise<{ versionId: string; number: number; jobId: string | null }> {
  if (tx.actor.kind === 'user' && tx.actor.role !== 'owner') throw new BusinessError('forbidden', { needs: ['owner'] });
  const checked = validate(input.document);
  if (!checked.ok) throw new BusinessError('automation_invalid', { issues: checked.issues satisfies Issue[] });
  const { document } = checked;
  const { findings } = verify(document, await readSurroundings(tx, input.automationId));
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw new BusinessError('automation_invalid', { issues: errors });
  await tx.sql(
    `insert into automation (id, business_id, name, state, created_at) values (?, ?, ?, 'active', ?) on conflict do nothing`,
    [input.automationId, tx.businessId, document.name, tx.now],
  );
  const [automation] = await tx.sql('select id from automation where business_id = ? and id = ? for update', [
    tx.businessId,
    input.automationId,
  ]);
  if (!automation) throw new BusinessError('automation_not_found', { automationId: input.automationId });
  const [last] = await tx.sql<{ number: number }>(
    'select coalesce(max(number), 0)::int as number from automation_version where business_id = ? and automation_id = ?',
    [tx.businessId, input.automationId],
  );
  const versionId = newId();
  const number = Number(last?.number ?? 0) + 1;
  await tx.sql(
    `insert into automation_version (id, business_id, automation_id, number, document, meaning, note, published_by, published_at)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)`,
    [
      versionId,
      tx.businessId,
      input.automationId,
      number,
      JSON.stringify(document),
      meaningHash(document),
      input.note ?? null,
      actorName(tx.actor),
      tx.now,
    ],
  );
  const listens: readonly EventType[] =
    triggers[document.trigger.type]?.definition.listensTo(document.trigger.config) ?? [];
  for (const type of new Set(listens)) {
    await tx.sql(
      'insert into automation_trigger (business_id, version_id, automation_id, event_type) values (?, ?, ?, ?)',
      [tx.businessId, versionId, input.automationId, type],
    );
  }
  // Who publishes a paused one goes on pausing it; what was a draft, or in the archive, runs from now on.
  await tx.sql(
    `update automation set published_version_id = ?, name = ?, state = case when state = 'paused' then state else 'active' end
     where business_id = ? and id = ?`,
    [versionId, document.name, tx.businessId, input.automationId],
  );
  await writeDraft(tx, input.automationId, document);
  await startDates(tx, input.automationId, document.trigger);
  return { versionId, number, jobId: number > 1 ? await movePeople(tx, { ...input, versionId, document }) : null };
}

/** Nobody is touched when everybody stays. */
async function movePeople(
  tx: Tx,
  input: { automationId: string; versionId: string; document: AutomationDocument; plan?: PublishPlan | undefined },
): Promise<string | null> {
  const plan = input.plan ?? {};
  const fallback = input.document.settings.onPublish;
  if (fallback === 'keep' && Object.values(plan).every((landing) => landing.do === 'keep')) return null;
  const [inside] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from run where business_id = ? and automation_id = ? and state in ('opened', 'waiting', 'calling')`,
    [tx.businessId, input.automationId],
  );
  if (!inside || inside.count === 0) return null;
  const work = { versionId: input.versionId, plan, fallback };
  return createJob(tx, { kind: 'move', automationId: input.automationId, input: work, total: inside.count });
}

/**
 * Publishes the draft that its editor has seen.
 * @throws BusinessError `draft_conflict`, and as `publishAutomation`.
 */
export async function publishDraft(
  tx: Tx,
  input: { automationId: string; revision: number; note?: string | undefined; plan?: PublishPlan | undefined },
): Promise<{ versionId: string; number: number; jobId: string | null }> {
  needDrawer(tx);
  await lockAutomation(tx, input.automationId);
  await sameRevision(tx, input);
  const draft = await findDraft(tx, input.automationId);
  return publishAutomation(tx, {
    automationId: input.automationId,
    document: draft?.document,
    ...(input.note ? { note: input.note } : {}),
    plan: input.plan,
  });
}
