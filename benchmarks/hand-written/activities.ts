import type pg from 'pg';
import { newId } from '#platform/ids.ts';
import type { HandWrittenInput } from './workflow.ts';

export type Line = { nodeId: string | null; kind: string; facts: Record<string, unknown> };
export type HandWrittenActivities = ReturnType<typeof handWrittenActivities>;

export const HAND_WRITTEN_QUEUE = 'hand-written';

/** The tables of the hand-written one: where a run stands, and its record, a row a step as in the product. */
export const handWrittenTables = `
  create table hand_run (id uuid primary key, contact_id uuid not null, state text not null, moved_at timestamptz not null);
  create table hand_log (id uuid primary key, run_id uuid not null, ordinal int not null, node_id text, kind text not null,
    facts jsonb not null, at timestamptz not null);
  create index on hand_log (run_id, at)`;

export function handWrittenActivities(pool: pg.Pool) {
  return {
    /** State and record in one transaction. */
    async record(input: HandWrittenInput, state: string, lines: readonly Line[]): Promise<void> {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query({
          name: 'hand_run',
          text: `insert into hand_run values ($1, $2, $3, now()) on conflict (id) do update set state = excluded.state, moved_at = now()`,
          values: [input.runId, input.contactId, state],
        });
        await client.query({
          name: 'hand_log',
          text: `insert into hand_log select l.id, $1, l.ordinal, l.node_id, l.kind, l.facts, now()
            from jsonb_to_recordset($2::jsonb) as l(id uuid, ordinal int, node_id text, kind text, facts jsonb)`,
          values: [input.runId, JSON.stringify(lines.map(rowOf))],
        });
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },

    async callAddress(input: HandWrittenInput): Promise<{ status: number }> {
      const answer = await fetch(input.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': input.runId },
        body: '{"from": "hand"}',
        signal: AbortSignal.timeout(15_000),
      });
      await answer.arrayBuffer();
      return { status: answer.status };
    },
  };
}

const rowOf = (line: Line, index: number) => ({
  id: newId(),
  ordinal: index + 1,
  node_id: line.nodeId,
  kind: line.kind,
  facts: line.facts,
});
