import { givenRows } from '#persistence/row-statement.ts';
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
    query: insertLines,
    rows: lines.map((line, index) => ({
      id: newId(),
      business_id: tx.businessId,
      run_id: move.runId,
      move_no: move.moveNo,
      ordinal: index + 1,
      node_id: line.nodeId,
      kind: line.kind,
      facts: line.facts,
      at: move.at,
    })),
  });
}

const insertLines = `
  insert into run_log (id, business_id, run_id, move_no, ordinal, node_id, kind, facts, at)
  select id, business_id, run_id, move_no, ordinal, node_id, kind, facts, at
  from ${givenRows({ id: 'uuid', business_id: 'uuid', run_id: 'uuid', move_no: 'int', ordinal: 'int', node_id: 'text', kind: 'text', facts: 'jsonb', at: 'timestamptz' })}`;
