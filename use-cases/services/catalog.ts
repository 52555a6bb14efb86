import type { ServiceFormat } from '#persistence/entities/services.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';

/** A section that a client sees; `categoryId` null: services that are in none. */
export type BookableCategory = { categoryId: string | null; name: Localized | null; services: number };

export type BookableAddon = { addonId: string; name: Localized; priceMinor: number; durationMinutes: number };
/** Price and time are the person's own where they differ. */
export type BookableStaff = {
  staffId: string;
  name: string;
  about: Localized;
  photoId: string | null;
  placeId: string;
  priceMinor: number;
  /** Null for one price, and for somebody with a price of their own. */
  priceToMinor: number | null;
  durationMinutes: number;
};
export type BookablePlace = { placeId: string; name: Localized; address: Localized; timeZone: string };

/** A service as a client sees it: shown, and given by somebody who is shown. */
export type BookableService = {
  serviceId: string;
  categoryId: string | null;
  name: Localized;
  description: Localized;
  photoId: string | null;
  priceMinor: number;
  priceToMinor: number | null;
  /** The least that anybody takes, and the most: "from" is said when they differ. */
  minPriceMinor: number;
  maxPriceMinor: number;
  durationMinutes: number;
  /** The shortest and the longest that it takes with anybody. */
  minDurationMinutes: number;
  maxDurationMinutes: number;
  format: ServiceFormat;
  capacity: number;
  addons: BookableAddon[];
  staff: BookableStaff[];
  places: BookablePlace[];
};

/** Who can be booked for the service `s`. */
const GIVERS = `staff_service x
  join staff w on w.business_id = x.business_id and w.id = x.staff_id and not w.hidden and w.removed_at is null
  join place l on l.business_id = w.business_id and l.id = w.place_id and l.removed_at is null
  where x.business_id = s.business_id and x.service_id = s.id`;
const BOOKABLE = `s.business_id = ? and not s.hidden and s.removed_at is null and exists (select 1 from ${GIVERS})`;

/** The sections with something to book in them, in the owner's order; what is in none comes last. */
export async function listBookableCategories(tx: Tx): Promise<BookableCategory[]> {
  const rows = await tx.sql<{ id: string | null; name: Localized | null; services: string }>(
    `select c.id, c.name, count(*) as services from service s
     left join service_category c on c.business_id = s.business_id and c.id = s.category_id
     where ${BOOKABLE} group by c.id, c.name, c.position order by c.position nulls last, c.id limit 60`,
    [tx.businessId],
  );
  return rows.map((row) => ({ categoryId: row.id, name: row.name, services: Number(row.services) }));
}

/** What can be booked, in the owner's order; of one section (null: of none) or all of it. At most 200. */
export async function listBookableServices(
  tx: Tx,
  input: { categoryId?: string | null | undefined } = {},
): Promise<BookableService[]> {
  const { categoryId } = input;
  const inSection = categoryId === undefined ? '' : 'and s.category_id is not distinct from ?';
  return read(tx, inSection, categoryId === undefined ? [] : [categoryId]);
}

/** One service; undefined when it cannot be booked (any more). */
export async function readBookableService(tx: Tx, serviceId: string): Promise<BookableService | undefined> {
  const [service] = await read(tx, 'and s.id = ?', [serviceId]);
  return service;
}

type Row = {
  id: string;
  category_id: string | null;
  name: Localized;
  description: Localized;
  photo_id: string | null;
  price_minor: number;
  price_to_minor: number | null;
  duration_minutes: number;
  format: ServiceFormat;
  capacity: number;
  addons: BookableAddon[];
  staff: (Omit<BookableStaff, 'priceMinor' | 'priceToMinor' | 'durationMinutes'> & {
    ownPriceMinor: number | null;
    ownDurationMinutes: number | null;
  })[];
  places: BookablePlace[];
};

async function read(tx: Tx, which: string, params: readonly unknown[]): Promise<BookableService[]> {
  const rows = await tx.sql<Row>(
    `select s.id, s.category_id, s.name, s.description, s.photo_id, s.price_minor, s.price_to_minor, s.duration_minutes, s.format, s.capacity,
       (select coalesce(jsonb_agg(jsonb_build_object('addonId', a.id, 'name', a.name, 'priceMinor', a.price_minor,
          'durationMinutes', a.duration_minutes) order by a.position, a.id), '[]')
        from service_addon a where a.business_id = s.business_id and a.service_id = s.id and a.removed_at is null) as addons,
       (select coalesce(jsonb_agg(jsonb_build_object('staffId', w.id, 'name', w.name, 'about', w.about, 'photoId', w.photo_id,
          'placeId', w.place_id, 'ownPriceMinor', x.price_minor, 'ownDurationMinutes', x.duration_minutes) order by w.position, w.id), '[]')
        from ${GIVERS}) as staff,
       (select coalesce(jsonb_agg(jsonb_build_object('placeId', l.id, 'name', l.name, 'address', l.address,
          'timeZone', l.time_zone) order by l.position, l.id), '[]')
        from place l where l.business_id = s.business_id and l.id in (select w.place_id from ${GIVERS})) as places
     from service s left join service_category c on c.business_id = s.business_id and c.id = s.category_id
     where ${BOOKABLE} ${which} order by c.position nulls last, c.id, s.position, s.id limit 200`,
    [tx.businessId, ...params],
  );
  return rows.map(bookable);
}

function bookable(row: Row): BookableService {
  const priceMinor = Number(row.price_minor);
  const priceToMinor = row.price_to_minor === null ? null : Number(row.price_to_minor);
  const staff = row.staff.map(({ ownPriceMinor, ownDurationMinutes, ...one }) => ({
    ...one,
    priceMinor: ownPriceMinor ?? priceMinor,
    priceToMinor: ownPriceMinor === null ? priceToMinor : null,
    durationMinutes: ownDurationMinutes ?? row.duration_minutes,
  }));
  const durations = staff.map((one) => one.durationMinutes);
  return {
    serviceId: row.id,
    categoryId: row.category_id,
    name: row.name,
    description: row.description,
    photoId: row.photo_id,
    priceMinor,
    priceToMinor,
    minPriceMinor: Math.min(...staff.map((one) => one.priceMinor)),
    maxPriceMinor: Math.max(...staff.map((one) => one.priceToMinor ?? one.priceMinor)),
    durationMinutes: row.duration_minutes,
    minDurationMinutes: Math.min(...durations),
    maxDurationMinutes: Math.max(...durations),
    format: row.format,
    capacity: row.capacity,
    addons: row.addons,
    staff,
    places: row.places,
  };
}
