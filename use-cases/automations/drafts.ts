import { createHash } from 'node:crypto';
import { draftSchema, type AutomationDraft } from '#automation/document.ts';
import { meaningOf } from '#automation/meaning.ts';
import { draftIssues } from '#automation/validate.ts';
import { BusinessError } from '#domain/errors.ts';
import { actorName, type Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';

export type StoredDraft = { document: AutomationDraft; revision: number; savedAt: string; savedBy: string };

const MOST_BYTES = 1_000_000;

/** @throws BusinessError `forbidden`: owners draw, managers may look. */
export function needDrawer(tx: Tx): void {
  if (tx.actor.kind === 'user' && tx.actor.role !== 'owner') throw new BusinessError('forbidden', { needs: ['owner'] });
}

/** @throws BusinessError `forbidden`: masters have no automations to see. */
export function needViewer(tx: Tx): void {
  if (tx.actor.kind === 'user' && tx.actor.role === 'master')
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
}

/**
 * Reads a document from outside that may still be unfinished.
 * @throws BusinessError `automation_too_large`, `automation_invalid` with `issues`.
 */
export function readDocument(input: unknown): AutomationDraft {
  if (JSON.stringify(input ?? null).length > MOST_BYTES)
    throw new BusinessError('automation_too_large', { most: MOST_BYTES / 1_000_000 });
  const parsed = draftSchema.safeParse(input);
  if (!parsed.success) throw new BusinessError('automation_invalid', { issues: draftIssues(input) });
  return parsed.data;
}

export const meaningHash = (document: AutomationDraft): string =>
  createHash('sha256').update(meaningOf(document)).digest('base64url');

/** Locks an automation. @throws BusinessError `automation_not_found`. */
export async function lockAutomation(
  tx: Tx,
  automationId: string,
): Promise<{
  id: string;
  name: string;
  state: 'draft' | 'active' | 'paused' | 'archived';
  published_version_id: string | null;
}> {
  const [row] = await tx.sql<{
    id: string;
    name: string;
    state: 'draft' | 'active' | 'paused' | 'archived';
    published_version_id: string | null;
  }>('select id, name, state, published_version_id from automation where business_id = ? and id = ? for update', [
    tx.businessId,
    automationId,
  ]);
  if (!row) throw new BusinessError('automation_not_found', { automationId });
  return row;
}

export async function findDraft(
  tx: Tx,
  automationId: string,
): Promise<(StoredDraft & { meaning: string }) | undefined> {
  const [row] = await tx.sql<{
    document: AutomationDraft;
    meaning: string;
    revision: number;
    saved_at: Date;
    saved_by: string;
  }>(
    'select document, meaning, revision, saved_at, saved_by from automation_draft where business_id = ? and automation_id = ?',
    [tx.businessId, automationId],
  );
  return (
    row && {
      document: row.document,
      meaning: row.meaning,
      revision: row.revision,
      savedAt: iso(row.saved_at),
      savedBy: row.saved_by.replace(/^[a-z]+:/, ''),
    }
  );
}

/** Puts a document in place of the draft. The automation is called what its draft is called. */
export async function writeDraft(tx: Tx, automationId: string, document: AutomationDraft): Promise<number> {
  const [row] = await tx.sql<{ revision: number }>(
    `insert into automation_draft (business_id, automation_id, document, meaning, revision, saved_by, saved_at)
     values (?, ?, ?::jsonb, ?, 1, ?, ?)
     on conflict (business_id, automation_id) do update set document = excluded.document, meaning = excluded.meaning,
       revision = automation_draft.revision + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at
     returning revision`,
    [tx.businessId, automationId, JSON.stringify(document), meaningHash(document), actorName(tx.actor), tx.now],
  );
  await tx.sql('update automation set name = ? where business_id = ? and id = ?', [
    document.name,
    tx.businessId,
    automationId,
  ]);
  tx.ring(`live:${tx.businessId}:automations`);
  return row?.revision ?? 1;
}
