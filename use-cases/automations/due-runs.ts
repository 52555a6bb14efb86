import type { Actor, BusinessDoor, Tx } from '#persistence/with-business.ts';
import { sharedDoor } from '#persistence/shared-door.ts';
import { advanceDueRun } from './advance-run.ts';

const MOST = 50;
/** Who is later than this is the reconciler's: its automation may be paused, or its move broken. */
const WITHIN = '1 minute';
const ACTOR: Actor = { kind: 'system', name: 'due' };
/** Runs that this process is about to move already. */
const underWay = new Set<string>();

/**
 * Moves the runs of a business whose moment has come as well, together. Many wait for one moment (an hour of the day, a
 * pick-up), and each has its own timer; whoever's fires first need not leave the others standing in line. Their own
 * workflows come a little later and learn where their runs stand.
 */
export async function moveOthersDue(withBusiness: BusinessDoor, businessId: string): Promise<void> {
  // Nothing is lost when this does not go well: each has its own timer.
  const due = await withBusiness(businessId, ACTOR, findDueRuns).catch(() => []);
  const fresh = due.filter((runId) => !underWay.has(runId));
  await Promise.all(
    fresh.map(async (runId) => {
      underWay.add(runId);
      // One that breaks does so again when its own workflow comes, and is counted there.
      await sharedDoor(withBusiness)(businessId, ACTOR, (tx) => advanceDueRun(tx, runId))
        .catch(() => undefined)
        .finally(() => underWay.delete(runId));
    }),
  );
}

async function findDueRuns(tx: Tx): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `select id from run where business_id = ? and state = 'waiting' and deadline_at <= ?::timestamptz
       and deadline_at > ?::timestamptz - interval '${WITHIN}' order by deadline_at limit ${MOST}`,
    [tx.businessId, tx.now, tx.now],
  );
  return rows.map(({ id }) => id);
}
