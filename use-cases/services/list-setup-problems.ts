import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';

/** What keeps clients from booking, each with what is concerned. */
export type SetupProblem =
  | { kind: 'no_place' | 'no_service' | 'no_staff' }
  | { kind: 'service_without_staff'; serviceId: string; service: Localized }
  | { kind: 'need_without_resource'; serviceId: string; service: Localized; placeId: string; place: Localized }
  | { kind: 'staff_without_hours' | 'staff_without_services'; staffId: string; name: string };

const FIRST = 50;

/** The first 50 things to do before everything can be booked, the most important first. What is hidden is left alone. */
export async function listSetupProblems(tx: Tx): Promise<{ problems: SetupProblem[] }> {
  const [there] = await tx.sql<{ place: boolean; service: boolean; staff: boolean }>(
    `select exists (select 1 from place where business_id = b.id and removed_at is null) as place,
       exists (select 1 from service where business_id = b.id and removed_at is null) as service,
       exists (select 1 from staff where business_id = b.id and removed_at is null) as staff
     from business b where b.id = ?`,
    [tx.businessId],
  );
  const problems: SetupProblem[] = [
    ...(there?.place ? [] : [{ kind: 'no_place' as const }]),
    ...(there?.service ? [] : [{ kind: 'no_service' as const }]),
    ...(there?.staff ? [] : [{ kind: 'no_staff' as const }]),
    ...(await servicesWithoutStaff(tx)),
    ...(await staffWithout(tx)),
    ...(await needsWithoutResource(tx)),
  ];
  return { problems: problems.slice(0, FIRST) };
}

async function servicesWithoutStaff(tx: Tx): Promise<SetupProblem[]> {
  const rows = await tx.sql<{ serviceId: string; service: Localized }>(
    `select s.id as "serviceId", s.name as service from service s
     where s.business_id = ? and not s.hidden and s.removed_at is null and not exists (
       select 1 from staff_service x join staff w on w.business_id = x.business_id and w.id = x.staff_id
       where x.business_id = s.business_id and x.service_id = s.id and not w.hidden and w.removed_at is null)
     order by s.position, s.id limit ${FIRST}`,
    [tx.businessId],
  );
  return rows.map((row) => ({ kind: 'service_without_staff', ...row }));
}

/** Somebody without weekly hours may still have days of their own ahead. */
async function staffWithout(tx: Tx): Promise<SetupProblem[]> {
  const rows = await tx.sql<{ id: string; name: string; works: boolean; gives: boolean }>(
    `select * from (
       select w.id, w.name, w.position,
         jsonb_path_exists(w.week, '$[*].hours[0]') or exists (
           select 1 from schedule_exception e where e.business_id = w.business_id and e.staff_id = w.id
             and e.to_day >= (?::timestamptz)::date and jsonb_path_exists(e.plan, '$.hours[0]')) as works,
         exists (select 1 from staff_service x join service s on s.business_id = x.business_id and s.id = x.service_id
           where x.business_id = w.business_id and x.staff_id = w.id and s.removed_at is null) as gives
       from staff w where w.business_id = ? and not w.hidden and w.removed_at is null) p
     where not works or not gives order by position, id limit ${FIRST}`,
    [tx.now, tx.businessId],
  );
  return rows.flatMap(({ id, name, works, gives }) => [
    ...(works ? [] : [{ kind: 'staff_without_hours' as const, staffId: id, name }]),
    ...(gives ? [] : [{ kind: 'staff_without_services' as const, staffId: id, name }]),
  ]);
}

/** A need that nothing at a place answers: whoever works there can never give the service. */
async function needsWithoutResource(tx: Tx): Promise<SetupProblem[]> {
  const rows = await tx.sql<{ serviceId: string; service: Localized; placeId: string; place: Localized }>(
    `select distinct on (s.position, s.id, p.id) s.id as "serviceId", s.name as service, p.id as "placeId", p.name as place
     from service s
     join (select distinct business_id, service_id, need_no from service_need) n on n.business_id = s.business_id and n.service_id = s.id
     join staff_service x on x.business_id = s.business_id and x.service_id = s.id
     join staff w on w.business_id = x.business_id and w.id = x.staff_id and not w.hidden and w.removed_at is null
     join place p on p.business_id = w.business_id and p.id = w.place_id
     where s.business_id = ? and not s.hidden and s.removed_at is null and s.format <> 'online' and not exists (
       select 1 from service_need o join resource r on r.business_id = o.business_id and r.id = o.resource_id
       where o.business_id = n.business_id and o.service_id = n.service_id and o.need_no = n.need_no
         and r.place_id = p.id and r.removed_at is null)
     order by s.position, s.id, p.id limit ${FIRST}`,
    [tx.businessId],
  );
  return rows.map((row) => ({ kind: 'need_without_resource', ...row }));
}
