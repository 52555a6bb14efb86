import { conditionSchema } from '#automation/conditions.ts';
import { findAudience } from '#use-cases/contacts/audience.ts';
import { PAGE, type PageHandler } from './page.ts';

/**
 * Says to each contact of the audience that the automation is started for them; the router lets them in by its rules.
 * Input: `audience` (a condition or null), `zone` (only who lives by it), `event` and its `date`.
 */
export const startPage: PageHandler = async (tx, job) => {
  const input = job.input as { audience?: unknown; zone?: string | null; by?: string; date?: string };
  const audience = input.audience ? conditionSchema.parse(input.audience) : null;
  const { contactIds, cursor } = await findAudience(tx, {
    audience,
    zone: input.zone ?? null,
    after: job.cursor,
    limit: PAGE,
  });
  for (const contactId of contactIds) {
    const to = { streamId: contactId, contactId };
    if (input.date === undefined) {
      const data = { automationId: job.automationId, by: input.by ?? 'bulk', parentRunId: null };
      tx.emit({ type: 'automation.started', ...to, data });
    } else {
      tx.emit({ type: 'schedule.due', ...to, data: { automationId: job.automationId, date: input.date } });
    }
  }
  return { cursor, done: contactIds.length, skipped: {} };
};
