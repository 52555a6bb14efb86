import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { lockRevision } from './lock-revision.ts';
import { needSetup, ringServices } from './need-setup.ts';

/** A place closes when nobody works there any more. @throws BusinessError `forbidden`, `place_not_found`, `place_has_staff`. */
export async function removePlace(tx: Tx, input: { placeId: string }): Promise<void> {
  needSetup(tx);
  await lockRevision(tx, 'place', { id: input.placeId });
  const [people] = await tx.sql<{ count: number }>(
    'select count(*) as count from staff where business_id = ? and place_id = ? and removed_at is null',
    [tx.businessId, input.placeId],
  );
  if (people && people.count > 0) throw new BusinessError('place_has_staff', { count: people.count });
  await tx.sql('update place set removed_at = ?, revision = revision + 1 where business_id = ? and id = ?', [
    tx.now,
    tx.businessId,
    input.placeId,
  ]);
  await tx.sql(
    `delete from service_need n using resource r where r.business_id = n.business_id and r.id = n.resource_id
       and n.business_id = ? and r.place_id = ?`,
    [tx.businessId, input.placeId],
  );
  await tx.sql('update resource set removed_at = ? where business_id = ? and place_id = ? and removed_at is null', [
    tx.now,
    tx.businessId,
    input.placeId,
  ]);
  ringServices(tx);
}
