import { givenRows } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';

/** One way that one person went: through a port of a node (`''` for one where the chain ends), or failed there. */
export type Step = { nodeId: string; port: string; failed?: boolean | undefined };

type Place = { automationId: string; versionId: string };

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
  // By the transaction, not by the run: those that go together would otherwise write a row for each shard.
  const shard = tx.now.getTime() % 8;
  const { automationId, versionId } = place;
  await tx.later({
    table: 'node_tally',
    query: addWays,
    rows: [...sums.values()].map(({ nodeId, port, passed, failed }) => ({
      ...{ business_id: tx.businessId, automation_id: automationId, version_id: versionId, shard },
      ...{ node_id: nodeId, port, passed, failed },
    })),
  });
}

const place = 'business_id, automation_id, version_id, node_id, port, shard';
const addWays = `
  insert into node_tally (${place}, passed, failed)
  select ${place}, sum(passed), sum(failed)
  from ${givenRows({ business_id: 'uuid', automation_id: 'uuid', version_id: 'uuid', node_id: 'text', port: 'text', shard: 'smallint', passed: 'bigint', failed: 'bigint' })}
  group by ${place} order by ${place}
  on conflict (${place}) do update set passed = node_tally.passed + excluded.passed, failed = node_tally.failed + excluded.failed`;
