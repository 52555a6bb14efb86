import { inStep, type Work } from './in-step.ts';
import { lostConnection, type Actor, type BusinessDoor, type Tx } from './with-business.ts';

/** So many share a transaction at most: one that is held up holds up no more. */
const MOST = 32;

/** Where works come close together, a patient one waits so long for company at most. */
const PATIENCE_MS = 30;
/** Close together: so many transactions of a business within so long. */
const CROWD = { transactions: 5, withinMs: 250 };

type Waiting = Work<unknown> & {
  isPatient: boolean;
  since: number;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};
type Lane = {
  waiting: Waiting[];
  busy: boolean;
  /** When its last transactions ended, the oldest first. */
  ended: number[];
  /** Ends the wait for company. */
  hurry: () => void;
};

export type SharedDoor = <T>(
  businessId: string,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  /** `isPatient`: may wait a moment for company. */
  options?: { isPatient?: boolean },
) => Promise<T>;

/**
 * A door for works that come many at once. Whoever comes first goes at once; those who come while one transaction of
 * their business is on its way go together in the next one, in step. Where many come, the patient wait a moment more,
 * so that there is company: who comes alone, or where it is quiet, never waits. So the more there are, the less each
 * costs. When a shared transaction breaks, each of its works is done alone; when it is not known whether it was
 * committed, each is told so and none is done again.
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

function openDoor(withBusiness: BusinessDoor): SharedDoor {
  const lanes = new Map<string, Lane>();

  async function drive(businessId: string, lane: Lane): Promise<void> {
    lane.busy = true;
    while (lane.waiting.length > 0) {
      await company(lane);
      await go(businessId, lane.waiting.splice(0, MOST));
      lane.ended.push(performance.now());
      if (lane.ended.length > CROWD.transactions) lane.ended.shift();
    }
    lane.busy = false;
    setTimeout(() => forget(businessId, lane), CROWD.withinMs).unref();
  }

  /** Once nobody has come for as long as a crowd is remembered. */
  function forget(businessId: string, lane: Lane): void {
    const quietMs = performance.now() - (lane.ended.at(-1) ?? 0);
    // A timer may be a moment early.
    const isQuiet = !lane.busy && quietMs > CROWD.withinMs - 10;
    if (isQuiet && lanes.get(businessId) === lane) lanes.delete(businessId);
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

  return <T>(businessId: string, actor: Actor, work: (tx: Tx) => Promise<T>, { isPatient = false } = {}): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const lane = lanes.get(businessId) ?? { waiting: [], busy: false, ended: [], hurry: () => undefined };
      lanes.set(businessId, lane);
      lane.waiting.push({
        ...{ actor, work, isPatient, since: performance.now() },
        ...{ resolve: resolve as (value: unknown) => void, reject },
      });
      if (!lane.busy) void drive(businessId, lane);
      else if (!isPatient || lane.waiting.length >= MOST) lane.hurry();
    });
}

/** Waits until somebody is in a hurry, a transaction is full, or the first has waited long enough. */
async function company(lane: Lane): Promise<void> {
  const [first] = lane.waiting;
  const isFull = lane.waiting.length >= MOST;
  if (!first || isFull || !isCrowded(lane) || !lane.waiting.every(({ isPatient }) => isPatient)) return;
  const leftMs = first.since + PATIENCE_MS - performance.now();
  if (leftMs <= 0) return;
  await new Promise<void>((done) => {
    const timer = setTimeout(done, leftMs);
    lane.hurry = () => {
      clearTimeout(timer);
      done();
    };
  });
}

const isCrowded = ({ ended }: Lane): boolean =>
  ended.length >= CROWD.transactions && performance.now() - (ended[0] ?? 0) < CROWD.withinMs;
