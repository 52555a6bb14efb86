import type { Hand } from './hand.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

const AT_ONCE = 20;

/** One event each, as a start by hand writes it; a few transactions at once. */
export async function letIn(hand: Hand, automationId: string, people: readonly Person[]): Promise<void> {
  const left = [...people];
  const data = { automationId, by: 'benchmark', parentRunId: null };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = left.pop(); one; one = left.pop()) {
        const { contactId } = one;
        await hand.within(async (tx) => tx.emit({ type: 'automation.started', streamId: contactId, contactId, data }));
      }
    }),
  );
}

/** The runs of an automation for which `where` holds, a condition of SQL. */
export async function countRuns(world: World, automationId: string, where: string): Promise<number> {
  const { rows } = await world.rows.query<{ count: string }>(
    `select count(*) from run where automation_id = $1 and ${where}`,
    [automationId],
  );
  return Number(rows[0]?.count);
}
