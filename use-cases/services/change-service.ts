import type { Tx } from '#persistence/with-business.ts';
import { readService } from './list-services.ts';
import { lockRevision } from './lock-revision.ts';
import { needSetup, ringServices } from './need-setup.ts';
import { checkedService, type ServiceDraft } from './service-draft.ts';
import { checkCategory, writeAddons, writeNeeds } from './service-parts.ts';
import { saveGivers } from './staff-services.ts';

/** What is left out stays. `revision`: the one that the editor saw. */
export type ServiceChange = { [Field in keyof ServiceDraft]?: ServiceDraft[Field] | undefined } & {
  serviceId: string;
  revision: number;
  /** Takes the photo off; another is set by its bytes. */
  removePhoto?: true | undefined;
};

/**
 * Changes a service; visits that are booked keep what was agreed.
 * @throws BusinessError `service_not_found`, `service_changed`, and those of `createService`.
 */
export async function changeService(tx: Tx, change: ServiceChange): Promise<{ revision: number }> {
  needSetup(tx);
  const { serviceId, revision, removePhoto, ...fields } = change;
  await lockRevision(tx, 'service', { id: serviceId, revision });
  const now = await readService(tx, { serviceId });
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const service = checkedService({ ...now, ...given } as ServiceDraft);
  await checkCategory(tx, service.categoryId);
  await tx.sql(
    `update service set category_id = ?, name = ?, description = ?, photo_id = case when ?::boolean then null else photo_id end,
       price_minor = ?, price_to_minor = ?, duration_minutes = ?, buffer_before_minutes = ?, buffer_after_minutes = ?,
       gap_from_minutes = ?, gap_minutes = ?, format = ?, capacity = ?, hidden = ?, revision = revision + 1
     where business_id = ? and id = ?`,
    [
      service.categoryId,
      service.name,
      service.description,
      removePhoto === true,
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
      tx.businessId,
      serviceId,
    ],
  );
  if (change.addons) await writeAddons(tx, serviceId, service.addons);
  if (change.givers) await saveGivers(tx, serviceId, service.givers);
  if (change.needs || change.givers) await writeNeeds(tx, serviceId, service.needs);
  ringServices(tx);
  return { revision: revision + 1 };
}
