import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { uuidArray } from '#use-cases/bookings/sql-values.ts';
import type { AddonDraft } from './service-draft.ts';

/** @throws BusinessError `category_not_found`. */
export async function checkCategory(tx: Tx, categoryId: string | null): Promise<void> {
  if (categoryId === null) return;
  const [known] = await tx.sql('select 1 from service_category where business_id = ? and id = ?', [
    tx.businessId,
    categoryId,
  ]);
  if (!known) throw new BusinessError('category_not_found', { path: 'categoryId', categoryId });
}

/** The add-ons of a service, in this order; one that is left out is offered no more. @throws BusinessError `addon_not_found`. */
export async function writeAddons(tx: Tx, serviceId: string, addons: readonly AddonDraft[]): Promise<void> {
  const rows = await tx.sql<{ id: string }>(
    'select id from service_addon where business_id = ? and service_id = ? and removed_at is null',
    [tx.businessId, serviceId],
  );
  const known = new Set(rows.map(({ id }) => id));
  addons.forEach(({ addonId }, index) => {
    if (addonId !== undefined && !known.has(addonId))
      throw new BusinessError('addon_not_found', { path: `addons.${index}`, addonId });
  });
  const kept = addons.flatMap(({ addonId }) => addonId ?? []);
  await tx.sql(
    `update service_addon set removed_at = ? where business_id = ? and service_id = ? and removed_at is null
       and not id = any(?::uuid[])`,
    [tx.now, tx.businessId, serviceId, uuidArray(kept)],
  );
  const list = addons.map((addon, position) => ({
    id: addon.addonId ?? newId(),
    name: addon.name,
    price_minor: addon.priceMinor,
    duration_minutes: addon.durationMinutes,
    position,
  }));
  await tx.sql(
    `insert into service_addon (id, business_id, service_id, name, price_minor, duration_minutes, position)
     select a.id, ?, ?, a.name, a.price_minor, a.duration_minutes, a.position
     from jsonb_to_recordset(?::jsonb) as a (id uuid, name jsonb, price_minor bigint, duration_minutes int, position int)
     on conflict (id) do update set name = excluded.name, price_minor = excluded.price_minor,
       duration_minutes = excluded.duration_minutes, position = excluded.position`,
    [tx.businessId, serviceId, JSON.stringify(list)],
  );
}

/**
 * What a visit takes besides the person. A room of a place where nobody gives the service would never be taken.
 * @throws BusinessError `resource_not_found`, `need_of_other_place`.
 */
export async function writeNeeds(tx: Tx, serviceId: string, needs: readonly (readonly string[])[]): Promise<void> {
  const resources = await tx.sql<{ id: string; name: string; place_id: string }>(
    'select id, name, place_id from resource where business_id = ? and id = any(?::uuid[]) and removed_at is null for share',
    [tx.businessId, uuidArray(needs.flat())],
  );
  const places = await tx.sql<{ place_id: string }>(
    `select distinct w.place_id from staff_service x join staff w on w.business_id = x.business_id and w.id = x.staff_id
     where x.business_id = ? and x.service_id = ? and w.removed_at is null`,
    [tx.businessId, serviceId],
  );
  const where = new Set(places.map((one) => one.place_id));
  needs.forEach((any, index) => {
    for (const id of any) {
      const path = `needs.${index}`;
      const resource = resources.find((one) => one.id === id);
      if (!resource) throw new BusinessError('resource_not_found', { path, resourceId: id });
      if (where.size > 0 && !where.has(resource.place_id))
        throw new BusinessError('need_of_other_place', { path, resourceId: id, name: resource.name });
    }
  });
  await tx.sql('delete from service_need where business_id = ? and service_id = ?', [tx.businessId, serviceId]);
  const rows = needs.flatMap((any, no) => [...new Set(any)].map((id) => ({ no, id })));
  await tx.sql(
    `insert into service_need (business_id, service_id, need_no, resource_id)
     select ?, ?, n.no, n.id from jsonb_to_recordset(?::jsonb) as n (no int, id uuid)`,
    [tx.businessId, serviceId, JSON.stringify(rows)],
  );
}
