import type { AutomationDraft } from '#automation/document.ts';
import { settingsSchema } from '#automation/settings.ts';
import { SCHEMA } from '#automation/upgrades.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { findDraft, lockAutomation, needDrawer, readDocument, writeDraft } from './drafts.ts';

const MOST = 200;

export const emptyDraft = (name: string): AutomationDraft => ({
  schema: SCHEMA,
  name,
  trigger: { type: '', config: {} },
  nodes: [],
  edges: [],
  settings: settingsSchema.parse({}),
});

/**
 * Begins an automation: empty, or with a document from elsewhere. It runs for nobody until it is published.
 * @throws BusinessError `forbidden`, `too_many_automations`, `automation_invalid`, `automation_too_large`.
 */
export async function createAutomation(
  tx: Tx,
  input: { name: string; document?: unknown },
): Promise<{ id: string; revision: number }> {
  needDrawer(tx);
  const document =
    input.document === undefined ? emptyDraft(input.name) : { ...readDocument(input.document), name: input.name };
  await tx.sql('select id from business where id = ? for update', [tx.businessId]);
  const [count] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from automation where business_id = ? and state <> 'archived'`,
    [tx.businessId],
  );
  if ((count?.count ?? 0) >= MOST) throw new BusinessError('too_many_automations', { most: MOST });
  const id = newId();
  await tx.sql(`insert into automation (id, business_id, name, state, created_at) values (?, ?, ?, 'draft', ?)`, [
    id,
    tx.businessId,
    document.name,
    tx.now,
  ]);
  return { id, revision: await writeDraft(tx, id, document) };
}

/** A copy to change at leisure; nobody is inside. @throws BusinessError as `createAutomation`, `automation_not_found`. */
export async function duplicateAutomation(
  tx: Tx,
  input: { automationId: string; name: string },
): Promise<{ id: string; revision: number }> {
  await lockAutomation(tx, input.automationId);
  const draft = await findDraft(tx, input.automationId);
  return createAutomation(tx, { name: input.name, document: draft?.document ?? emptyDraft(input.name) });
}
