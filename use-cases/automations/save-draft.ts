import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { findDraft, lockAutomation, needDrawer, readDocument, writeDraft } from './drafts.ts';
import { readVersion } from './versions.ts';

/**
 * Saves a draft over the revision that its editor had read.
 * @throws BusinessError `draft_conflict` with what somebody else saved meanwhile: `{revision, document, savedBy, savedAt}`;
 * `forbidden`, `automation_not_found`, `automation_invalid`, `automation_too_large`.
 */
export async function saveDraft(
  tx: Tx,
  input: { automationId: string; revision: number; document: unknown },
): Promise<{ revision: number; savedAt: string }> {
  needDrawer(tx);
  const document = readDocument(input.document);
  await lockAutomation(tx, input.automationId);
  await sameRevision(tx, input);
  return { revision: await writeDraft(tx, input.automationId, document), savedAt: tx.now.toISOString() };
}

/** Makes the draft what a version was. @throws as `saveDraft`, `version_not_found`. */
export async function restoreVersion(
  tx: Tx,
  input: { automationId: string; number: number; revision: number },
): Promise<{ revision: number }> {
  needDrawer(tx);
  await lockAutomation(tx, input.automationId);
  await sameRevision(tx, input);
  const version = await readVersion(tx, input);
  return { revision: await writeDraft(tx, input.automationId, version.document) };
}

/** @throws BusinessError `draft_conflict`. */
export async function sameRevision(tx: Tx, input: { automationId: string; revision: number }): Promise<void> {
  const draft = await findDraft(tx, input.automationId);
  if (!draft || draft.revision === input.revision) return;
  const { revision, document, savedBy, savedAt } = draft;
  throw new BusinessError('draft_conflict', { revision, document, savedBy, savedAt });
}
