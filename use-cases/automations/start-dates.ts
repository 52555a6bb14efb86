import { nextOccurrence } from '#automation/recurrence.ts';
import type { ScheduleTriggerConfig } from '#automation/triggers/schedule/definition.ts';
import type { Tx } from '#persistence/with-business.ts';
import { createJob } from '#use-cases/bulk/create-job.ts';

/**
 * An automation that starts by the clock begins to be watched, or is watched anew: after a publication, a resumption.
 * Nothing that came due while nobody watched is made up for.
 */
export async function startDates(
  tx: Tx,
  automationId: string,
  trigger: { type: string; config: unknown },
): Promise<void> {
  await tx.sql('delete from schedule_due where business_id = ? and automation_id = ?', [tx.businessId, automationId]);
  await tx.sql('delete from date_due where business_id = ? and automation_id = ?', [tx.businessId, automationId]);
  const [row] = await tx.sql<{ state: string }>('select state from automation where business_id = ? and id = ?', [
    tx.businessId,
    automationId,
  ]);
  if (row?.state !== 'active') return;
  if (trigger.type === 'schedule') await writeSchedule(tx, automationId, trigger.config as ScheduleTriggerConfig);
  if (trigger.type === 'date') await createJob(tx, { kind: 'dates', automationId, input: {} });
}

/** The next occurrence in each zone that somebody lives in; by the business's clock there is one zone. */
export async function writeSchedule(tx: Tx, automationId: string, config: ScheduleTriggerConfig): Promise<void> {
  const zones = await tx.sql<{ zone: string }>(
    config.clock === 'business'
      ? 'select time_zone as zone from business where id = ?'
      : `select distinct coalesce(c.time_zone, b.time_zone) as zone from contact c join business b on b.id = c.business_id
         where c.business_id = ? limit 100`,
    [tx.businessId],
  );
  for (const { zone } of zones) {
    const due = nextOccurrence(config.when, tx.now, zone);
    if (due === null) {
      await tx.sql('delete from schedule_due where business_id = ? and automation_id = ? and zone = ?', [
        tx.businessId,
        automationId,
        zone,
      ]);
      continue;
    }
    await tx.sql(
      `insert into schedule_due (business_id, automation_id, zone, due_at) values (?, ?, ?, ?)
       on conflict (business_id, automation_id, zone) do update set due_at = excluded.due_at`,
      [tx.businessId, automationId, zone, due],
    );
  }
  tx.ring('clock');
}
