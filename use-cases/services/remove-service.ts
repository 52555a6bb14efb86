import type { Tx } from '#persistence/with-business.ts';
import { lockRevision } from './lock-revision.ts';
import { needSetup, ringServices } from './need-setup.ts';

/** Nobody can book it any more; visits that are booked stay. @throws BusinessError `forbidden`, `service_not_found`. */
export async function removeService(tx: Tx, input: { serviceId: string }): Promise<void> {
  needSetup(tx);
  await lockRevision(tx, 'service', { id: input.serviceId });
  await tx.sql('update service set removed_at = ?, revision = revision + 1 where business_id = ? and id = ?', [
    tx.now,
    tx.businessId,
    input.serviceId,
  ]);
  ringServices(tx);
}
