import type { AutomationDraft } from '#automation/document.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';
import { emptyDraft } from './create-automation.ts';
import { findDraft, needViewer } from './drafts.ts';

export type AutomationCard = {
  id: string;
  name: string;
  state: 'draft' | 'active' | 'paused' | 'archived';
  draft: { document: AutomationDraft; revision: number; savedAt: string | null; savedBy: string | null };
  published: {
    versionId: string;
    number: number;
    publishedAt: string;
    publishedBy: string;
    note: string | null;
  } | null;
  /** The draft does something else than the published version. */
  changed: boolean;
};

/** What the builder opens. @throws BusinessError `forbidden`, `automation_not_found`. */
export async function readAutomation(tx: Tx, input: { automationId: string }): Promise<AutomationCard> {
  needViewer(tx);
  const [row] = await tx.sql<{
    id: string;
    name: string;
    state: AutomationCard['state'];
    version_id: string | null;
    number: number;
    published_at: Date;
    published_by: string;
    note: string | null;
    meaning: string | null;
  }>(
    `select a.id, a.name, a.state, v.id as version_id, v.number, v.published_at, v.published_by, v.note, v.meaning
     from automation a left join automation_version v on v.business_id = a.business_id and v.id = a.published_version_id
     where a.business_id = ? and a.id = ?`,
    [tx.businessId, input.automationId],
  );
  if (!row) throw new BusinessError('automation_not_found', { automationId: input.automationId });
  const draft = await findDraft(tx, input.automationId);
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    draft: draft
      ? { document: draft.document, revision: draft.revision, savedAt: draft.savedAt, savedBy: draft.savedBy }
      : { document: emptyDraft(row.name), revision: 0, savedAt: null, savedBy: null },
    published:
      row.version_id === null
        ? null
        : {
            versionId: row.version_id,
            number: row.number,
            publishedAt: iso(row.published_at),
            publishedBy: row.published_by.replace(/^[a-z]+:/, ''),
            note: row.note,
          },
    changed: draft !== undefined && row.meaning !== null && draft.meaning !== row.meaning,
  };
}
