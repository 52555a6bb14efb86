import type { StoredEvent } from '#domain/events.ts';

/** The columns of an event, under the alias `e`, as {@link toStoredEvent} reads them. */
export const eventColumns = 'e.id, e.type, e.stream_seq, e.contact_id, e.subject_id, e.data, e.occurred_at, e.depth';

export type EventRow = {
  id: string;
  type: StoredEvent['type'];
  stream_seq: number;
  contact_id: string | null;
  subject_id: string | null;
  data: Record<string, unknown>;
  occurred_at: Date;
  depth: number;
};

export function toStoredEvent(row: EventRow): StoredEvent {
  return {
    id: row.id,
    type: row.type,
    seq: row.stream_seq,
    contactId: row.contact_id,
    subjectId: row.subject_id,
    data: row.data,
    occurredAt: row.occurred_at,
    depth: row.depth,
  };
}
