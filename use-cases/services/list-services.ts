import { BusinessError } from '#domain/errors.ts';
import type { ServiceFormat } from '#persistence/entities/services.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import type { Giver, ServiceDraft } from './service-draft.ts';

export type ServiceInList = Omit<ServiceDraft, 'addons' | 'givers' | 'needs'> & {
  serviceId: string;
  photoId: string | null;
  revision: number;
  addons: { addonId: string; name: Localized; priceMinor: number; durationMinutes: number }[];
  needs: string[][];
  givers: (Giver & { name: string; hidden: boolean })[];
};
export type CategoryInList = { categoryId: string; name: Localized };

type Row = {
  id: string;
  category_id: string | null;
  name: Localized;
  description: Localized;
  photo_id: string | null;
  price_minor: number;
  price_to_minor: number | null;
  duration_minutes: number;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  gap_from_minutes: number | null;
  gap_minutes: number | null;
  format: ServiceFormat;
  capacity: number;
  hidden: boolean;
  revision: number;
  addons: ServiceInList['addons'];
  needs: string[][];
  givers: ServiceInList['givers'];
};

/** Everything that is offered, hidden services too, in the owner's order. At most 500. */
export async function listServices(tx: Tx): Promise<{ categories: CategoryInList[]; services: ServiceInList[] }> {
  const categories = await tx.sql<CategoryInList>(
    `select id as "categoryId", name from service_category where business_id = ? order by position, id limit 60`,
    [tx.businessId],
  );
  return { categories, services: await read(tx, '', []) };
}

/** @throws BusinessError `service_not_found`. */
export async function readService(tx: Tx, input: { serviceId: string }): Promise<ServiceInList> {
  const [service] = await read(tx, 'and s.id = ?', [input.serviceId]);
  if (!service) throw new BusinessError('service_not_found', { serviceId: input.serviceId });
  return service;
}

async function read(tx: Tx, which: string, params: readonly unknown[]): Promise<ServiceInList[]> {
  const rows = await tx.sql<Row>(
    `select s.*,
       (select coalesce(jsonb_agg(jsonb_build_object('addonId', a.id, 'name', a.name, 'priceMinor', a.price_minor,
          'durationMinutes', a.duration_minutes) order by a.position, a.id), '[]')
        from service_addon a where a.business_id = s.business_id and a.service_id = s.id and a.removed_at is null) as addons,
       (select coalesce(jsonb_agg(n.ids order by n.need_no), '[]') from (
          select n.need_no, jsonb_agg(n.resource_id order by r.position, r.id) as ids from service_need n
          join resource r on r.business_id = n.business_id and r.id = n.resource_id and r.removed_at is null
          where n.business_id = s.business_id and n.service_id = s.id group by n.need_no) n) as needs,
       (select coalesce(jsonb_agg(jsonb_build_object('staffId', w.id, 'name', w.name, 'hidden', w.hidden,
          'priceMinor', x.price_minor, 'durationMinutes', x.duration_minutes) order by w.position, w.id), '[]')
        from staff_service x join staff w on w.business_id = x.business_id and w.id = x.staff_id and w.removed_at is null
        where x.business_id = s.business_id and x.service_id = s.id) as givers
     from service s left join service_category c on c.business_id = s.business_id and c.id = s.category_id
     where s.business_id = ? and s.removed_at is null ${which}
     order by c.position nulls last, c.id, s.position, s.id limit 500`,
    [tx.businessId, ...params],
  );
  return rows.map((row) => ({
    serviceId: row.id,
    categoryId: row.category_id,
    name: row.name,
    description: row.description,
    photoId: row.photo_id,
    priceMinor: row.price_minor,
    priceToMinor: row.price_to_minor,
    durationMinutes: row.duration_minutes,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    gap:
      row.gap_from_minutes === null || row.gap_minutes === null
        ? null
        : { fromMinutes: row.gap_from_minutes, minutes: row.gap_minutes },
    format: row.format,
    capacity: row.capacity,
    hidden: row.hidden,
    revision: row.revision,
    addons: row.addons,
    needs: row.needs,
    givers: row.givers,
  }));
}
