import type { Position } from '#automation/interpreter.ts';
import type { OutsideAnswer, OutsideRequest } from '#automation/effects.ts';
import type { EventType } from '#domain/events.ts';
import { rowStatement } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';

export type RunRow = {
  id: string;
  automation_id: string;
  automation_state: 'draft' | 'active' | 'paused' | 'archived';
  automation_pause_no: number;
  version_id: string;
  contact_id: string;
  subject_id: string | null;
  trigger_event_id: string;
  parent_run_id: string | null;
  state: 'opened' | 'waiting' | 'calling' | 'ended';
  outcome: string | null;
  outcome_reason: string | null;
  position: Position;
  variables: Record<string, unknown>;
  listens_to: string[];
  deadline_at: Date | null;
  call_request: { key: string; request: OutsideRequest } | null;
  /** Of the call that it waits for, when it has come. */
  call_answer: OutsideAnswer | null;
  pause_no: number;
  move_no: number;
  retries: number;
  last_now: Date;
  started_at: Date;
  /** The event that let the person in. */
  entry: { seq: number; at: Date; type: EventType; data: Record<string, unknown>; depth: number };
};

type EntryColumns = {
  entry_seq: number;
  entry_at: Date;
  entry_type: EventType;
  entry_data: Record<string, unknown>;
  entry_depth: number;
};

/** Whether the run has made its first move; one that broke before it, or was never made, has no place yet. */
export const hasEntered = (run: Pick<RunRow, 'position'>): boolean =>
  (run.position as Partial<Position>).nodeId !== undefined;

const which = { business_id: 'uuid', id: 'uuid' };
type Which = Record<keyof typeof which, string>;

const lockContactOf = rowStatement<Which, unknown>(
  which,
  (given) => `
    select given.n from ${given} join run r on r.business_id = given.business_id and r.id = given.id
    join contact c on c.business_id = r.business_id and c.id = r.contact_id order by c.id for no key update of c`,
);

const lockRow = rowStatement<Which, Omit<RunRow, 'entry'> & EntryColumns>(
  which,
  (given) => `
    select given.n, r.*, a.state as automation_state, a.pause_no as automation_pause_no, e.stream_seq as entry_seq, e.occurred_at as entry_at,
      e.type as entry_type, e.data as entry_data, e.depth as entry_depth, o.answer as call_answer
    from ${given} join run r on r.business_id = given.business_id and r.id = given.id
    join automation a on a.business_id = r.business_id and a.id = r.automation_id
    join event e on e.business_id = r.business_id and e.id = r.trigger_event_id
    left join outside_call o on r.state = 'calling' and o.business_id = r.business_id and o.run_id = r.id
      and o.call_key = r.call_request ->> 'key' and o.state = 'answered'
    order by r.id for no key update of r`,
);

/**
 * Locks the contact, then the run: the order of locks everywhere. `between`: what is written before the run is read.
 * @throws when the run is not there.
 */
export async function lockRun(tx: Tx, runId: string, between?: () => Promise<void>): Promise<RunRow> {
  const which = { business_id: tx.businessId, id: runId };
  await tx.ask(lockContactOf, which);
  await tx.alone(`run:${runId}`);
  await between?.();
  const [run] = await tx.ask(lockRow, which);
  if (!run) throw new Error(`run ${runId} is not there`);
  const { entry_seq: seq, entry_at: at, entry_type: type, entry_data: data, entry_depth: depth, n: _n, ...row } = run;
  return { ...row, entry: { seq, at, type, data, depth } };
}
