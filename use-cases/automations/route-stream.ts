import { z } from 'zod';
import type { Program } from '#automation/program.ts';
import { addressedEvents, type StoredEvent } from '#domain/events.ts';
import type { Tx } from '#persistence/with-business.ts';
import { raiseAlarm } from '#use-cases/operations/raise-alarm.ts';
import { followDates } from './follow-dates.ts';
import { openRun } from './open-run.ts';
import { readFacts } from './read-facts.ts';
import { readProgram } from './programs.ts';
import { putIntoInbox } from './run-inbox.ts';
import { eventColumns, toStoredEvent, type EventRow } from './stored-events.ts';

export type Routed = { runIds: string[]; more: boolean };

const PAGE = 100;

/**
 * Takes the next events of a stream, in order: opens the runs that they start and puts them into the inbox of the
 * runs that listen, in one transaction with the router's place in the stream. So an event is routed once, however
 * many routers look.
 */
export async function routeStream(tx: Tx, streamId: string): Promise<Routed> {
  const [place] = await tx.sql<{ routed_seq: number; wanted_seq: number }>(
    'select routed_seq, wanted_seq from stream_route where business_id = ? and stream_id = ? for update',
    [tx.businessId, streamId],
  );
  if (!place || place.routed_seq >= place.wanted_seq) return { runIds: [], more: false };
  const events = await readEvents(tx, streamId, place.routed_seq);
  const runIds = new Set<string>();
  for (const event of events) {
    if (event.contactId === null) continue;
    // The door of webhooks lets people in itself, to answer at once.
    if (event.type !== 'webhook.received')
      for (const runId of await openRuns(tx, event, event.contactId)) runIds.add(runId);
    for (const runId of await deliverToRuns(tx, event, event.contactId)) runIds.add(runId);
    await followDates(tx, event, event.contactId);
  }
  const last = events.at(-1)?.seq ?? place.wanted_seq;
  await tx.sql(
    `update stream_route set routed_seq = ?, attempts = 0, claimed_until = '-infinity' where business_id = ? and stream_id = ?`,
    [last, tx.businessId, streamId],
  );
  return { runIds: [...runIds], more: last < place.wanted_seq };
}

async function readEvents(tx: Tx, streamId: string, after: number): Promise<StoredEvent[]> {
  const rows = await tx.sql<EventRow>(
    `select ${eventColumns} from event e
     where e.business_id = ? and e.stream_id = ? and e.stream_seq > ? order by e.stream_seq limit ?`,
    [tx.businessId, streamId, after, PAGE],
  );
  return rows.map(toStoredEvent);
}

async function openRuns(tx: Tx, event: StoredEvent, contactId: string): Promise<string[]> {
  const addressed = addressedEvents.has(event.type) ? String(event.data['automationId']) : null;
  const triggers = await tx.sql<{ version_id: string; automation_id: string }>(
    `select t.version_id, t.automation_id from automation_trigger t
     join automation a on a.business_id = t.business_id and a.id = t.automation_id
     where t.business_id = ? and t.event_type = ? and (?::uuid is null or t.automation_id = ?::uuid)
       and a.state = 'active' and a.published_version_id = t.version_id order by t.automation_id`,
    [tx.businessId, event.type, addressed, addressed],
  );
  if (triggers.length === 0) {
    tellParent(tx, event, contactId, 'not_active');
    return [];
  }
  const facts = await readFacts(tx, { contactId, trigger: event.data, subjectId: event.subjectId });
  const opened: string[] = [];
  for (const trigger of triggers) {
    const program = await readSoundProgram(tx, trigger.version_id);
    if (!program) continue;
    const entrance = { automationId: trigger.automation_id, versionId: trigger.version_id, program };
    const entry = await openRun(tx, entrance, event, facts);
    if ('runId' in entry) opened.push(entry.runId);
    else tellParent(tx, event, contactId, entry.refused);
  }
  return opened;
}

/** A run that waits for the one it started must not wait for one that never began. */
function tellParent(tx: Tx, event: StoredEvent, contactId: string, reason: string): void {
  const parentRunId = event.data['parentRunId'];
  if (event.type !== 'automation.started' || typeof parentRunId !== 'string') return;
  const automationId = String(event.data['automationId']);
  tx.emit({
    type: 'automation.finished',
    streamId: contactId,
    contactId,
    data: { automationId, runId: '', outcome: 'refused', reason, parentRunId },
  });
}

/** Live runs of this contact whose version can wait for such an event, now or at a later step. */
async function deliverToRuns(tx: Tx, event: StoredEvent, contactId: string): Promise<string[]> {
  const live = await tx.sql<{ id: string; version_id: string; trigger_event_id: string }>(
    `select id, version_id, trigger_event_id from run where business_id = ? and contact_id = ? and state <> 'ended' order by started_at, id`,
    [tx.businessId, contactId],
  );
  const reached: string[] = [];
  for (const run of live) {
    if (run.trigger_event_id === event.id) continue;
    const program = await readSoundProgram(tx, run.version_id);
    if (!program?.listensTo.has(event.type)) continue;
    await putIntoInbox(tx, run.id, event);
    reached.push(run.id);
  }
  return reached;
}

/**
 * A version that cannot be read or asked is a fault of that version: it is skipped with an alarm, so that the stream
 * goes on for everybody else.
 */
export async function readSoundProgram(tx: Tx, versionId: string): Promise<Program | undefined> {
  try {
    return await readProgram(tx, versionId);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    await raiseAlarm(tx, {
      code: 'automation_unreadable',
      key: `automation_unreadable:${versionId}`,
      facts: { versionId, error: error.message.slice(0, 200) },
    });
    return undefined;
  }
}
