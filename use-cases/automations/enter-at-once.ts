import { admit } from '#automation/admission.ts';
import { advance, type Move } from '#automation/interpreter.ts';
import type { Facts } from '#automation/facts.ts';
import { withMade } from '#automation/made-lines.ts';
import type { StoredEvent } from '#domain/events.ts';
import { runProcessId } from '#domain/processes.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { makeEffects } from '#use-cases/effects/index.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';
import { waysOf } from './advance-run.ts';
import { settleEnd } from './finish-run.ts';
import { readLastEntry, refuse, type Entrance } from './open-run.ts';
import { tally } from './tally.ts';
import { writeLog } from './write-log.ts';

type Answer = { status: number; body: string; contentType: string };
export type EnteredAtOnce = { runId: string; answer: Answer | null } | { refused: string };

/**
 * Lets a person in and makes the first move in the transaction of the one who asks, for a request that wants its answer:
 * the same admission and the same interpreter as the router's, without the post between them. The contact's stream,
 * which the event was written to, is locked, so two entries of one person come one after the other.
 */
export async function enterAtOnce(
  tx: Tx,
  entrance: Entrance,
  event: StoredEvent,
  facts: Facts,
): Promise<EnteredAtOnce> {
  const contactId = facts.contact.id;
  const said = admit(entrance.program, event, facts, await readLastEntry(tx, entrance.program, contactId));
  if (!said.enters) {
    await refuse(tx, entrance.automationId, event, contactId, said.reason, said.record);
    return { refused: said.reason };
  }
  const runId = newId();
  const move = advance(
    entrance.program,
    { position: null, variables: {} },
    {
      now: tx.now,
      runId,
      entry: { seq: event.seq, at: event.occurredAt, type: event.type },
      events: [],
      facts,
      subjectId: event.subjectId,
    },
  );
  const answer = answerOf(move);
  const place = { runId, contactId, key: said.key, single: said.single };
  if (!(await writeRun(tx, entrance, event, move, { ...place, answer }))) return { refused: 'entered_before' };
  const deeper: Tx = { ...tx, emit: (caused) => tx.emit({ ...caused, depth: (event.depth ?? 0) + 1 }) };
  const effects = move.effects.filter(({ effect }) => effect.kind !== 'answer_webhook');
  const made = await makeEffects(deeper, effects, {
    runId,
    automationId: entrance.automationId,
    contactId,
    versionId: entrance.versionId,
    subjectId: event.subjectId,
  });
  const lines = withMade(
    { log: move.log, effects },
    1,
    made.map(({ result }) => result),
  );
  await writeLog(tx, { runId, moveNo: 1, at: tx.now }, lines);
  const { automationId, versionId } = entrance;
  // Last, since these rows are the ones that many at once want.
  await tally(tx, { runId, automationId, versionId }, move.log.flatMap(waysOf));
  if (move.directive.kind === 'end') {
    const { outcome, reason } = move.directive;
    if (outcome === 'left')
      await settleEnd(
        tx,
        { id: runId, automation_id: automationId, contact_id: contactId, parent_run_id: null },
        { outcome, reason, now: tx.now },
      );
  } else {
    const process = {
      id: runProcessId(runId),
      type: 'automation-run' as const,
      subjectId: runId,
      contactId,
      versionId,
    };
    await wakeProcess(tx, process);
  }
  tx.ring(`live:${tx.businessId}:runs`);
  return { runId, answer };
}

async function writeRun(
  tx: Tx,
  entrance: Entrance,
  event: StoredEvent,
  { directive, position, variables }: Move,
  run: { runId: string; contactId: string; key: string; single: boolean; answer: Answer | null },
): Promise<boolean> {
  const ended = directive.kind === 'end' ? directive : null;
  const rows = await tx.sql(
    `insert into run (id, business_id, automation_id, version_id, contact_id, subject_id, entry_key, trigger_event_id, single, depth, pause_no,
       state, outcome, outcome_reason, ended_at, position, variables, listens_to, deadline_at, call_request, answer, move_no, last_now, started_at)
     select ?, a.business_id, a.id, ?, ?, ?, ?, ?, ?, ?, a.pause_no, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::text[], ?, ?::jsonb, ?::jsonb, 1, ?, ?
     from automation a where a.business_id = ? and a.id = ? on conflict do nothing returning id`,
    [
      run.runId,
      entrance.versionId,
      run.contactId,
      event.subjectId,
      run.key,
      event.id,
      run.single,
      event.depth ?? 0,
      { wait: 'waiting', call: 'calling', end: 'ended' }[directive.kind],
      ended?.outcome ?? null,
      ended?.reason.slice(0, 200) ?? null,
      ended ? tx.now : null,
      JSON.stringify(position),
      JSON.stringify(variables),
      `{${directive.kind === 'end' ? '' : directive.listensTo.join(',')}}`,
      directive.kind === 'wait' ? directive.until : null,
      directive.kind === 'call' ? JSON.stringify({ key: directive.key, request: directive.request }) : null,
      run.answer && JSON.stringify(run.answer),
      tx.now,
      event.occurredAt,
      tx.businessId,
      entrance.automationId,
    ],
  );
  return rows.length > 0;
}

/** The first answer counts, as the effect itself holds it for runs that answer later. */
function answerOf(move: Move): Answer | null {
  const found = move.effects.find(({ effect }) => effect.kind === 'answer_webhook')?.effect;
  if (found?.kind !== 'answer_webhook') return null;
  return { status: found.status, body: found.body, contentType: found.contentType };
}
