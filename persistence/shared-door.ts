import { inStep, type Work } from './in-step.ts';
import { lostConnection, type Actor, type BusinessDoor, type Tx } from './with-business.ts';

/** So many share a transaction at most: one that is held up holds up no more. */
const MOST = 32;

type Waiting = Work<unknown> & { resolve: (value: unknown) => void; reject: (error: unknown) => void };
type Lane = { waiting: Waiting[]; busy: boolean };

/**
 * A door for works that come many at once. Whoever comes first goes at once; those who come while one transaction of
 * their business is on its way go together in the next one, in step. So nobody waits longer for company, and the more
 * there are, the less each costs. When a shared transaction breaks, each of its works is done alone; when it is
 * not known whether it was committed, each is told so and none is done again.
 */
export function sharedDoor(withBusiness: BusinessDoor): SharedDoor {
  const known = doors.get(withBusiness);
  if (known) return known;
  const door = openDoor(withBusiness);
  doors.set(withBusiness, door);
  return door;
}

/** One of a process: who comes by the router and who comes by a workflow go together. */
const doors = new WeakMap<BusinessDoor, SharedDoor>();

function openDoor(withBusiness: BusinessDoor) {
  const lanes = new Map<string, Lane>();

  async function drive(businessId: string, lane: Lane): Promise<void> {
    lane.busy = true;
    while (lane.waiting.length > 0) await go(businessId, lane.waiting.splice(0, MOST));
    lane.busy = false;
    lanes.delete(businessId);
  }

  async function go(businessId: string, together: readonly Waiting[]): Promise<void> {
    const [first] = together;
    if (!first) return;
    if (together.length > 1) {
      let worked = false;
      const work = async (tx: Tx): Promise<unknown[]> => {
        const values = await inStep(tx, together);
        worked = true;
        return values;
      };
      try {
        const values = await withBusiness(businessId, first.actor, work, { tries: 1 });
        for (const [at, one] of together.entries()) one.resolve(values[at]);
        return;
      } catch (error) {
        // Whose fault it was is found out by doing each alone, unless it may have been committed.
        if (worked && lostConnection(error)) return void together.forEach((one) => one.reject(error));
      }
    }
    await Promise.all(
      together.map((one) => withBusiness(businessId, one.actor, one.work).then(one.resolve, one.reject)),
    );
  }

  return <T>(businessId: string, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const lane = lanes.get(businessId) ?? { waiting: [], busy: false };
      lanes.set(businessId, lane);
      lane.waiting.push({ actor, work, resolve: resolve as (value: unknown) => void, reject });
      if (!lane.busy) void drive(businessId, lane);
    });
}

export type SharedDoor = ReturnType<typeof openDoor>;
