import { z } from 'zod';
import type { Program } from '#automation/program.ts';
import { addressedEvents, type StoredEvent } from '#domain/events.ts';
import { inStep } from '#persistence/in-step.ts';
import type { Tx } from '#persistence/with-business.ts';
import { uuidArray } from '#use-cases/bookings/sql-values.ts';
import { raiseAlarm } from '#use-cases/operations/raise-alarm.ts';
import { followDates } from './follow-dates.ts';
import { openRun } from './open-run.ts';
import { readFacts } from './read-facts.ts';
import { readProgram } from './programs.ts';
import { putIntoInbox } from './run-inbox.ts';
import { eventColumns, toStoredEvent, type EventRow } from './stored-events.ts';

export type Routed = { runIds: string[]; more: string[] };

const PAGE = 100;

/**
 * Takes the next events of some streams, each in order: opens the runs that they start and puts them into the inbox of
 * the runs that listen, in one transaction with the router's place in the streams. So an event is routed once, however
 * many routers look: who comes second finds the place moved and takes everything back. Nothing is locked until the end,
 * so that whoever writes to a stream does not wait for its router.
 * @returns the runs that have news, and the streams that have more.
 * @throws when another router was faster.
 */
export async function routeStreams(tx: Tx, streamIds: readonly string[]): Promise<Routed> {
  const places = await tx.sql<Place>(
    'select stream_id, routed_seq, wanted_seq from stream_route where business_id = ? and stream_id = any(?::uuid[]) and routed_seq < wanted_seq',
    [tx.businessId, uuidArray(streamIds)],
  );
  if (places.length === 0) return { runIds: [], more: [] };
  const events = await readEvents(tx, places);
  const about = events.filter((event): event is ContactEvent => event.contactId !== null);
  const triggers = await readTriggers(tx, about);
  const live = await readLiveRuns(tx, about);
  const ofContacts = [...Map.groupBy(about, (event) => event.contactId)];
  const posts = await inStep(
    tx,
    ofContacts.map(([contactId, own]) => ({
      actor: tx.actor,
      work: (step: Tx) => routeContact(step, own, { triggers, runs: live.get(contactId) ?? [] }),
    })),
  );
  const post = posts.flat();
  await followDates(tx, about);
  const more = await movePlaces(tx, places, events);
  await putIntoInbox(tx, post);
  return { runIds: [...new Set(post.map(({ runId }) => runId))], more };
}

type Post = { runId: string; event: StoredEvent };

/** The events of one contact, in order: what opened by an earlier one hears the later. */
async function routeContact(
  tx: Tx,
  events: readonly ContactEvent[],
  about: { triggers: ReadonlyMap<string, readonly Trigger[]>; runs: readonly LiveRun[] },
): Promise<Post[]> {
  const post: Post[] = [];
  const runs = [...about.runs];
  for (const event of events) {
    const opened = await openRuns(tx, event, about.triggers.get(event.type) ?? []);
    for (const run of opened) post.push({ runId: run.id, event });
    for (const run of runs)
      if (run.trigger_event_id !== event.id && (await readSoundProgram(tx, run.version_id))?.listensTo.has(event.type))
        post.push({ runId: run.id, event });
    runs.push(...opened);
  }
  return post;
}

type Place = { stream_id: string; routed_seq: number; wanted_seq: number };
type StreamEvent = StoredEvent & { streamId: string };
type ContactEvent = StreamEvent & { contactId: string };
type LiveRun = { id: string; version_id: string; trigger_event_id: string };
type Trigger = { event_type: string; version_id: string; automation_id: string };

/** The next events of each stream, a stream after the other, each in its order. */
async function readEvents(tx: Tx, places: readonly Place[]): Promise<StreamEvent[]> {
  const rows = await tx.sql<EventRow & { stream_id: string }>(
    `select ${eventColumns}, e.stream_id from unnest(?::uuid[], ?::bigint[]) as place (stream_id, routed_seq)
     cross join lateral (select * from event e where e.business_id = ? and e.stream_id = place.stream_id
       and e.stream_seq > place.routed_seq order by e.stream_seq limit ?) e
     order by e.stream_id, e.stream_seq`,
    [
      `{${places.map((place) => place.stream_id).join(',')}}`,
      `{${places.map((place) => place.routed_seq).join(',')}}`,
      tx.businessId,
      PAGE,
    ],
  );
  return rows.map((row) => ({ ...toStoredEvent(row), streamId: row.stream_id }));
}

/** The active automations that start on such events. */
async function readTriggers(tx: Tx, events: readonly ContactEvent[]): Promise<Map<string, Trigger[]>> {
  // The door of webhooks lets people in itself, to answer at once.
  const types = new Set(events.map(({ type }) => type).filter((type) => type !== 'webhook.received'));
  if (types.size === 0) return new Map();
  const rows = await tx.sql<Trigger>(
    `select t.event_type, t.version_id, t.automation_id from automation_trigger t
     join automation a on a.business_id = t.business_id and a.id = t.automation_id
     where t.business_id = ? and t.event_type = any(?::text[]) and a.state = 'active' and a.published_version_id = t.version_id
     order by t.automation_id`,
    [tx.businessId, `{${[...types].join(',')}}`],
  );
  return Map.groupBy(rows, (row) => row.event_type);
}

/** Who of these contacts is inside something. */
async function readLiveRuns(tx: Tx, events: readonly ContactEvent[]): Promise<Map<string, LiveRun[]>> {
  if (events.length === 0) return new Map();
  const rows = await tx.sql<LiveRun & { contact_id: string }>(
    `select id, version_id, trigger_event_id, contact_id from run
     where business_id = ? and contact_id = any(?::uuid[]) and state <> 'ended' order by started_at, id`,
    [tx.businessId, uuidArray(events.map(({ contactId }) => contactId))],
  );
  return Map.groupBy(rows, (row) => row.contact_id);
}

/** @returns the streams that have more. */
async function movePlaces(tx: Tx, places: readonly Place[], events: readonly StreamEvent[]): Promise<string[]> {
  const reached = new Map(places.map((place) => [place.stream_id, place.wanted_seq]));
  for (const event of events) reached.set(event.streamId, event.seq);
  const moved = await tx.sql(
    `update stream_route r set routed_seq = place.reached, attempts = 0, claimed_until = '-infinity'
     from (select * from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as place (stream_id, routed_seq, reached) order by stream_id) place
     where r.business_id = ? and r.stream_id = place.stream_id and r.routed_seq = place.routed_seq returning r.stream_id`,
    [
      `{${places.map((place) => place.stream_id).join(',')}}`,
      `{${places.map((place) => place.routed_seq).join(',')}}`,
      `{${places.map((place) => reached.get(place.stream_id)).join(',')}}`,
      tx.businessId,
    ],
  );
  if (moved.length < places.length) throw new Error('another router was faster');
  return places.filter((place) => reached.get(place.stream_id)! < place.wanted_seq).map((place) => place.stream_id);
}

async function openRuns(tx: Tx, event: ContactEvent, heard: readonly Trigger[]): Promise<LiveRun[]> {
  if (event.type === 'webhook.received') return [];
  const { contactId } = event;
  const addressed = addressedEvents.has(event.type) ? String(event.data['automationId']) : null;
  const triggers = heard.filter((trigger) => addressed === null || trigger.automation_id === addressed);
  if (triggers.length === 0) {
    tellParent(tx, event, contactId, 'not_active');
    return [];
  }
  const facts = await readFacts(tx, { contactId, trigger: event.data, subjectId: event.subjectId });
  const opened: LiveRun[] = [];
  for (const trigger of triggers) {
    const program = await readSoundProgram(tx, trigger.version_id);
    if (!program) continue;
    const entrance = { automationId: trigger.automation_id, versionId: trigger.version_id, program };
    const entry = await openRun(tx, entrance, event, facts);
    if ('runId' in entry) opened.push({ id: entry.runId, version_id: trigger.version_id, trigger_event_id: event.id });
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
