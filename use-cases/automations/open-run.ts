import { admit, type LastEntry, type RefusalReason } from '#automation/admission.ts';
import { DEEPEST } from '#automation/depth.ts';
import type { Facts } from '#automation/facts.ts';
import type { Program } from '#automation/program.ts';
import type { StoredEvent } from '#domain/events.ts';
import { rowStatement } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { raiseAlarm } from '#use-cases/operations/raise-alarm.ts';

export type Entrance = { automationId: string; versionId: string; program: Program };
export type Opened = { runId: string } | { refused: RefusalReason | 'entered_before' };

/**
 * Lets a person in, or writes down why not. Under the contact's lock, which every entry takes, so that "once" and
 * "one at a time" hold whoever else routes; the database holds them as well.
 */
export async function openRun(tx: Tx, entrance: Entrance, event: StoredEvent, facts: Facts): Promise<Opened> {
  const contactId = facts.contact.id;
  const { program, automationId } = entrance;
  const last = await readLastEntry(tx, program, contactId);
  const said = soundly(() => admit(program, event, facts, last));
  if (!said.enters) {
    if (said.reason !== 'not_addressed') await refuse(tx, automationId, event, contactId, said.reason, said.record);
    return { refused: said.reason };
  }
  if ((event.depth ?? 0) >= DEEPEST) {
    await refuse(tx, automationId, event, contactId, 'runs_wild', { depth: event.depth });
    await raiseAlarm(tx, {
      code: 'automation_runs_wild',
      key: `automation_runs_wild:${automationId}`,
      facts: { automationId, depth: event.depth },
    });
    return { refused: 'runs_wild' };
  }
  const [run] = await tx.sql<{ id: string }>(
    `insert into run (id, business_id, automation_id, version_id, contact_id, subject_id, entry_key, trigger_event_id, parent_run_id,
       single, depth, pause_no, state, position, variables, listens_to, last_now, started_at)
     select ?, a.business_id, a.id, ?, ?, ?, ?, ?, ?, ?, ?, a.pause_no, 'opened', '{}', '{}', '{}', ?, ?
     from automation a where a.business_id = ? and a.id = ?
     on conflict do nothing returning id`,
    [
      newId(),
      entrance.versionId,
      contactId,
      event.subjectId,
      said.key,
      event.id,
      (event.data['parentRunId'] as string | null | undefined) ?? null,
      said.single,
      event.depth ?? 0,
      event.occurredAt,
      event.occurredAt,
      tx.businessId,
      automationId,
    ],
  );
  return run ? { runId: run.id } : { refused: 'entered_before' };
}

/** Read only where the rule asks for it. */
export async function readLastEntry(tx: Tx, program: Program, contactId: string): Promise<LastEntry> {
  const { reentry } = program.document.settings;
  if (reentry === 'always' || reentry === 'once_per_subject') return null;
  const whose = { business_id: tx.businessId, contact_id: contactId };
  await tx.ask(lockContact, whose);
  const [row] = await tx.ask(lastEntry, { ...whose, automation_id: program.automationId });
  return row ? { startedAt: row.started_at, live: row.live } : null;
}

const whose = { business_id: 'uuid', contact_id: 'uuid' };
type Whose = Record<keyof typeof whose, string>;

const lockContact = rowStatement<Whose, unknown>(
  whose,
  (
    given,
  ) => `select given.n from ${given} join contact c on c.business_id = given.business_id and c.id = given.contact_id
    order by c.id for no key update of c`,
);

const lastEntry = rowStatement<Whose & { automation_id: string }, { started_at: Date; live: boolean }>(
  { ...whose, automation_id: 'uuid' },
  (given) => `select given.n, r.* from ${given} cross join lateral (
    select started_at, state <> 'ended' as live from run
    where business_id = given.business_id and automation_id = given.automation_id and contact_id = given.contact_id
    order by started_at desc limit 1) r`,
);

/** Pure: a trigger that throws starts nothing. */
function soundly(ask: () => ReturnType<typeof admit>): ReturnType<typeof admit> {
  try {
    return ask();
  } catch (error) {
    return { enters: false, reason: 'condition', record: { error: String(error).slice(0, 200) } };
  }
}

export async function refuse(
  tx: Tx,
  automationId: string,
  event: StoredEvent,
  contactId: string,
  reason: RefusalReason,
  facts: Record<string, unknown>,
): Promise<void> {
  await tx.sql(
    `insert into entry_refusal (business_id, automation_id, contact_id, reason, event_id, event_type, facts, at)
     values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
     on conflict (business_id, automation_id, contact_id, reason) do update set times = entry_refusal.times + 1,
       event_id = excluded.event_id, event_type = excluded.event_type, facts = excluded.facts, at = excluded.at`,
    [tx.businessId, automationId, contactId, reason, event.id, event.type, JSON.stringify(facts), event.occurredAt],
  );
}
