import { nextOccurrence } from '#automation/recurrence.ts';
import type { ScheduleTriggerConfig } from '#automation/triggers/schedule/definition.ts';
import { wallClockOf } from '#domain/time.ts';
import type { Tx } from '#persistence/with-business.ts';
import { createJob } from '#use-cases/bulk/create-job.ts';
import { readDateTriggers, rootOf } from '#use-cases/automations/follow-dates.ts';
import { readProgram } from '#use-cases/automations/programs.ts';

/** What came due longer ago than this was missed: a greeting a day late is no greeting. */
const MISSED_MS = 24 * 3_600_000;

/**
 * The date of a person (or order, or booking) that starts an automation has come: says so in their stream, once, and takes it off
 * the list; the router works out the next one. Looked at again under the lock, since it may have moved.
 */
export async function dateComesDue(tx: Tx, due: { automationId: string; subjectId: string }): Promise<boolean> {
  const [row] = await tx.sql<{ contact_id: string; due_at: Date }>(
    'delete from date_due where business_id = ? and automation_id = ? and subject_id = ? and due_at <= ? returning contact_id, due_at',
    [tx.businessId, due.automationId, due.subjectId, tx.now],
  );
  const [trigger] = row ? await readDateTriggers(tx, due.automationId) : [];
  if (!row || !trigger) return false;
  const { field } = trigger.config;
  const date = wallClockOf(row.due_at, await zoneOf(tx, row.contact_id)).date;
  if (tx.now.getTime() - row.due_at.getTime() > MISSED_MS) return false;
  tx.emit({
    type: 'date.reached',
    streamId: row.contact_id,
    contactId: row.contact_id,
    ...(rootOf(field) === 'contact' ? {} : { subjectId: due.subjectId }),
    data: { automationId: due.automationId, field, date },
  });
  return true;
}

/** An occurrence of a schedule has come in a zone: everybody of the audience who lives by it is started, by a job. */
export async function scheduleComesDue(tx: Tx, due: { automationId: string; zone: string }): Promise<boolean> {
  const [row] = await tx.sql<{ due_at: Date; published_version_id: string; state: string }>(
    `select s.due_at, a.published_version_id, a.state from schedule_due s
     join automation a on a.business_id = s.business_id and a.id = s.automation_id
     where s.business_id = ? and s.automation_id = ? and s.zone = ? and s.due_at <= ? for update of s`,
    [tx.businessId, due.automationId, due.zone, tx.now],
  );
  if (!row) return false;
  const { trigger } = (await readProgram(tx, row.published_version_id)).document;
  const config = trigger.config as ScheduleTriggerConfig;
  const next =
    trigger.type === 'schedule' && row.state === 'active' ? nextOccurrence(config.when, tx.now, due.zone) : null;
  await tx.sql(
    next === null
      ? 'delete from schedule_due where business_id = ? and automation_id = ? and zone = ?'
      : 'update schedule_due set due_at = ?::timestamptz where business_id = ? and automation_id = ? and zone = ?',
    [...(next === null ? [] : [next]), tx.businessId, due.automationId, due.zone],
  );
  if (trigger.type !== 'schedule' || row.state !== 'active') return false;
  if (tx.now.getTime() - row.due_at.getTime() > MISSED_MS) return false;
  const date = wallClockOf(row.due_at, due.zone).date;
  const zone = config.clock === 'contact' ? due.zone : null;
  await createJob(tx, {
    kind: 'schedule',
    automationId: due.automationId,
    input: { audience: config.audience ?? null, zone, date },
  });
  return true;
}

async function zoneOf(tx: Tx, contactId: string): Promise<string> {
  const [row] = await tx.sql<{ zone: string }>(
    `select coalesce(c.time_zone, b.time_zone) as zone from contact c join business b on b.id = c.business_id
     where c.business_id = ? and c.id = ?`,
    [tx.businessId, contactId],
  );
  return row?.zone ?? 'UTC';
}
