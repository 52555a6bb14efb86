import type { AutomationDraft } from '#automation/document.ts';
import { triggerSentence } from '#automation/sentence.ts';
import type { Tx } from '#persistence/with-business.ts';
import { isoOrNull } from '#use-cases/page.ts';
import { needViewer } from './drafts.ts';

export type AutomationInList = {
  id: string;
  name: string;
  state: 'draft' | 'active' | 'paused' | 'archived';
  version: number | null;
  publishedAt: string | null;
  trigger: { ru: string; en: string } | null;
  steps: number;
  inside: number;
  entered: number;
  failed: number;
  /** The draft does something else than the published version. */
  changed: boolean;
  savedAt: string | null;
};

type Row = {
  id: string;
  name: string;
  state: AutomationInList['state'];
  number: number | null;
  published_at: Date | null;
  document: AutomationDraft | null;
  inside: number;
  entered: number;
  failed: number;
  changed: boolean;
  saved_at: Date | null;
};

/** All automations with their published version, and how many people are and were inside. */
export async function listAutomations(tx: Tx): Promise<AutomationInList[]> {
  needViewer(tx);
  const rows = await tx.sql<Row>(
    `select a.id, a.name, a.state, v.number, v.published_at, d.document, d.saved_at,
       coalesce(d.meaning <> v.meaning, false) as changed, coalesce(n.inside, 0)::int as inside,
       coalesce(w.entered, 0)::bigint as entered, coalesce(w.failed, 0)::bigint as failed
     from automation a left join automation_version v on v.business_id = a.business_id and v.id = a.published_version_id
     left join automation_draft d on d.business_id = a.business_id and d.automation_id = a.id
     left join (select automation_id, count(*) as inside from run
       where business_id = ? and state in ('opened', 'waiting', 'calling') group by automation_id) n on n.automation_id = a.id
     left join (select automation_id, sum(passed) filter (where node_id = 'trigger' and port = 'next') as entered, sum(failed) as failed
       from node_tally where business_id = ? group by automation_id) w on w.automation_id = a.id
     where a.business_id = ? order by a.created_at, a.id limit 500`,
    [tx.businessId, tx.businessId, tx.businessId],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    state: row.state,
    version: row.number,
    publishedAt: isoOrNull(row.published_at),
    trigger: row.document ? triggerWords(row.document) : null,
    steps: row.document?.nodes.length ?? 0,
    inside: row.inside,
    entered: row.entered,
    failed: row.failed,
    changed: row.changed,
    savedAt: isoOrNull(row.saved_at),
  }));
}

function triggerWords(document: AutomationDraft): { ru: string; en: string } | null {
  const ru = triggerSentence(document.trigger, 'ru');
  const en = triggerSentence(document.trigger, 'en');
  return ru === undefined || en === undefined ? null : { ru, en };
}
