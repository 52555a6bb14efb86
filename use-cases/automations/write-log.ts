import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

export type LogLine = { nodeId: string | null; kind: string; facts: Record<string, unknown> };

/** The run's story: what was decided and by which values, in one write. */
export async function writeLog(
  tx: Tx,
  move: { runId: string; moveNo: number; at: Date },
  lines: readonly LogLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.later({
    table: 'run_log',
    query: `insert into run_log (id, business_id, run_id, move_no, ordinal, node_id, kind, facts, at)
     select l.id, ?::uuid, ?::uuid, ?, l.ordinal, l.node_id, l.kind, l.facts, ?
     from jsonb_to_recordset(?::jsonb) as l (id uuid, ordinal int, node_id text, kind text, facts jsonb)`,
    params: [
      tx.businessId,
      move.runId,
      move.moveNo,
      move.at,
      JSON.stringify(
        lines.map((line, index) => ({
          id: newId(),
          ordinal: index + 1,
          node_id: line.nodeId,
          kind: line.kind,
          facts: line.facts,
        })),
      ),
    ],
  });
}
