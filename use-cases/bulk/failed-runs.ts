import type { Tx } from '#persistence/with-business.ts';

/** Which failed runs: by version, step and error; each left out means any. */
export type FailedFilter = {
  versionId?: string | undefined;
  nodeId?: string | undefined;
  reason?: string | undefined;
};

/** The failed runs of an automation, oldest first by id. */
export async function failedRuns(
  tx: Tx,
  filter: FailedFilter & { automationId: string },
  page: { after: string | null; limit: number },
): Promise<{ id: string; nodeId: string | null; contactId: string; name: string; reason: string | null }[]> {
  const rows = await tx.sql<{
    id: string;
    node_id: string | null;
    contact_id: string;
    name: string;
    outcome_reason: string | null;
  }>(
    `select r.id, r.node_id, r.contact_id, c.name, r.outcome_reason from run r join contact c on c.business_id = r.business_id and c.id = r.contact_id
     where r.business_id = ? and r.automation_id = ? and r.outcome = 'failed' and r.state = 'ended' and ${where}
       and (?::uuid is null or r.id > ?::uuid) order by r.id limit ?`,
    [tx.businessId, filter.automationId, ...values(filter), page.after, page.after, page.limit],
  );
  return rows.map((row) => ({
    id: row.id,
    nodeId: row.node_id,
    contactId: row.contact_id,
    name: row.name,
    reason: row.outcome_reason,
  }));
}

export async function countFailedRuns(tx: Tx, filter: FailedFilter & { automationId: string }): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from run r where r.business_id = ? and r.automation_id = ? and r.outcome = 'failed' and r.state = 'ended' and ${where}`,
    [tx.businessId, filter.automationId, ...values(filter)],
  );
  return row?.count ?? 0;
}

const where = `(?::uuid is null or r.version_id = ?::uuid) and (?::text is null or r.node_id = ?::text) and (?::text is null or r.outcome_reason = ?::text)`;

const values = ({ versionId, nodeId, reason }: FailedFilter): (string | null)[] =>
  [versionId, nodeId, reason].flatMap((one) => [one ?? null, one ?? null]);
