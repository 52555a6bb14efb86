import { sharedDoor } from '#persistence/shared-door.ts';
import { othersDue } from '#use-cases/processes/others-due.ts';
import { advanceDueRun } from './advance-run.ts';

/** Moves the runs of a business whose moment has come as well, in shared transactions. */
export const moveOthersDue = othersDue({
  most: 64,
  async find(tx, { since, most }) {
    const rows = await tx.sql<{ id: string }>(
      `select r.id from run r join automation a on a.business_id = r.business_id and a.id = r.automation_id
       where r.business_id = ? and r.state = 'waiting' and a.state = 'active' and r.deadline_at <= ?::timestamptz
         and r.deadline_at > ?::timestamptz - ?::interval order by r.deadline_at limit ?`,
      [tx.businessId, tx.now, tx.now, since, most],
    );
    return rows.map(({ id }) => id);
  },
  act: (within, runId) => within((tx) => advanceDueRun(tx, runId)),
  door: sharedDoor,
});
