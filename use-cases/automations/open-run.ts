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
  const [run] = await tx.ask(open, {
    id: newId(),
    business_id: tx.businessId,
    automation_id: automationId,
    version_id: entrance.versionId,
    contact_id: contactId,
    subject_id: event.subjectId,
    entry_key: said.key,
    trigger_event_id: event.id,
    parent_run_id: (event.data['parentRunId'] as string | null | undefined) ?? null,
    single: said.single,
    depth: event.depth ?? 0,
    at: event.occurredAt,
  });
  return run ? { runId: run.id } : { refused: 'entered_before' };
}

type Opening = {
  [
    column in 'id' | 'business_id' | 'automation_id' | 'version_id' | 'contact_id' | 'entry_key' | 'trigger_event_id'
  ]: string;
} & { subject_id: string | null; parent_run_id: string | null; single: boolean; depth: number; at: Date };

const open = rowStatement<Opening, { id: string }>(
  {
    ...{ id: 'uuid', business_id: 'uuid', automation_id: 'uuid', version_id: 'uuid', contact_id: 'uuid' },
    ...{ subject_id: 'uuid', entry_key: 'text', trigger_event_id: 'uuid', parent_run_id: 'uuid' },
    ...{ single: 'boolean', depth: 'smallint', at: 'timestamptz' },
  },
  (given) => `
    with asked as (select * from ${given}),
    opened as (
      insert into run (id, business_id, automation_id, version_id, contact_id, subject_id, entry_key, trigger_event_id, parent_run_id,
        single, depth, pause_no, state, position, variables, listens_to, last_now, started_at)
      select asked.id, a.business_id, a.id, asked.version_id, asked.contact_id, asked.subject_id, asked.entry_key, asked.trigger_event_id,
        asked.parent_run_id, asked.single, asked.depth, a.pause_no, 'opened', '{}', '{}', '{}', asked.at, asked.at
      from asked join automation a on a.business_id = asked.business_id and a.id = asked.automation_id
      order by asked.n
      on conflict do nothing returning id)
    select asked.n, asked.id from asked join opened using (id)`,
);

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
