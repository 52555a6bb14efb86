import { sql, type Database } from '#persistence/database.ts';
import type { Actor, BusinessDoor } from '#persistence/with-business.ts';
import { logger } from '#platform/logger.ts';
import { dateComesDue, scheduleComesDue } from '#use-cases/clock/come-due.ts';

const ACTOR: Actor = { kind: 'system', name: 'clock' };
const PAGE = 200;

/**
 * One turn of the clock: the dates and schedules that have come, each in a transaction of its own, so that one that
 * breaks holds up no other. Several clocks may run: what one has taken is gone for the next.
 */
export async function tick(doors: { database: Database; withBusiness: BusinessDoor }, now: Date): Promise<number> {
  const dates = await sql<{ business_id: string; automation_id: string; subject_id: string }>(
    doors.database.system.em.fork(),
    'select business_id, automation_id, subject_id from date_due where due_at <= ? order by due_at limit ?',
    [now, PAGE],
  );
  const schedules = await sql<{ business_id: string; automation_id: string; zone: string }>(
    doors.database.system.em.fork(),
    'select business_id, automation_id, zone from schedule_due where due_at <= ? order by due_at limit ?',
    [now, PAGE],
  );
  let done = 0;
  const each = async (work: () => Promise<boolean>, automationId: string) => {
    try {
      await work();
      done += 1;
    } catch (error) {
      logger.error({ automationId, error: String(error) }, 'what came due could not be started');
    }
  };
  for (const { business_id, automation_id: automationId, subject_id: subjectId } of dates) {
    await each(
      () => doors.withBusiness(business_id, ACTOR, (tx) => dateComesDue(tx, { automationId, subjectId }), { now }),
      automationId,
    );
  }
  for (const { business_id, automation_id: automationId, zone } of schedules) {
    await each(
      () => doors.withBusiness(business_id, ACTOR, (tx) => scheduleComesDue(tx, { automationId, zone }), { now }),
      automationId,
    );
  }
  return done;
}
