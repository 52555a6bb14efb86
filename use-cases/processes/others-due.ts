import type { Actor, BusinessDoor, Tx } from '#persistence/with-business.ts';

/** Who is later than this is the reconciler's: what is about it is broken, or its server stood still. */
const WITHIN = '15 minutes';
/** A business is looked at no more often. */
const REST_MS = 100;
const ACTOR: Actor = { kind: 'system', name: 'due' };

type Due = {
  /** So many at once. */
  most: number;
  /** Ids of what is due at `tx.now` and came due within `since`, the longest due first. */
  find: (tx: Tx, page: { since: string; most: number }) => Promise<string[]>;
  /** Does it, if it still is due. */
  act: (within: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>, id: string) => Promise<unknown>;
  /** How its transactions are opened. */
  door: (withBusiness: BusinessDoor) => <T>(id: string, actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>;
};

/**
 * Many wait for one moment (an hour of the day, a pick-up, a visit at ten), and each has a workflow with its own timer.
 * Whichever workflow takes a turn does what is due for the others of its business as well, page after page, so that they
 * need not stand in line; their own workflows come a little later and find it done. Nothing depends on it: without it
 * each comes by itself. It never throws, and need not be waited for.
 */
export function othersDue(due: Due): (withBusiness: BusinessDoor, businessId: string) => Promise<void> {
  /** Businesses that are looked at, or were a moment ago. */
  const looked = new Set<string>();
  return async (withBusiness, businessId) => {
    if (looked.has(businessId)) return;
    looked.add(businessId);
    await everyPage(due, withBusiness, businessId).catch(() => undefined);
    setTimeout(() => looked.delete(businessId), REST_MS).unref();
  };
}

async function everyPage(
  { most, find, act, door }: Due,
  withBusiness: BusinessDoor,
  businessId: string,
): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const page = await withBusiness(businessId, ACTOR, (tx) => find(tx, { since: WITHIN, most }));
    const fresh = page.filter((id) => !tried.has(id));
    for (const id of fresh) tried.add(id);
    // One that breaks does so again when its own workflow comes, and is counted there.
    await Promise.allSettled(fresh.map((id) => act((work) => door(withBusiness)(businessId, ACTOR, work), id)));
    if (fresh.length < most) return;
  }
}
