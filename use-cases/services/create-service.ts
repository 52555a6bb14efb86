import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { needSetup, ringServices } from './need-setup.ts';
import { nextPosition } from './reorder.ts';
import { checkedService, type ServiceDraft } from './service-draft.ts';
import { checkCategory, writeAddons, writeNeeds } from './service-parts.ts';
import { saveGivers } from './staff-services.ts';

/**
 * A new service at the end of the list.
 * @throws BusinessError `forbidden`, `category_not_found`, `resource_not_found`, `need_of_other_place`,
 * `staff_not_found`, `too_many`, and those of `checkedService`.
 */
export async function createService(tx: Tx, draft: ServiceDraft): Promise<{ serviceId: string; revision: number }> {
  needSetup(tx);
  const service = checkedService(draft);
  await checkCategory(tx, service.categoryId);
  const serviceId = newId();
  await tx.sql(
    `insert into service (id, business_id, category_id, name, description, price_minor, price_to_minor, duration_minutes,
       buffer_before_minutes, buffer_after_minutes, gap_from_minutes, gap_minutes, format, capacity, hidden, position, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      serviceId,
      tx.businessId,
      service.categoryId,
      service.name,
      service.description,
      service.priceMinor,
      service.priceToMinor,
      service.durationMinutes,
      service.bufferBeforeMinutes,
      service.bufferAfterMinutes,
      service.gap?.fromMinutes ?? null,
      service.gap?.minutes ?? null,
      service.format,
      service.capacity,
      service.hidden,
      await nextPosition(tx, 'services'),
      tx.now,
    ],
  );
  await writeAddons(tx, serviceId, service.addons);
  await saveGivers(tx, serviceId, service.givers);
  await writeNeeds(tx, serviceId, service.needs);
  ringServices(tx);
  return { serviceId, revision: 1 };
}
