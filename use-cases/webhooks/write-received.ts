import type { StoredEvent } from '#domain/events.ts';
import { rowStatement } from '#persistence/row-statement.ts';
import { streamPlaces } from '#persistence/stream-places.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

/** Written at once, not at the end: the run that it opens moves in this transaction. The router finds it routed. */
export async function writeReceived(
  tx: Tx,
  automationId: string,
  contactId: string,
  body: Record<string, unknown>,
): Promise<StoredEvent> {
  const id = newId();
  const data = { automationId, body };
  const [row] = await tx.ask(insertReceived, {
    id,
    business_id: tx.businessId,
    contact_id: contactId,
    data,
    at: tx.now,
  });
  // Other runs of this person may listen for it: the router goes on to tell them, and finds that this one is in.
  tx.ring('router');
  return {
    id,
    type: 'webhook.received',
    seq: Number(row?.seq),
    contactId,
    subjectId: null,
    data,
    occurredAt: tx.now,
    depth: 0,
  };
}

const insertReceived = rowStatement<
  { id: string; business_id: string; contact_id: string; data: Record<string, unknown>; at: Date },
  { seq: number }
>(
  { id: 'uuid', business_id: 'uuid', contact_id: 'uuid', data: 'jsonb', at: 'timestamptz' },
  (given) => `
    with wanted as (select * from ${given}),
    added as (select contact_id as stream_id, business_id, 1 as events, at from wanted),
    ${streamPlaces},
    kept as (
      insert into event (id, business_id, stream_id, stream_seq, type, contact_id, subject_id, data, actor, occurred_at)
      select w.id, w.business_id, place.id, place.last_seq, 'webhook.received', w.contact_id, null, w.data, 'webhook', w.at
      from stream_place place join wanted w on w.contact_id = place.id)
    select w.n, place.last_seq as seq from stream_place place join wanted w on w.contact_id = place.id`,
);
