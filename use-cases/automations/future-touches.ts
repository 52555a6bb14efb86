import type { Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';
import { needViewer } from './drafts.ts';

/** What a bot may send in an hour: about 30 messages a second. */
export const BOT_HOUR = 30 * 3_600;

/**
 * What is planned for the next seven days, hour by hour: waits that come due and dates that start automations, against
 * what the business's bots can send. A wait that comes due may send nothing, so this is at most.
 */
export async function futureTouches(tx: Tx): Promise<{
  hours: { hour: string; automationId: string; automation: string; due: number }[];
  bots: number;
  perHour: number;
}> {
  needViewer(tx);
  const rows = await tx.sql<{ hour: Date; automation_id: string; name: string; due: number }>(
    `select hour, automation_id, a.name, sum(due)::int as due from (
       select date_trunc('hour', deadline_at) as hour, automation_id, count(*) as due from run
       where business_id = ? and state = 'waiting' and deadline_at is not null and deadline_at < ?::timestamptz + interval '7 days' group by 1, 2
       union all
       select date_trunc('hour', due_at), automation_id, count(*) from date_due
       where business_id = ? and due_at < ?::timestamptz + interval '7 days' group by 1, 2) planned
     join automation a on a.business_id = ? and a.id = planned.automation_id
     group by hour, automation_id, a.name order by hour, due desc limit 5000`,
    [tx.businessId, tx.now, tx.businessId, tx.now, tx.businessId],
  );
  const [bots] = await tx.sql<{ count: number }>(
    'select count(*)::int as count from bot where business_id = ? and enabled',
    [tx.businessId],
  );
  return {
    hours: rows.map((row) => ({
      hour: iso(row.hour),
      automationId: row.automation_id,
      automation: row.name,
      due: row.due,
    })),
    bots: bots?.count ?? 0,
    perHour: (bots?.count ?? 0) * BOT_HOUR,
  };
}

/** What one client is to expect: the waits they are in and the dates that will start something for them. */
export async function touchesOfContact(
  tx: Tx,
  input: { contactId: string },
): Promise<{
  touches: {
    at: string | null;
    automationId: string;
    automation: string;
    runId: string | null;
    nodeId: string | null;
  }[];
}> {
  const rows = await tx.sql<{
    at: Date | null;
    automation_id: string;
    name: string;
    run_id: string | null;
    node_id: string | null;
  }>(
    `select planned.at, planned.automation_id, a.name, planned.run_id, planned.node_id from (
       select deadline_at as at, automation_id, id as run_id, node_id from run where business_id = ? and contact_id = ? and state in ('opened', 'waiting', 'calling')
       union all select due_at, automation_id, null, null from date_due where business_id = ? and contact_id = ?) planned
     join automation a on a.business_id = ? and a.id = planned.automation_id order by planned.at nulls last limit 200`,
    [tx.businessId, input.contactId, tx.businessId, input.contactId, tx.businessId],
  );
  return {
    touches: rows.map((row) => ({
      at: row.at === null ? null : iso(row.at),
      automationId: row.automation_id,
      automation: row.name,
      runId: row.run_id,
      nodeId: row.node_id,
    })),
  };
}
