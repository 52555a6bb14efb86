import type { Facts } from '#automation/facts.ts';
import { valueAt } from '#automation/conditions.ts';
import { valuesFor } from '#automation/values.ts';
import { nextDue } from '#automation/triggers/date/next-due.ts';
import type { DateTriggerConfig } from '#automation/triggers/date/definition.ts';
import type { EventType, StoredEvent } from '#domain/events.ts';
import type { Tx } from '#persistence/with-business.ts';
import { readFacts } from './read-facts.ts';
import { readProgram } from './programs.ts';

/** What can change a date that an automation starts on. */
const dateMovers: ReadonlySet<EventType> = new Set<EventType>([
  'contact.changed',
  'contact.started',
  'order.placed',
  'order.paid',
  'order.moved',
  'order.pickup_moved',
  'order.cancelled',
  'booking.made',
  'booking.moved',
  'booking.cancelled',
  'date.reached',
]);

/** Whose date it is. */
export function rootOf(field: string): 'contact' | 'order' | 'booking' {
  return field.startsWith('order.') ? 'order' : field.startsWith('booking.') ? 'booking' : 'contact';
}

export type DateTrigger = { automationId: string; config: DateTriggerConfig };

/** After events that may have moved dates: the next due moments of those persons (or orders, or bookings) are worked out anew. */
export async function followDates(tx: Tx, events: readonly (StoredEvent & { contactId: string })[]): Promise<void> {
  const movers = events.filter(({ type }) => dateMovers.has(type));
  if (movers.length === 0) return;
  const triggers = await readDateTriggers(tx);
  if (triggers.length === 0) return;
  for (const event of movers) await followDate(tx, triggers, event);
}

async function followDate(
  tx: Tx,
  triggers: readonly DateTrigger[],
  event: StoredEvent & { contactId: string },
): Promise<void> {
  const { contactId } = event;
  const facts = await readFacts(tx, { contactId, trigger: {}, subjectId: event.subjectId });
  for (const trigger of triggers) {
    const root = rootOf(trigger.config.field);
    if (root !== 'contact' && (facts[root] === null || event.subjectId === null)) continue;
    const subjectId = root === 'contact' ? contactId : (event.subjectId ?? contactId);
    await writeDue(tx, trigger, { contactId, subjectId, facts, setAt: event.occurredAt });
  }
}

/** Puts the due moment where the clock looks, or takes it away. */
export async function writeDue(
  tx: Tx,
  trigger: DateTrigger,
  /** `setAt`: when the date was set; what lies before it was missed. */
  about: { contactId: string; subjectId: string; facts: Facts; setAt?: Date },
): Promise<boolean> {
  const value = valueAt(valuesFor({ facts: about.facts, variables: {} }), trigger.config.field);
  const root = rootOf(trigger.config.field);
  const gone = root !== 'contact' && about.facts[root]?.state === 'cancelled';
  const [before] = await tx.sql<{ at: Date | null }>(
    // Whether it let the person in or not: a date that was refused has been as well.
    `select max(occurred_at) as at from event where business_id = ? and stream_id = ? and type = 'date.reached'
       and data ->> 'automationId' = ? and coalesce(subject_id, contact_id) = ?`,
    [tx.businessId, about.contactId, trigger.automationId, about.subjectId],
  );
  const due = gone ? null : nextDue(trigger.config, value, before?.at ?? tx.now, about.facts.contact.timeZone);
  // A date that is not yearly starts once for its value: the same moment again is the one that has been.
  const again = due !== null && !trigger.config.yearly && before?.at && due <= before.at;
  if (due === null || again || (due < (about.setAt ?? tx.now) && !(await isPlanned(tx, trigger, about, due)))) {
    await tx.sql('delete from date_due where business_id = ? and automation_id = ? and subject_id = ?', [
      tx.businessId,
      trigger.automationId,
      about.subjectId,
    ]);
    return false;
  }
  await tx.sql(
    `insert into date_due (business_id, automation_id, subject_id, contact_id, due_at) values (?, ?, ?, ?, ?)
     on conflict (business_id, automation_id, subject_id) do update set due_at = excluded.due_at`,
    [tx.businessId, trigger.automationId, about.subjectId, about.contactId, due],
  );
  tx.ring('clock');
  return true;
}

/**
 * A moment that has passed already when the date is set was missed: who books three hours ahead gets no reminder of the
 * day before. One that was planned, and whose clock is late, still comes.
 */
async function isPlanned(tx: Tx, trigger: DateTrigger, about: { subjectId: string }, due: Date): Promise<boolean> {
  const [row] = await tx.sql<{ due_at: Date }>(
    'select due_at from date_due where business_id = ? and automation_id = ? and subject_id = ?',
    [tx.businessId, trigger.automationId, about.subjectId],
  );
  return row?.due_at.getTime() === due.getTime();
}

/** The active automations that start on a date. */
export async function readDateTriggers(tx: Tx, automationId?: string): Promise<DateTrigger[]> {
  const rows = await tx.sql<{ automation_id: string; version_id: string }>(
    `select t.automation_id, t.version_id from automation_trigger t
     join automation a on a.business_id = t.business_id and a.id = t.automation_id and a.published_version_id = t.version_id
     where t.business_id = ? and t.event_type = 'date.reached' and a.state = 'active' and (?::uuid is null or a.id = ?::uuid)`,
    [tx.businessId, automationId ?? null, automationId ?? null],
  );
  const triggers: DateTrigger[] = [];
  for (const row of rows) {
    const program = await readProgram(tx, row.version_id);
    triggers.push({ automationId: row.automation_id, config: program.document.trigger.config as DateTriggerConfig });
  }
  return triggers;
}
