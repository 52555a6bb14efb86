import type { AutomationDocument } from '#automation/document.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';
import { needViewer } from './drafts.ts';

export type VersionInList = {
  versionId: string;
  number: number;
  note: string | null;
  publishedBy: string;
  publishedAt: string;
  steps: number;
  inside: number;
  current: boolean;
};

/** The versions of an automation, the newest first, with the people who are still inside of each. */
export async function listVersions(tx: Tx, input: { automationId: string }): Promise<VersionInList[]> {
  needViewer(tx);
  const rows = await tx.sql<{
    id: string;
    number: number;
    note: string | null;
    published_by: string;
    published_at: Date;
    steps: number;
    inside: number;
    current: boolean;
  }>(
    `select v.id, v.number, v.note, v.published_by, v.published_at, jsonb_array_length(v.document -> 'nodes')::int as steps,
       coalesce(n.inside, 0)::int as inside, v.id = a.published_version_id as current
     from automation_version v join automation a on a.business_id = v.business_id and a.id = v.automation_id
     left join (select version_id, count(*) as inside from run
       where business_id = ? and automation_id = ? and state in ('opened', 'waiting', 'calling') group by version_id) n on n.version_id = v.id
     where v.business_id = ? and v.automation_id = ? order by v.number desc limit 500`,
    [tx.businessId, input.automationId, tx.businessId, input.automationId],
  );
  return rows.map((row) => ({
    versionId: row.id,
    number: row.number,
    note: row.note,
    publishedBy: row.published_by.replace(/^[a-z]+:/, ''),
    publishedAt: iso(row.published_at),
    steps: row.steps,
    inside: row.inside,
    current: row.current,
  }));
}

/** One version as it was published. @throws BusinessError `version_not_found`. */
export async function readVersion(
  tx: Tx,
  input: { automationId: string; number: number },
): Promise<{
  versionId: string;
  number: number;
  note: string | null;
  publishedBy: string;
  publishedAt: string;
  document: AutomationDocument;
}> {
  needViewer(tx);
  const [row] = await tx.sql<{
    id: string;
    number: number;
    note: string | null;
    published_by: string;
    published_at: Date;
    document: AutomationDocument;
  }>(
    `select id, number, note, published_by, published_at, document from automation_version
     where business_id = ? and automation_id = ? and number = ?`,
    [tx.businessId, input.automationId, input.number],
  );
  if (!row) throw new BusinessError('version_not_found', { number: input.number });
  return {
    versionId: row.id,
    number: row.number,
    note: row.note,
    publishedBy: row.published_by.replace(/^[a-z]+:/, ''),
    publishedAt: iso(row.published_at),
    document: row.document,
  };
}
