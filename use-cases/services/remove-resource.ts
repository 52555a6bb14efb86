import { BusinessError } from '#domain/errors.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { needSetup, ringServices } from './need-setup.ts';

/**
 * Takes a room or a piece of equipment away; visits that have it keep it. Where a service would be left without
 * what it needs, the owner decides about the service first.
 * @throws BusinessError `forbidden`, `resource_not_found`, `resource_needed`.
 */
export async function removeResource(tx: Tx, input: { resourceId: string }): Promise<void> {
  needSetup(tx);
  const [resource] = await tx.sql(
    'select id from resource where business_id = ? and id = ? and removed_at is null for update',
    [tx.businessId, input.resourceId],
  );
  if (!resource) throw new BusinessError('resource_not_found', { resourceId: input.resourceId });
  const [last] = await tx.sql<{ id: string; name: Localized }>(
    `select s.id, s.name from service_need n join service s on s.business_id = n.business_id and s.id = n.service_id
     where n.business_id = ? and n.resource_id = ? and s.removed_at is null and not exists (
       select 1 from service_need o where o.business_id = n.business_id and o.service_id = n.service_id
         and o.need_no = n.need_no and o.resource_id <> n.resource_id)
     limit 1`,
    [tx.businessId, input.resourceId],
  );
  if (last) throw new BusinessError('resource_needed', { serviceId: last.id, service: last.name });
  await tx.sql('delete from service_need where business_id = ? and resource_id = ?', [tx.businessId, input.resourceId]);
  await tx.sql('update resource set removed_at = ? where business_id = ? and id = ?', [
    tx.now,
    tx.businessId,
    input.resourceId,
  ]);
  ringServices(tx);
}
