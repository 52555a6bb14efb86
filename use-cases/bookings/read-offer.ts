import { BusinessError } from '#domain/errors.ts';
import type { ServiceTime, VisitItem, WeekPlan } from '#domain/bookings/slot-facts.ts';
import type { BookedAddon } from '#persistence/entities/bookings.ts';
import type { ServiceFormat } from '#persistence/entities/services.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { uuidArray } from './sql-values.ts';
import type { VisitRequest } from './visit-request.ts';

/** One service of a visit as it is offered: with whom, for how much, how long. */
export type OfferedItem = Omit<VisitItem, 'staff'> & {
  serviceId: string;
  serviceName: Localized;
  capacity: number;
  addons: readonly BookedAddon[];
  staff: readonly OfferedStaff[];
};

export type OfferedStaff = {
  id: string;
  name: string;
  time: ServiceTime;
  priceMinor: number;
  priceToMinor: number | null;
  week: WeekPlan;
  maxPerDay: number | null;
  maxPerWeek: number | null;
  userId: string | null;
};

export type Offer = {
  place: { id: string; timeZone: string };
  format: 'online' | 'place';
  items: readonly OfferedItem[];
  /** A group service: it comes alone. */
  isGroup: boolean;
};

/**
 * What the services of a request cost and take, and who can give them, from one look into the database.
 * `by` staff: hidden services and people as well.
 * @throws BusinessError `service_not_found`, `nobody_gives_it`, `addon_not_found`, `format_not_offered`,
 * `place_needed`, `group_comes_alone`, `visit_empty`.
 */
export async function readOffer(tx: Tx, request: VisitRequest, by: 'client' | 'staff'): Promise<Offer> {
  if (request.items.length === 0 || request.items.length > 8) throw new BusinessError('visit_empty', {});
  const services = await readServices(tx, request, by);
  const found = request.items.map((item, index) => {
    const service = services.find(({ id }) => id === item.serviceId);
    if (!service) throw refused('service_not_found', index, { serviceId: item.serviceId });
    if (service.format !== 'both' && service.format !== request.format)
      throw refused('format_not_offered', index, { name: service.name });
    return { item, service, index };
  });
  const place = placeOf(
    found.map(({ item, service }) => giversOf(item, service)),
    request.placeId,
  );
  const items = found.map(({ item, service, index }) =>
    offered(item, service, { place, index, format: request.format }),
  );
  const isGroup = items.some(({ capacity }) => capacity > 1);
  if (isGroup && items.length > 1) throw new BusinessError('group_comes_alone', {});
  return { place, format: request.format, items, isGroup };
}

const refused = (code: string, index: number, facts: Record<string, unknown>): BusinessError =>
  new BusinessError(code, { path: `items.${index}`, ...facts });

function giversOf(item: VisitRequest['items'][number], service: ServiceRow): Giver[] {
  return service.givers.filter(({ id }) => item.staffId === null || id === item.staffId);
}

/** The one place at which all can be given; the request decides between several. */
function placeOf(givers: readonly (readonly Giver[])[], wanted: string | null): Offer['place'] {
  const everywhere = new Map<string, string>();
  for (const { place_id, time_zone } of givers[0] ?? [])
    if (givers.every((of) => of.some((giver) => giver.place_id === place_id))) everywhere.set(place_id, time_zone);
  const ids = [...everywhere.keys()];
  const id =
    wanted !== null && everywhere.has(wanted) ? wanted : ids.length === 1 && wanted === null ? ids[0] : undefined;
  if (ids.length === 0 || (wanted !== null && id === undefined)) throw new BusinessError('nobody_gives_it', {});
  if (id === undefined) throw new BusinessError('place_needed', { placeIds: ids });
  return { id, timeZone: everywhere.get(id) ?? 'UTC' };
}

function offered(
  item: VisitRequest['items'][number],
  service: ServiceRow,
  at: { place: Offer['place']; index: number; format: 'online' | 'place' },
): OfferedItem {
  const addons = item.addonIds.map((id) => {
    const addon = service.addons.find((one) => one.id === id);
    if (!addon) throw refused('addon_not_found', at.index, { addonId: id });
    return addon;
  });
  const more = addons.reduce((sum, { minutes }) => sum + minutes, 0);
  const extra = addons.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
  const staff = giversOf(item, service)
    .filter(({ place_id }) => place_id === at.place.id)
    .map((giver) => ({
      id: giver.id,
      name: giver.name,
      time: timeOf(service, (giver.duration_minutes ?? service.duration_minutes) + more),
      priceMinor: (giver.price_minor ?? service.price_minor) + extra,
      // An own price is a price; the range is the service's.
      priceToMinor:
        giver.price_minor === null && service.price_to_minor !== null ? service.price_to_minor + extra : null,
      week: giver.week,
      maxPerDay: giver.max_per_day,
      maxPerWeek: giver.max_per_week,
      userId: giver.user_id,
    }));
  if (staff.length === 0) throw refused('nobody_gives_it', at.index, { name: service.name });
  return {
    serviceId: service.id,
    serviceName: service.name,
    capacity: service.capacity,
    addons,
    staff,
    needs: at.format === 'online' ? [] : needsAt(service, at.place.id),
  };
}

/** A service that is given at several places needs what stands at this one. */
const needsAt = (service: ServiceRow, placeId: string): string[][] =>
  service.needs.map((any) => any.filter(({ place_id }) => place_id === placeId).map(({ id }) => id));

/** A gap keeps its place; what is longer or shorter is the work after it. */
function timeOf(service: ServiceRow, duration: number): ServiceTime {
  const { gap_from_minutes: from, gap_minutes: minutes } = service;
  const gap = from !== null && minutes !== null && from + minutes < duration ? { from, minutes } : null;
  return { duration, bufferBefore: service.buffer_before_minutes, bufferAfter: service.buffer_after_minutes, gap };
}

async function readServices(tx: Tx, request: VisitRequest, by: 'client' | 'staff'): Promise<ServiceRow[]> {
  return tx.sql<ServiceRow>(
    `select s.id, s.name, s.price_minor, s.price_to_minor, s.duration_minutes, s.buffer_before_minutes,
       s.buffer_after_minutes, s.gap_from_minutes, s.gap_minutes, s.format, s.capacity,
       coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'place_id', f.place_id, 'time_zone', p.time_zone,
           'week', f.week, 'max_per_day', f.max_per_day, 'max_per_week', f.max_per_week, 'user_id', m.user_id,
           'price_minor', g.price_minor, 'duration_minutes', g.duration_minutes) order by f.position, f.id)
         from staff_service g join staff f on f.business_id = g.business_id and f.id = g.staff_id
         join place p on p.business_id = f.business_id and p.id = f.place_id
         left join membership m on m.business_id = f.business_id and m.id = f.membership_id
         where g.business_id = s.business_id and g.service_id = s.id and f.removed_at is null and p.removed_at is null
           and (not f.hidden or ?::boolean)), '[]') as givers,
       coalesce((select json_agg(n.ids order by n.need_no) from (
           select n.need_no, json_agg(json_build_object('id', r.id, 'place_id', r.place_id) order by r.position, r.id) as ids from service_need n
           join resource r on r.business_id = n.business_id and r.id = n.resource_id and r.removed_at is null
           where n.business_id = s.business_id and n.service_id = s.id group by n.need_no) n), '[]') as needs,
       coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'priceMinor', a.price_minor,
           'minutes', a.duration_minutes) order by a.position) from service_addon a
         where a.business_id = s.business_id and a.service_id = s.id and a.removed_at is null), '[]') as addons
     from service s
     where s.business_id = ? and s.id = any(?::uuid[]) and s.removed_at is null and (not s.hidden or ?::boolean)`,
    [by === 'staff', tx.businessId, uuidArray(request.items.map(({ serviceId }) => serviceId)), by === 'staff'],
  );
}

type Giver = {
  id: string;
  name: string;
  place_id: string;
  time_zone: string;
  week: WeekPlan;
  max_per_day: number | null;
  max_per_week: number | null;
  user_id: string | null;
  price_minor: number | null;
  duration_minutes: number | null;
};

type ServiceRow = {
  id: string;
  name: Localized;
  price_minor: number;
  price_to_minor: number | null;
  duration_minutes: number;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  gap_from_minutes: number | null;
  gap_minutes: number | null;
  format: ServiceFormat;
  capacity: number;
  givers: Giver[];
  needs: { id: string; place_id: string }[][];
  addons: BookedAddon[];
};
