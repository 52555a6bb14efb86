import type { Tx } from '#persistence/with-business.ts';

/** One way that one person went: through a port of a node (`''` for one where the chain ends), or failed there. */
export type Step = { nodeId: string; port: string; failed?: boolean | undefined };

type Place = { runId: string; automationId: string; versionId: string };

/** Counts the ways of one move, in the transaction that makes it. Rows come in one order, so that moves do not deadlock. */
export async function tally(tx: Tx, place: Place, ways: readonly Step[]): Promise<void> {
  if (ways.length === 0) return;
  const sums = new Map<string, { nodeId: string; port: string; passed: number; failed: number }>();
  for (const { nodeId, port, failed } of ways) {
    const key = `${nodeId}\n${port}`;
    const sum = sums.get(key) ?? { nodeId, port, passed: 0, failed: 0 };
    if (failed) sum.failed += 1;
    else sum.passed += 1;
    sums.set(key, sum);
  }
  const rows = [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
  const shard = Number.parseInt(place.runId.at(-1) ?? '0', 16) % 8;
  await tx.later({
    table: 'node_tally',
    query: `insert into node_tally (business_id, automation_id, version_id, node_id, port, shard, passed, failed)
     select ?::uuid, ?::uuid, ?::uuid, node_id, port, ?::smallint, passed, failed
     from jsonb_to_recordset(?::jsonb) as way (node_id text, port text, passed bigint, failed bigint)
     on conflict (business_id, automation_id, version_id, node_id, port, shard)
       do update set passed = node_tally.passed + excluded.passed, failed = node_tally.failed + excluded.failed`,
    params: [
      tx.businessId,
      place.automationId,
      place.versionId,
      shard,
      JSON.stringify(rows.map(({ nodeId, ...row }) => ({ node_id: nodeId, ...row }))),
    ],
  });
}
