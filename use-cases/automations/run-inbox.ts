import type { StoredEvent } from '#domain/events.ts';
import { givenRows, rowStatement } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';
import { eventColumns, toStoredEvent, type EventRow } from './stored-events.ts';

const PAGE = 200;

/** Everything that the run has heard and not used, in order; what was pending is taken now. */
export async function takeInbox(tx: Tx, runId: string, sinceSeq: number): Promise<StoredEvent[]> {
  const rows = await tx.ask(takePost, { business_id: tx.businessId, run_id: runId, since_seq: sinceSeq });
  return rows.map(toStoredEvent);
}

const takePost = rowStatement<{ business_id: string; run_id: string; since_seq: number }, EventRow>(
  { business_id: 'uuid', run_id: 'uuid', since_seq: 'bigint' },
  (given) => `
    with asked as (select * from ${given}),
    taken as (
      update run_inbox i set state = 'taken' from asked
      where i.business_id = asked.business_id and i.run_id = asked.run_id and i.state = 'pending' returning asked.n, i.event_id, i.seq)
    select asked.n, heard.* from asked cross join lateral (
      select ${eventColumns} from (
        select event_id, seq from taken where taken.n = asked.n union
        select event_id, seq from run_inbox where business_id = asked.business_id and run_id = asked.run_id and state = 'taken') h
      join event e on e.business_id = asked.business_id and e.id = h.event_id
      where h.seq > asked.since_seq order by h.seq limit ${PAGE}) heard
    order by asked.n, heard.stream_seq`,
);

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
    query: ignorePost,
    rows: [{ business_id: tx.businessId, run_id: runId }],
  });
}

const ignorePost = `
  update run_inbox i set state = 'ignored' from ${givenRows({ business_id: 'uuid', run_id: 'uuid' })}
  where i.business_id = given.business_id and i.run_id = given.run_id and i.state = 'pending'`;

/** While nobody moves, what comes waits and is not looked at again until the automation is resumed. */
export async function shelveInbox(tx: Tx, runId: string): Promise<void> {
  await tx.sql(
    `update run_inbox set next_attempt_at = 'infinity' where business_id = ? and run_id = ? and state = 'pending'`,
    [tx.businessId, runId],
  );
}
