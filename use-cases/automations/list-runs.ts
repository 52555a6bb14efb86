import { endReasonWords } from '#automation/end-reasons.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso, isoOrNull, likePattern, readCursor, writeCursor } from '#use-cases/page.ts';
import { needViewer } from './drafts.ts';

export type RunInList = {
  id: string;
  automationId: string;
  automation: string;
  version: number;
  contactId: string;
  contact: string;
  state: 'opened' | 'waiting' | 'ended';
  /** Where the person stands, or stood last. */
  nodeId: string | null;
  outcome: 'finished' | 'left' | 'cancelled' | 'failed' | null;
  outcomeReason: string | null;
  /** The reason in words; what an owner wrote stays as it is. */
  reasonWords: { ru: string; en: string } | null;
  deadlineAt: string | null;
  startedAt: string;
  endedAt: string | null;
};

type Row = {
  id: string;
  automation_id: string;
  automation: string;
  version: number;
  contact_id: string;
  contact: string;
  state: RunInList['state'];
  node_id: string | null;
  outcome: RunInList['outcome'];
  outcome_reason: string | null;
  deadline_at: Date | null;
  started_at: Date;
  ended_at: Date | null;
};

export type RunFilter = {
  automationId?: string | undefined;
  version?: number | undefined;
  contactId?: string | undefined;
  state?: (typeof runStates)[number] | undefined;
  /** With `waiting` those who stand there now, else those who came through it. */
  nodeId?: string | undefined;
  /** A part of the client's name. */
  search?: string | undefined;
};
export const runStates = ['live', 'waiting', 'ended', 'finished', 'left', 'cancelled', 'failed'] as const;

/** Runs, the newest first, of one automation or of all. */
export async function listRuns(
  tx: Tx,
  input: RunFilter & { cursor?: string | undefined; limit: number },
): Promise<{ runs: RunInList[]; nextCursor: string | null }> {
  needViewer(tx);
  const parts = ['r.business_id = ?'];
  const params: unknown[] = [tx.businessId];
  const only = (sql: string, ...values: unknown[]): void => {
    parts.push(sql);
    params.push(...values);
  };
  if (input.automationId) only('r.automation_id = ?', input.automationId);
  if (input.version !== undefined) only('v.number = ?', input.version);
  if (input.contactId) only('r.contact_id = ?', input.contactId);
  if (input.state === 'live') only(`r.state <> 'ended'`);
  else if (input.state === 'waiting' || input.state === 'ended') only('r.state = ?', input.state);
  else if (input.state) only('r.outcome = ?', input.state);
  if (input.nodeId && (input.state === 'live' || input.state === 'waiting' || input.state === 'failed'))
    only('r.node_id = ?', input.nodeId);
  else if (input.nodeId)
    only(
      'exists (select 1 from run_log l where l.business_id = r.business_id and l.run_id = r.id and l.node_id = ?)',
      input.nodeId,
    );
  if (input.search) only('c.name ilike ?', likePattern(input.search));
  const after = readCursor(input.cursor, 2);
  if (after) only('(r.started_at, r.id) < (?::timestamptz, ?::uuid)', ...after);
  const rows = await tx.sql<Row>(
    `${selectRuns} where ${parts.join(' and ')} order by r.started_at desc, r.id desc limit ?`,
    [...params, input.limit + 1],
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    runs: page.map(runInList),
    nextCursor: rows.length > input.limit && last ? writeCursor([iso(last.started_at), last.id]) : null,
  };
}

export const selectRuns = `select r.id, r.automation_id, a.name as automation, v.number as version, r.contact_id, c.name as contact, r.state, r.node_id,
  r.outcome, r.outcome_reason, r.deadline_at, r.started_at, r.ended_at
  from run r join automation a on a.business_id = r.business_id and a.id = r.automation_id
  join automation_version v on v.business_id = r.business_id and v.id = r.version_id
  join contact c on c.business_id = r.business_id and c.id = r.contact_id`;

export function runInList(row: Row): RunInList {
  return {
    id: row.id,
    automationId: row.automation_id,
    automation: row.automation,
    version: row.version,
    contactId: row.contact_id,
    contact: row.contact,
    state: row.state,
    nodeId: row.node_id,
    outcome: row.outcome,
    outcomeReason: row.outcome_reason,
    reasonWords: row.outcome_reason === null ? null : endReasonWords(row.outcome_reason),
    deadlineAt: isoOrNull(row.deadline_at),
    startedAt: iso(row.started_at),
    endedAt: isoOrNull(row.ended_at),
  };
}
