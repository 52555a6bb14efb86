import { advance, type Move, type Position } from '#automation/interpreter.ts';
import type { StoredEvent } from '#domain/events.ts';
import { runProcessId } from '#domain/processes.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { makeEffect } from '#use-cases/effects/index.ts';
import { closeProcess, seeProcess, wakeProcess, type SeenProcess } from '#use-cases/processes/process.ts';
import { readFacts } from './read-facts.ts';
import { readProgram } from './programs.ts';
import { tally, type Step } from './tally.ts';
import { eventColumns, toStoredEvent, type EventRow } from './stored-events.ts';

export type AdvanceResult = {
  moveNo: number;
  /** For the workflow: what it waits for, or that it is done. */
  directive: { kind: 'wait'; until: Date | null; nodeId: string } | { kind: 'end'; outcome: string };
};

/**
 * The only place where a run moves. One transaction: locks contact and run, takes the inbox, asks the interpreter,
 * makes the effects, writes log and position. Anyone may call it; a timer is a hint, since the deadline is resolved
 * again from the position. `moveNo` is the move that the caller knows: a caller behind it has nothing to add.
 */
export async function advanceRun(tx: Tx, input: { runId: string; byWorkflow: boolean }): Promise<AdvanceResult> {
  const run = await lockRun(tx, input.runId);
  if (run.state === 'ended') {
    await ignoreInbox(tx, run.id);
    return { moveNo: run.move_no, directive: { kind: 'end', outcome: run.outcome ?? 'finished' } };
  }
  if (run.automation_state === 'paused' || run.automation_state === 'archived') return standStill(tx, run);
  // A run's clock never goes back, whatever the machines say.
  const now = tx.now > run.last_now ? tx.now : run.last_now;
  const program = await readProgram(tx, run.version_id);
  const position = run.move_no === 0 ? null : run.position;
  const entry = await readTrigger(tx, run);
  const events = await takeInbox(tx, run, position?.sinceSeq ?? entry.seq);
  const facts = await readFacts(tx, { contactId: run.contact_id, trigger: entry.data, subjectId: entry.subjectId });
  const move = advance(program, { position, variables: run.variables }, { now, entrySeq: entry.seq, events, facts });
  if (nothingNew(run, move)) return { moveNo: run.move_no, directive: directiveOf(move) };

  const results = [];
  for (const { key, nodeId, effect } of move.effects) {
    results.push({
      nodeId,
      result: await makeEffect(tx, effect, {
        runId: run.id,
        nodeId,
        key,
        contactId: run.contact_id,
        versionId: run.version_id,
      }),
    });
  }
  await writeMove(tx, run, move, { now, results });
  if (move.directive.kind === 'end') await finish(tx, run, move.directive, now);
  // A run that never waited has no workflow; one that did must see this move, its end included.
  const hasWorkflow = move.directive.kind === 'wait' || run.state === 'waiting';
  if (hasWorkflow && !input.byWorkflow) {
    await wakeProcess(tx, {
      id: runProcessId(run.id),
      type: 'automation-run',
      subjectId: run.id,
      contactId: run.contact_id,
      versionId: run.version_id,
    });
  }
  tx.ring(`live:${tx.businessId}:runs`);
  return { moveNo: run.move_no + 1, directive: directiveOf(move) };
}

/**
 * The workflow's turn: reads its wake number first, then moves, so that nothing that comes between is missed.
 * `closed`: the row is closed and the workflow may end.
 */
export async function advanceRunFromWorkflow(
  tx: Tx,
  runId: string,
): Promise<AdvanceResult & { seen: SeenProcess; closed: boolean }> {
  // Lock order: contact and run come before the process row.
  await lockRun(tx, runId);
  const seen = await seeProcess(tx, runProcessId(runId));
  const result = await advanceRun(tx, { runId, byWorkflow: true });
  const closed = result.directive.kind === 'end' && (await closeProcess(tx, runProcessId(runId), seen));
  return { ...result, seen, closed };
}

type RunRow = {
  id: string;
  automation_id: string;
  automation_state: 'draft' | 'active' | 'paused' | 'archived';
  version_id: string;
  contact_id: string;
  trigger_event_id: string;
  state: 'opened' | 'waiting' | 'ended';
  outcome: string | null;
  position: Position;
  variables: Record<string, unknown>;
  listens_to: string[];
  deadline_at: Date | null;
  move_no: number;
  last_now: Date;
};

async function lockRun(tx: Tx, runId: string): Promise<RunRow> {
  await tx.sql(
    `select id from contact where business_id = ? and id = (select contact_id from run where business_id = ? and id = ?) for no key update`,
    [tx.businessId, tx.businessId, runId],
  );
  const [run] = await tx.sql<RunRow>(
    `select r.*, a.state as automation_state from run r join automation a on a.business_id = r.business_id and a.id = r.automation_id
     where r.business_id = ? and r.id = ? for no key update of r`,
    [tx.businessId, runId],
  );
  if (!run) throw new Error(`run ${runId} is not there`);
  return run;
}

async function readTrigger(
  tx: Tx,
  run: RunRow,
): Promise<{ seq: number; data: Record<string, unknown>; subjectId: string | null }> {
  const [event] = await tx.sql<{ stream_seq: number; data: Record<string, unknown>; subject_id: string | null }>(
    'select stream_seq, data, subject_id from event where business_id = ? and id = ?',
    [tx.businessId, run.trigger_event_id],
  );
  if (!event) throw new Error(`the event that started run ${run.id} is not there`);
  return { seq: event.stream_seq, data: event.data, subjectId: event.subject_id };
}

/**
 * While an automation is paused nobody inside moves: a timer that fires, a button that is pressed wait in the inbox,
 * which is not looked at again until it is resumed.
 */
async function standStill(tx: Tx, run: RunRow): Promise<AdvanceResult> {
  await tx.sql(
    `update run_inbox set next_attempt_at = 'infinity' where business_id = ? and run_id = ? and state = 'pending'`,
    [tx.businessId, run.id],
  );
  return { moveNo: run.move_no, directive: { kind: 'wait', until: null, nodeId: run.position.nodeId } };
}

const INBOX_PAGE = 200;

/** Everything that the run has heard and not used, in order; what was pending is taken now. */
async function takeInbox(tx: Tx, run: RunRow, sinceSeq: number): Promise<StoredEvent[]> {
  await tx.sql(`update run_inbox set state = 'taken' where business_id = ? and run_id = ? and state = 'pending'`, [
    tx.businessId,
    run.id,
  ]);
  const rows = await tx.sql<EventRow>(
    `select ${eventColumns} from run_inbox i join event e on e.business_id = i.business_id and e.id = i.event_id
     where i.business_id = ? and i.run_id = ? and i.state = 'taken' and i.seq > ? order by i.seq limit ?`,
    [tx.businessId, run.id, sinceSeq, INBOX_PAGE],
  );
  return rows.map(toStoredEvent);
}

/** A wake-up that changes nothing (a hint, an event that does not match) leaves no trace. */
function nothingNew(run: RunRow, move: Move): boolean {
  return (
    run.move_no > 0 &&
    move.directive.kind === 'wait' &&
    move.effects.length === 0 &&
    move.position.nodeId === run.position.nodeId &&
    move.position.visit === run.position.visit &&
    (move.directive.until?.getTime() ?? null) === (run.deadline_at?.getTime() ?? null)
  );
}

async function writeMove(
  tx: Tx,
  run: RunRow,
  move: Move,
  done: { now: Date; results: { nodeId: string; result: Record<string, unknown> }[] },
): Promise<void> {
  const moveNo = run.move_no + 1;
  const waits = move.directive.kind === 'wait';
  await tx.sql(
    `update run set state = ?, position = ?::jsonb, variables = ?::jsonb, listens_to = ?::text[], deadline_at = ?, move_no = ?, last_now = ?
     where business_id = ? and id = ?`,
    [
      waits ? 'waiting' : 'ended',
      JSON.stringify(move.position),
      JSON.stringify(move.variables),
      `{${move.directive.kind === 'wait' ? move.directive.listensTo.join(',') : ''}}`,
      move.directive.kind === 'wait' ? move.directive.until : null,
      moveNo,
      done.now,
      tx.businessId,
      run.id,
    ],
  );
  await tally(
    tx,
    { runId: run.id, automationId: run.automation_id, versionId: run.version_id },
    move.log.flatMap((entry): Step[] => {
      if (entry.kind === 'entered') return [{ nodeId: 'trigger', port: 'next' }];
      if (entry.nodeId === null) return [];
      if (entry.kind === 'went') return [{ nodeId: entry.nodeId, port: String(entry.facts['port']) }];
      const outcome = entry.kind === 'ended' ? entry.facts['outcome'] : undefined;
      if (outcome === 'finished') return [{ nodeId: entry.nodeId, port: '' }];
      return outcome === 'failed' ? [{ nodeId: entry.nodeId, port: '', failed: true }] : [];
    }),
  );
  let ordinal = 0;
  for (const entry of move.log) {
    const made =
      entry.kind === 'went' ? done.results.filter((one) => one.nodeId === entry.nodeId).map((one) => one.result) : [];
    await tx.sql(
      `insert into run_log (id, business_id, run_id, move_no, ordinal, node_id, kind, facts, at) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)`,
      [
        newId(),
        tx.businessId,
        run.id,
        moveNo,
        (ordinal += 1),
        entry.nodeId,
        entry.kind,
        JSON.stringify({ ...entry.facts, ...Object.assign({}, ...made) }),
        done.now,
      ],
    );
  }
}

async function finish(tx: Tx, run: RunRow, directive: { outcome: string; reason: string }, now: Date): Promise<void> {
  await tx.sql('update run set outcome = ?, outcome_reason = ?, ended_at = ? where business_id = ? and id = ?', [
    directive.outcome,
    directive.reason,
    now,
    tx.businessId,
    run.id,
  ]);
  await ignoreInbox(tx, run.id);
  if (directive.outcome === 'left') await withdrawMessages(tx, run.id);
}

/** What a run had queued and nobody has begun to send is taken back when the person leaves. */
export async function withdrawMessages(tx: Tx, runId: string): Promise<void> {
  await tx.sql(
    `update message set state = 'withdrawn', error = 'run_left' where business_id = ? and run_id = ? and state = 'queued'`,
    [tx.businessId, runId],
  );
}

async function ignoreInbox(tx: Tx, runId: string): Promise<void> {
  await tx.sql(`update run_inbox set state = 'ignored' where business_id = ? and run_id = ? and state = 'pending'`, [
    tx.businessId,
    runId,
  ]);
}

function directiveOf(move: Move): AdvanceResult['directive'] {
  return move.directive.kind === 'end'
    ? { kind: 'end', outcome: move.directive.outcome }
    : { kind: 'wait', until: move.directive.until, nodeId: move.position.nodeId };
}
