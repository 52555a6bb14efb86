import { withMade } from '#automation/made-lines.ts';
import { depthOfCaused } from '#automation/depth.ts';
import type { OutsideAnswer } from '#automation/effects.ts';
import { advance, type LogEntry, type Move, type Pause } from '#automation/interpreter.ts';
import { runProcessId } from '#domain/processes.ts';
import { givenRows } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';
import { makeEffects } from '#use-cases/effects/index.ts';
import { recordOutsideAnswer } from '#use-cases/outside-calls/outside-calls.ts';
import { closeProcess, seeProcess, wakeProcess, type SeenProcess } from '#use-cases/processes/process.ts';
import { reasonOf, settleEnd } from './finish-run.ts';
import { hasEntered, lockRun, type RunRow } from './lock-run.ts';
import { readFacts } from './read-facts.ts';
import { readProgram } from './programs.ts';
import { ignoreInbox, shelveInbox, takeInbox } from './run-inbox.ts';
import { tally, type Step } from './tally.ts';
import { writeLog } from './write-log.ts';

export type AdvanceResult = {
  moveNo: number;
  /** For the workflow: what it waits for, whom it calls, or that it is done. */
  directive:
    | { kind: 'wait'; until: Date | null; nodeId: string }
    | { kind: 'call'; key: string; nodeId: string; timeoutSeconds: number; retries: number }
    | { kind: 'end'; outcome: string };
};

/**
 * The only place where a run moves. One transaction: locks contact and run, takes the inbox, asks the interpreter,
 * makes the effects, writes log and position. Anyone may call it; a timer is a hint, since the deadline is resolved
 * again from the position.
 */
export async function advanceRun(tx: Tx, input: { runId: string; byWorkflow: boolean }): Promise<AdvanceResult> {
  return advanceLocked(tx, await lockRun(tx, input.runId), input.byWorkflow);
}

/**
 * {@link advanceRun} of a run whose moment has come, by another than its workflow. That is not woken: its own timer is
 * due as well, or a wake-up is on its way to it.
 */
export async function advanceDueRun(tx: Tx, runId: string): Promise<void> {
  const run = await lockRun(tx, runId);
  if (run.state === 'waiting' && run.deadline_at !== null && run.deadline_at <= tx.now)
    await advanceLocked(tx, run, true);
}

/** {@link advanceRun} for one who has locked the run already. */
export async function advanceLocked(tx: Tx, run: RunRow, byWorkflow: boolean): Promise<AdvanceResult> {
  if (run.state === 'ended') {
    await ignoreInbox(tx, run.id);
    return { moveNo: run.move_no, directive: { kind: 'end', outcome: run.outcome ?? 'finished' } };
  }
  if (run.automation_state === 'paused' || run.automation_state === 'archived') {
    await shelveInbox(tx, run.id);
    return { moveNo: run.move_no, directive: { kind: 'wait', until: null, nodeId: run.position.nodeId } };
  }
  // A run's clock never goes back, whatever the machines say.
  const now = tx.now > run.last_now ? tx.now : run.last_now;
  const program = await readProgram(tx, run.version_id);
  const position = hasEntered(run) ? run.position : null;
  const { entry } = run;
  const events = await takeInbox(tx, run.id, position?.sinceSeq ?? entry.seq);
  // From here on it matters what other runs of this person do in the same transaction: tags, caps, fields.
  await tx.alone(run.contact_id);
  const facts = await readFacts(tx, { contactId: run.contact_id, trigger: entry.data, subjectId: run.subject_id });
  const pauses = run.automation_pause_no > run.pause_no ? await readPauses(tx, run) : [];
  const answer = run.call_answer ?? undefined;
  const move = advance(
    program,
    { position, variables: run.variables },
    { now, runId: run.id, entry, events, facts, subjectId: run.subject_id, pauses, answer, deadline: run.deadline_at },
  );
  if (nothingNew(run, move)) return { moveNo: run.move_no, directive: directiveOf(move) };
  await carryOut(tx, run, move, { now, entry });
  const parks = move.directive.kind !== 'end';
  // A run that never waited has no workflow; one that did must see this move, its end included.
  const hasWorkflow = parks || run.state === 'waiting' || run.state === 'calling';
  if (hasWorkflow && !byWorkflow) {
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
 * `answer`: of the call that the run waits for, kept first. `closed`: the row is closed and the workflow may end.
 */
export async function advanceRunFromWorkflow(
  tx: Tx,
  runId: string,
  answer?: OutsideAnswer,
): Promise<AdvanceResult & { seen: SeenProcess; closed: boolean }> {
  // Lock order: contact and run come before the process row.
  const run = await lockRun(tx, runId, answer && (() => recordOutsideAnswer(tx, { runId, answer })));
  const seen = await seeProcess(tx, runProcessId(runId));
  const result = await advanceLocked(tx, run, true);
  const closed = result.directive.kind === 'end' && (await closeProcess(tx, runProcessId(runId), seen));
  return { ...result, seen, closed };
}

async function readPauses(tx: Tx, run: RunRow): Promise<Pause[]> {
  const rows = await tx.sql<{ from_at: Date; to_at: Date; policy: Pause['policy'] }>(
    'select from_at, to_at, policy from automation_pause where business_id = ? and automation_id = ? and no > ? order by no',
    [tx.businessId, run.automation_id, run.pause_no],
  );
  return rows.map((row) => ({ from: row.from_at, to: row.to_at, policy: row.policy }));
}

/** A wake-up that changes nothing (a hint, an event that does not match) leaves no trace. */
function nothingNew(run: RunRow, { directive, effects, position, log }: Move): boolean {
  if (!hasEntered(run) || effects.length > 0 || log.some((entry) => entry.kind === 'resumed')) return false;
  const stays =
    position.nodeId === run.position.nodeId &&
    position.visit === run.position.visit &&
    position.sinceSeq === run.position.sinceSeq;
  if (directive.kind === 'call') return stays && run.state === 'calling' && run.call_request?.key === directive.key;
  return (
    stays &&
    directive.kind === 'wait' &&
    run.state === 'waiting' &&
    (directive.until?.getTime() ?? null) === (run.deadline_at?.getTime() ?? null)
  );
}

async function carryOut(tx: Tx, run: RunRow, move: Move, about: { now: Date; entry: RunRow['entry'] }): Promise<void> {
  const depth = depthOfCaused(about.entry, about.now);
  const deeper: Tx = { ...tx, emit: (event) => tx.emit({ ...event, depth }) };
  const results = await makeEffects(deeper, move.effects, {
    runId: run.id,
    automationId: run.automation_id,
    contactId: run.contact_id,
    versionId: run.version_id,
    subjectId: run.subject_id,
  });
  const moveNo = run.move_no + 1;
  await writePosition(tx, run, move, { moveNo, now: about.now });
  await tally(tx, { automationId: run.automation_id, versionId: run.version_id }, move.log.flatMap(waysOf));
  await writeLog(
    tx,
    { runId: run.id, moveNo, at: about.now },
    withMade(
      move,
      hasEntered(run) ? run.position.visit : 1,
      results.map(({ result }) => result),
    ),
  );
  if (move.directive.kind === 'end') await settleEnd(deeper, run, { ...move.directive, now: about.now });
}

async function writePosition(tx: Tx, run: RunRow, move: Move, at: { moveNo: number; now: Date }): Promise<void> {
  const { directive } = move;
  const state = { wait: 'waiting', call: 'calling', end: 'ended' }[directive.kind];
  const end = directive.kind === 'end' ? directive : null;
  await tx.later({
    table: 'run',
    key: run.id,
    query: placeRuns,
    rows: [
      {
        business_id: tx.businessId,
        id: run.id,
        state,
        outcome: end && end.outcome,
        outcome_reason: end && reasonOf(end),
        ended_at: end && at.now,
        position: move.position,
        variables: move.variables,
        listens_to: directive.kind === 'end' ? [] : directive.listensTo,
        deadline_at: directive.kind === 'wait' ? directive.until : null,
        call_request: directive.kind === 'call' ? { key: directive.key, request: directive.request } : null,
        pause_no: run.automation_pause_no,
        move_no: at.moveNo,
        last_now: at.now,
      },
    ],
  });
}

const placeColumns = {
  ...{ state: 'text', outcome: 'text', outcome_reason: 'text', ended_at: 'timestamptz', position: 'jsonb' },
  ...{ variables: 'jsonb', listens_to: 'text[]', deadline_at: 'timestamptz', call_request: 'jsonb' },
  ...{ pause_no: 'int', move_no: 'int', last_now: 'timestamptz' },
};
const placeRuns = `
  update run r set ${Object.keys(placeColumns)
    .map((name) => `${name} = given.${name}`)
    .join(', ')}, broken_times = 0, broken_since = null
  from ${givenRows({ business_id: 'uuid', id: 'uuid', ...placeColumns })}
  where r.business_id = given.business_id and r.id = given.id`;

export function waysOf(entry: LogEntry): Step[] {
  if (entry.kind === 'entered') return [{ nodeId: 'trigger', port: 'next' }];
  if (entry.nodeId === null) return [];
  if (entry.kind === 'went') return [{ nodeId: entry.nodeId, port: String(entry.facts['port']) }];
  const outcome = entry.kind === 'ended' ? entry.facts['outcome'] : undefined;
  if (outcome === 'finished') return [{ nodeId: entry.nodeId, port: '' }];
  return outcome === 'failed' ? [{ nodeId: entry.nodeId, port: '', failed: true }] : [];
}

function directiveOf(move: Move): AdvanceResult['directive'] {
  const { directive } = move;
  const { nodeId } = move.position;
  if (directive.kind === 'end') return { kind: 'end', outcome: directive.outcome };
  if (directive.kind === 'wait') return { kind: 'wait', until: directive.until, nodeId };
  const { timeoutSeconds, retries } = directive.request;
  return { kind: 'call', key: directive.key, nodeId, timeoutSeconds, retries };
}
