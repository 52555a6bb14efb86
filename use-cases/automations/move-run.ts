import type { Position } from '#automation/interpreter.ts';
import { runProcessId } from '#domain/processes.ts';
import type { Tx } from '#persistence/with-business.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';
import { endRun } from './end-run.ts';
import { hasEntered, lockRun, type RunRow } from './lock-run.ts';
import { readProgram } from './programs.ts';
import { writeLog } from './write-log.ts';

/** What a publication does with those who stand on a step. */
export type Landing = { do: 'keep' } | { do: 'exit' } | { do: 'move'; to: string };

export type Moved = 'kept' | 'exited' | 'moved' | 'step_gone' | 'not_there';

/**
 * Treats one person by the plan of a publication, under the run's lock. Who moves keeps the moment at which they came
 * to their step, so that waits are counted from it by the new version; variables stay.
 */
export async function moveRun(
  tx: Tx,
  input: {
    jobId: string;
    runId: string;
    toVersionId: string;
    plan: Readonly<Record<string, Landing>>;
    fallback: Landing['do'];
  },
): Promise<Moved> {
  const run = await lockRun(tx, input.runId);
  if (run.state === 'ended' || run.version_id === input.toVersionId) return 'not_there';
  const nodeId = hasEntered(run) ? run.position.nodeId : null;
  const landing = (nodeId === null ? undefined : input.plan[nodeId]) ?? byDefault(input.fallback, nodeId);
  if (landing.do === 'keep') return 'kept';
  if (landing.do === 'exit') {
    await endRun(tx, run, { outcome: 'left', reason: 'published', by: 'publication' });
    return 'exited';
  }
  const program = await readProgram(tx, input.toVersionId);
  if (nodeId !== null && !program.nodes.has(landing.to)) return 'step_gone';
  await land(tx, run, input, nodeId === null ? null : landing.to);
  return 'moved';
}

const byDefault = (fallback: Landing['do'], nodeId: string | null): Landing =>
  fallback === 'move' ? { do: 'move', to: nodeId ?? '' } : { do: fallback };

async function land(
  tx: Tx,
  run: RunRow,
  input: { jobId: string; toVersionId: string },
  nodeId: string | null,
): Promise<void> {
  const same = nodeId === run.position.nodeId;
  const position: Position | null =
    nodeId === null ? null : same ? run.position : { ...without(run.position), nodeId, visit: run.position.visit + 1 };
  const moveNo = nodeId === null ? run.move_no : run.move_no + 1;
  await tx.sql(
    `insert into run_move (business_id, job_id, run_id, from_version_id, from_position, from_variables, after_move_no)
     values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?) on conflict do nothing`,
    [
      tx.businessId,
      input.jobId,
      run.id,
      run.version_id,
      JSON.stringify(run.position),
      JSON.stringify(run.variables),
      moveNo,
    ],
  );
  await tx.sql(
    `update run set version_id = ?, position = coalesce(?::jsonb, position), move_no = ?, state = case when state = 'opened' then state else 'waiting' end,
       call_request = null where business_id = ? and id = ?`,
    [input.toVersionId, position && JSON.stringify(position), moveNo, tx.businessId, run.id],
  );
  if (nodeId === null) return;
  await writeLog(tx, { runId: run.id, moveNo, at: tx.now }, [
    {
      nodeId,
      kind: 'moved',
      facts: { from: run.position.nodeId, fromVersion: run.version_id, version: input.toVersionId },
    },
  ]);
  await wake(tx, run, input.toVersionId);
}

/** Back to where they stood, unless they have gone on since. */
export async function moveRunBack(
  tx: Tx,
  input: { jobId: string; runId: string },
): Promise<'moved' | 'went_on' | 'ended'> {
  const run = await lockRun(tx, input.runId);
  const [before] = await tx.sql<{
    from_version_id: string;
    from_position: Position;
    from_variables: Record<string, unknown>;
    after_move_no: number;
  }>(
    'select from_version_id, from_position, from_variables, after_move_no from run_move where business_id = ? and job_id = ? and run_id = ?',
    [tx.businessId, input.jobId, input.runId],
  );
  if (!before || run.state === 'ended') return 'ended';
  // A wait that was resolved anew by the new version is a move, but not a step on.
  const stands = run.move_no === before.after_move_no || run.position.visit === landedVisit(before, run);
  if (!stands) return 'went_on';
  const moveNo = run.move_no + 1;
  await tx.sql(
    `update run set version_id = ?, position = ?::jsonb, variables = ?::jsonb, move_no = ?, state = case when state = 'opened' then state else 'waiting' end,
       call_request = null, deadline_at = null where business_id = ? and id = ?`,
    [
      before.from_version_id,
      JSON.stringify(before.from_position),
      JSON.stringify(before.from_variables),
      hasEntered(run) ? moveNo : run.move_no,
      tx.businessId,
      run.id,
    ],
  );
  if (!hasEntered(run)) return 'moved';
  await writeLog(tx, { runId: run.id, moveNo, at: tx.now }, [
    { nodeId: before.from_position.nodeId, kind: 'moved', facts: { back: true, version: before.from_version_id } },
  ]);
  await wake(tx, run, before.from_version_id);
  return 'moved';
}

const landedVisit = (before: { from_position: Position }, run: RunRow): number =>
  run.position.nodeId === before.from_position.nodeId ? before.from_position.visit : before.from_position.visit + 1;

const without = ({ memory: _memory, made: _made, ...position }: Position): Position => position;

async function wake(tx: Tx, run: RunRow, versionId: string): Promise<void> {
  await wakeProcess(tx, {
    id: runProcessId(run.id),
    type: 'automation-run',
    subjectId: run.id,
    contactId: run.contact_id,
    versionId,
  });
}
