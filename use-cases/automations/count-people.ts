import type { Tx } from '#persistence/with-business.ts';
import { needViewer } from './drafts.ts';

export type PeopleCounts = {
  inside: number;
  entered: number;
  failed: number;
  nodes: Record<string, { waiting: number; passed: number; failed: number }>;
  edges: { from: string; port: string; passed: number }[];
};

/** Who stands where, and how many went which way: of one version, or of all. */
export async function countPeople(
  tx: Tx,
  input: { automationId: string; version?: number | undefined },
): Promise<PeopleCounts> {
  needViewer(tx);
  const ofVersion = `(?::int is null or version_id = (select id from automation_version
     where business_id = ? and automation_id = ? and number = ?::int))`;
  const which = [input.version ?? null, tx.businessId, input.automationId, input.version ?? null];
  const passed = await tx.sql<{ node_id: string; port: string; passed: number; failed: number }>(
    `select node_id, port, sum(passed)::bigint as passed, sum(failed)::bigint as failed from node_tally
     where business_id = ? and automation_id = ? and ${ofVersion} group by node_id, port`,
    [tx.businessId, input.automationId, ...which],
  );
  const waiting = await tx.sql<{ node_id: string | null; count: number }>(
    `select node_id, count(*)::int as count from run
     where business_id = ? and automation_id = ? and state in ('opened', 'waiting', 'calling') and ${ofVersion} group by node_id`,
    [tx.businessId, input.automationId, ...which],
  );
  const nodes: PeopleCounts['nodes'] = {};
  const at = (id: string) => (nodes[id] ??= { waiting: 0, passed: 0, failed: 0 });
  for (const row of passed) {
    if (row.node_id === 'trigger') continue;
    at(row.node_id).passed += row.passed;
    at(row.node_id).failed += row.failed;
  }
  for (const row of waiting) if (row.node_id) at(row.node_id).waiting = row.count;
  return {
    inside: waiting.reduce((sum, row) => sum + row.count, 0),
    entered: passed.find((row) => row.node_id === 'trigger')?.passed ?? 0,
    failed: passed.reduce((sum, row) => sum + row.failed, 0),
    nodes,
    edges: passed
      .filter((row) => row.port !== '' && row.passed > 0)
      .map((row) => ({ from: row.node_id, port: row.port, passed: row.passed })),
  };
}
