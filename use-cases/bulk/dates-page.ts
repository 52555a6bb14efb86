import { readDateTriggers, rootOf, writeDue } from '#use-cases/automations/follow-dates.ts';
import { readFacts } from '#use-cases/automations/read-facts.ts';
import { PAGE, counter, type PageHandler } from './page.ts';

const livesIn = {
  contact: 'id as contact_id from contact where business_id = ?',
  order: `contact_id from "order" where business_id = ? and state <> 'cancelled'`,
  booking: `contact_id from booking where business_id = ? and state <> 'cancelled'`,
};

/** Works out when the date of each contact (or of each order or booking that still lives) comes. */
export const datesPage: PageHandler = async (tx, job) => {
  const [trigger] = await readDateTriggers(tx, job.automationId);
  if (!trigger) return { cursor: null, done: 0, skipped: {} };
  const root = rootOf(trigger.config.field);
  const rows = await tx.sql<{ id: string; contact_id: string }>(
    `select id, ${livesIn[root]} and (?::uuid is null or id > ?::uuid) order by id limit ?`,
    [tx.businessId, job.cursor, job.cursor, PAGE],
  );
  const count = counter();
  for (const row of rows) {
    const facts = await readFacts(tx, {
      contactId: row.contact_id,
      trigger: {},
      subjectId: root === 'contact' ? null : row.id,
    });
    if (await writeDue(tx, trigger, { contactId: row.contact_id, subjectId: row.id, facts })) count.done += 1;
    else count.skip('no_date');
  }
  return { cursor: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null, done: count.done, skipped: count.skipped };
};
