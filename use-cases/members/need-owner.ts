import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';

/** @throws BusinessError `forbidden` when somebody else than an owner asks. */
export function needOwner(tx: Tx): void {
  if (tx.actor.kind === 'user' && tx.actor.role !== 'owner') throw new BusinessError('forbidden', { needs: ['owner'] });
}
