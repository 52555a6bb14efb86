import type { Tx } from '#persistence/with-business.ts';

/** What somebody may see of the day: a master works, and sees neither money nor what is behind the shop. */
export function viewerOf(tx: Tx): { money: boolean; shop: boolean } {
  const master = tx.actor.kind === 'user' && tx.actor.role === 'master';
  return { money: !master, shop: !master };
}
