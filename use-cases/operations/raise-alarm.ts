import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

/** Leaves a record for a person of the house, once a key; it is shown until somebody closes it. */
export async function raiseAlarm(
  tx: Tx,
  alarm: { code: string; key: string; facts: Record<string, unknown> },
): Promise<void> {
  await tx.sql(
    `insert into alarm (id, business_id, code, facts, alarm_key, raised_at) values (?, ?, ?, ?::jsonb, ?, ?)
     on conflict (business_id, alarm_key) do nothing`,
    [newId(), tx.businessId, alarm.code, JSON.stringify(alarm.facts), alarm.key, tx.now],
  );
  tx.ring(`live:${tx.businessId}:alarms`);
}
