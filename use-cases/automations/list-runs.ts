import { endReasonWords } from '#automation/end-reasons.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso, isoOrNull, readCursor, writeCursor } from '#use-cases/page.ts';

export type RunInList = {
  id: string;
  automationId: string;
  automation: string;
  version: number;
  contactId: string;
  contact: string;
  state: 'opened' | 'waiting' | 'ended';
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
  outcome: RunInList['outcome'];
  outcome_reason: string | null;
  deadline_at: Date | null;
  started_at: Date;
  ended_at: Date | null;
};

/** Runs, the newest first, of one automation or of all. */
export async function listRuns(
  tx: Tx,
  input: { automationId?: string | undefined; live?: boolean | undefined; cursor?: string | undefined; limit: number },
): Promise<{ runs: RunInList[]; nextCursor: string | null }> {
  const parts = ['r.business_id = ?'];
  const params: unknown[] = [tx.businessId];
  if (input.automationId) {
    parts.push('r.automation_id = ?');
    params.push(input.automationId);
  }
  if (input.live) parts.push(`r.state <> 'ended'`);
  const after = readCursor(input.cursor, 2);
  if (after) {
    parts.push('(r.started_at, r.id) < (?::timestamptz, ?::uuid)');
    params.push(...after);
  }
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

export const selectRuns = `select r.id, r.automation_id, a.name as automation, v.number as version, r.contact_id, c.name as contact, r.state,
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
    outcome: row.outcome,
    outcomeReason: row.outcome_reason,
    reasonWords: row.outcome_reason === null ? null : endReasonWords(row.outcome_reason),
    deadlineAt: isoOrNull(row.deadline_at),
    startedAt: iso(row.started_at),
    endedAt: isoOrNull(row.ended_at),
  };
}
