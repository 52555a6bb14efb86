import type { StoredEvent } from '#domain/events.ts';
import type { Tx } from '#persistence/with-business.ts';
import { eventColumns, toStoredEvent, type EventRow } from './stored-events.ts';

const PAGE = 200;

/** Everything that the run has heard and not used, in order; what was pending is taken now. */
export async function takeInbox(tx: Tx, runId: string, sinceSeq: number): Promise<StoredEvent[]> {
  const rows = await tx.sql<EventRow>(
    `with taken as (update run_inbox set state = 'taken' where business_id = ? and run_id = ? and state = 'pending' returning event_id, seq),
       heard as (select event_id, seq from taken union
         select event_id, seq from run_inbox where business_id = ? and run_id = ? and state = 'taken')
     select ${eventColumns} from heard h join event e on e.business_id = ? and e.id = h.event_id
     where h.seq > ? order by h.seq limit ?`,
    [tx.businessId, runId, tx.businessId, runId, tx.businessId, sinceSeq, PAGE],
  );
  return rows.map(toStoredEvent);
}

/** The event that opens a run is its first post: whoever finds it pending makes the first move. */
export async function putIntoInbox(tx: Tx, post: readonly { runId: string; event: StoredEvent }[]): Promise<void> {
  if (post.length === 0) return;
  await tx.later({
    table: 'run_inbox',
    query: `insert into run_inbox (run_id, event_id, business_id, seq, state, next_attempt_at)
     select run_id, event_id, ?::uuid, seq, 'pending', ? from jsonb_to_recordset(?::jsonb) as post (run_id uuid, event_id uuid, seq bigint)
     on conflict do nothing`,
    params: [
      tx.businessId,
      tx.now,
      JSON.stringify(post.map(({ runId, event }) => ({ run_id: runId, event_id: event.id, seq: event.seq }))),
    ],
  });
}

/** What was in the inbox of a run that ended had no effect. */
export async function ignoreInbox(tx: Tx, runId: string): Promise<void> {
  await tx.later({
    table: 'run_inbox',
    query: `update run_inbox set state = 'ignored' where business_id = ? and run_id = ? and state = 'pending'`,
    params: [tx.businessId, runId],
  });
}

/** While nobody moves, what comes waits and is not looked at again until the automation is resumed. */
export async function shelveInbox(tx: Tx, runId: string): Promise<void> {
  await tx.sql(
    `update run_inbox set next_attempt_at = 'infinity' where business_id = ? and run_id = ? and state = 'pending'`,
    [tx.businessId, runId],
  );
}
