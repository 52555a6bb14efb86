import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { uuidArray } from '#use-cases/bookings/sql-values.ts';
import { checkTerms, type Giver, type OwnTerms, type ServiceFields } from './service-draft.ts';

export type GivenService = OwnTerms & { serviceId: string };

/** Who gives a service, each with what is their own. @throws BusinessError `staff_not_found`. */
export async function saveGivers(tx: Tx, serviceId: string, givers: readonly Giver[]): Promise<void> {
  const known = await existing(
    tx,
    'staff',
    givers.map(({ staffId }) => staffId),
  );
  givers.forEach(({ staffId }, index) => {
    if (!known.has(staffId)) throw new BusinessError('staff_not_found', { path: `givers.${index}`, staffId });
  });
  await write(
    tx,
    'service_id',
    serviceId,
    givers.map((one) => ({ ...one, serviceId })),
  );
}

/** What a person gives. @throws BusinessError `service_not_found`, `gap_invalid`, `duration_invalid`, `service_price_invalid`. */
export async function saveGivenServices(tx: Tx, staffId: string, services: readonly GivenService[]): Promise<void> {
  const known = await existing(
    tx,
    'service',
    services.map(({ serviceId }) => serviceId),
  );
  services.forEach((one, index) => {
    const service = known.get(one.serviceId);
    const path = `services.${index}`;
    if (!service) throw new BusinessError('service_not_found', { path, serviceId: one.serviceId });
    checkTerms(one, service.gap, path);
  });
  await write(
    tx,
    'staff_id',
    staffId,
    services.map((one) => ({ ...one, staffId })),
  );
}

/** Replaces what belongs to one side. A person who has left keeps their rows: those are history. */
async function write(
  tx: Tx,
  side: 'service_id' | 'staff_id',
  id: string,
  pairs: readonly (OwnTerms & { staffId: string; serviceId: string })[],
): Promise<void> {
  await tx.sql(
    `delete from staff_service x using staff w, service s where x.business_id = ? and x.${side} = ?
       and w.business_id = x.business_id and w.id = x.staff_id and w.removed_at is null
       and s.business_id = x.business_id and s.id = x.service_id and s.removed_at is null`,
    [tx.businessId, id],
  );
  await tx.sql(
    `insert into staff_service (business_id, staff_id, service_id, price_minor, duration_minutes)
     select ?, p."staffId", p."serviceId", p."priceMinor", p."durationMinutes"
     from jsonb_to_recordset(?::jsonb) as p ("staffId" uuid, "serviceId" uuid, "priceMinor" bigint, "durationMinutes" int)
     on conflict (business_id, staff_id, service_id)
       do update set price_minor = excluded.price_minor, duration_minutes = excluded.duration_minutes`,
    [tx.businessId, JSON.stringify(lastOfEach(pairs))],
  );
}

/** Said twice, the last word counts. */
function lastOfEach<T extends { staffId: string; serviceId: string }>(pairs: readonly T[]): T[] {
  return [...new Map(pairs.map((one) => [`${one.staffId} ${one.serviceId}`, one])).values()];
}

async function existing(
  tx: Tx,
  table: 'staff' | 'service',
  ids: readonly string[],
): Promise<Map<string, { gap: ServiceFields['gap'] }>> {
  const gap =
    table === 'service' ? 'gap_from_minutes as "from", gap_minutes as minutes' : 'null as "from", null as minutes';
  const rows = await tx.sql<{ id: string; from: number | null; minutes: number | null }>(
    `select id, ${gap} from ${table} where business_id = ? and id = any(?::uuid[]) and removed_at is null`,
    [tx.businessId, uuidArray(ids)],
  );
  return new Map(
    rows.map(({ id, from, minutes }) => [
      id,
      { gap: from === null || minutes === null ? null : { fromMinutes: from, minutes } },
    ]),
  );
}
