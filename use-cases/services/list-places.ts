import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';

export type ResourceInList = { resourceId: string; placeId: string; kind: 'room' | 'equipment'; name: string };
export type PlaceInList = {
  placeId: string;
  name: Localized;
  address: Localized;
  timeZone: string;
  revision: number;
  /** How many people work there. */
  staff: number;
  resources: ResourceInList[];
};

type Row = {
  id: string;
  name: Localized;
  address: Localized;
  time_zone: string;
  revision: number;
  staff: number;
  resources: ResourceInList[];
};

/** Where clients come, with rooms and equipment, in the owner's order. At most 200. */
export async function listPlaces(tx: Tx): Promise<{ places: PlaceInList[] }> {
  const rows = await tx.sql<Row>(
    `select p.id, p.name, p.address, p.time_zone, p.revision,
       (select count(*) from staff w where w.business_id = p.business_id and w.place_id = p.id and w.removed_at is null) as staff,
       (select coalesce(jsonb_agg(jsonb_build_object('resourceId', r.id, 'placeId', r.place_id, 'kind', r.kind, 'name', r.name)
          order by r.position, r.id), '[]')
        from resource r where r.business_id = p.business_id and r.place_id = p.id and r.removed_at is null) as resources
     from place p where p.business_id = ? and p.removed_at is null order by p.position, p.id limit 200`,
    [tx.businessId],
  );
  return {
    places: rows.map((row) => ({
      placeId: row.id,
      name: row.name,
      address: row.address,
      timeZone: row.time_zone,
      revision: row.revision,
      staff: row.staff,
      resources: row.resources,
    })),
  };
}
