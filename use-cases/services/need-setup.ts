import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';

/** Owners and managers set bookings up. @throws BusinessError `forbidden`. */
export function needSetup(tx: Tx): void {
  const isMaster = tx.actor.kind === 'user' && tx.actor.role === 'master';
  if (isMaster || tx.actor.kind === 'contact') throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
}

/** Everything that a set-up page or the bot's list shows is read again. */
export function ringServices(tx: Tx): void {
  tx.ring(`live:${tx.businessId}:services`);
}
