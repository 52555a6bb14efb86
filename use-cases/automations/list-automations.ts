import type { AutomationDocument } from '#automation/document.ts';
import { triggers } from '#automation/triggers/registry.ts';
import type { Tx } from '#persistence/with-business.ts';
import { isoOrNull } from '#use-cases/page.ts';

export type AutomationInList = {
  id: string;
  name: string;
  state: 'active' | 'paused' | 'archived';
  version: number | null;
  publishedAt: string | null;
  trigger: { ru: string; en: string } | null;
  steps: number;
  inside: number;
  entered: number;
};

type Row = {
  id: string;
  name: string;
  state: AutomationInList['state'];
  number: number | null;
  published_at: Date | null;
  document: AutomationDocument | null;
  inside: number;
  entered: number;
};

/** All automations with their published version, and how many people are and were inside. */
export async function listAutomations(tx: Tx): Promise<AutomationInList[]> {
  const rows = await tx.sql<Row>(
    `select a.id, a.name, a.state, v.number, v.published_at, v.document, coalesce(n.inside, 0)::int as inside, coalesce(n.entered, 0)::int as entered
     from automation a left join automation_version v on v.business_id = a.business_id and v.id = a.published_version_id
     left join (select automation_id, count(*) as entered, count(*) filter (where state <> 'ended') as inside
       from run where business_id = ? group by automation_id) n on n.automation_id = a.id
     where a.business_id = ? order by a.created_at, a.id limit 500`,
    [tx.businessId, tx.businessId],
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
  }));
}

function triggerWords(document: AutomationDocument): { ru: string; en: string } | null {
  const definition = triggers[document.trigger.type]?.definition;
  if (!definition) return null;
  const config = definition.config.parse(document.trigger.config);
  return { ru: definition.sentence(config, 'ru'), en: definition.sentence(config, 'en') };
}
