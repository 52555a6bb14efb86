import { admit } from '#automation/admission.ts';
import { advance, type Move } from '#automation/interpreter.ts';
import type { Facts } from '#automation/facts.ts';
import { withMade } from '#automation/made-lines.ts';
import type { StoredEvent } from '#domain/events.ts';
import { runProcessId } from '#domain/processes.ts';
import { rowStatement } from '#persistence/row-statement.ts';
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
  await tally(tx, { automationId, versionId }, move.log.flatMap(waysOf));
  if (move.directive.kind === 'end') {
    const { outcome, reason } = move.directive;
    if (outcome !== 'finished')
      await settleEnd(
        tx,
        { id: runId, automation_id: automationId, contact_id: contactId, parent_run_id: null, retries: 0 },
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
  const rows = await tx.ask(insertRun, {
    id: run.runId,
    business_id: tx.businessId,
    automation_id: entrance.automationId,
    version_id: entrance.versionId,
    contact_id: run.contactId,
    subject_id: event.subjectId,
    entry_key: run.key,
    trigger_event_id: event.id,
    single: run.single,
    depth: event.depth ?? 0,
    state: { wait: 'waiting', call: 'calling', end: 'ended' }[directive.kind],
    outcome: ended?.outcome ?? null,
    outcome_reason: ended?.reason.slice(0, 200) ?? null,
    ended_at: ended ? tx.now : null,
    position,
    variables,
    listens_to: directive.kind === 'end' ? [] : [...directive.listensTo],
    deadline_at: directive.kind === 'wait' ? directive.until : null,
    call_request: directive.kind === 'call' ? { key: directive.key, request: directive.request } : null,
    answer: run.answer,
    move_no: 1,
    last_now: tx.now,
    started_at: event.occurredAt,
  });
  return rows.length > 0;
}

const runColumns = {
  ...{ id: 'uuid', automation_id: 'uuid', version_id: 'uuid', contact_id: 'uuid', subject_id: 'uuid' },
  ...{ entry_key: 'text', trigger_event_id: 'uuid', single: 'boolean', depth: 'smallint', state: 'text' },
  ...{ outcome: 'text', outcome_reason: 'text', ended_at: 'timestamptz', position: 'jsonb', variables: 'jsonb' },
  ...{ listens_to: 'text[]', deadline_at: 'timestamptz', call_request: 'jsonb', answer: 'jsonb' },
  ...{ move_no: 'int', last_now: 'timestamptz', started_at: 'timestamptz' },
};
const names = Object.keys(runColumns);
/** The id is new, so what comes back is told apart by it; who was in before comes back not at all. */
const insertRun = rowStatement<Record<keyof typeof runColumns | 'business_id', unknown>, { id: string }>(
  { business_id: 'uuid', ...runColumns },
  (given) => `
    with wanted as (select * from ${given}),
    entered as (
      insert into run (business_id, ${names.join(', ')}, pause_no)
      select w.business_id, ${names.map((name) => `w.${name}`).join(', ')}, a.pause_no
      from wanted w join automation a on a.business_id = w.business_id and a.id = w.automation_id
      on conflict do nothing returning id)
    select wanted.n, entered.id from entered join wanted on wanted.id = entered.id`,
);

/** The first answer counts, as the effect itself holds it for runs that answer later. */
function answerOf(move: Move): Answer | null {
  const found = move.effects.find(({ effect }) => effect.kind === 'answer_webhook')?.effect;
  if (found?.kind !== 'answer_webhook') return null;
  return { status: found.status, body: found.body, contentType: found.contentType };
}
