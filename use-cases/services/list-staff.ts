import type { WeekPlan } from '#domain/bookings/slot-facts.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import type { StaffDraft } from './staff-draft.ts';
import type { GivenService } from './staff-services.ts';

export type StaffInList = Omit<StaffDraft, 'services'> & {
  staffId: string;
  photoId: string | null;
  revision: number;
  services: GivenService[];
  /** Whether the one who asks signs in as this person. */
  you: boolean;
};

type Row = {
  id: string;
  place_id: string;
  membership_id: string | null;
  user_id: string | null;
  name: string;
  about: Localized;
  photo_id: string | null;
  week: WeekPlan;
  max_per_day: number | null;
  max_per_week: number | null;
  hidden: boolean;
  revision: number;
  services: GivenService[];
};

/** Who works here, hidden people too, in the owner's order. At most 200. */
export async function listStaff(tx: Tx): Promise<{ staff: StaffInList[] }> {
  return { staff: await read(tx, '', []) };
}

/** @throws BusinessError `staff_not_found`. */
export async function readStaff(tx: Tx, input: { staffId: string }): Promise<StaffInList> {
  const [person] = await read(tx, 'and w.id = ?', [input.staffId]);
  if (!person) throw new BusinessError('staff_not_found', { staffId: input.staffId });
  return person;
}

async function read(tx: Tx, which: string, params: readonly unknown[]): Promise<StaffInList[]> {
  const rows = await tx.sql<Row>(
    `select w.*, m.user_id,
       (select coalesce(jsonb_agg(jsonb_build_object('serviceId', s.id, 'priceMinor', x.price_minor,
          'durationMinutes', x.duration_minutes) order by s.position, s.id), '[]')
        from staff_service x join service s on s.business_id = x.business_id and s.id = x.service_id and s.removed_at is null
        where x.business_id = w.business_id and x.staff_id = w.id) as services
     from staff w left join membership m on m.business_id = w.business_id and m.id = w.membership_id
     where w.business_id = ? and w.removed_at is null ${which} order by w.position, w.id limit 200`,
    [tx.businessId, ...params],
  );
  const me = tx.actor.kind === 'user' ? tx.actor.userId : null;
  return rows.map((row) => ({
    staffId: row.id,
    placeId: row.place_id,
    membershipId: row.membership_id,
    name: row.name,
    about: row.about,
    photoId: row.photo_id,
    week: row.week,
    maxPerDay: row.max_per_day,
    maxPerWeek: row.max_per_week,
    hidden: row.hidden,
    revision: row.revision,
    services: row.services,
    you: me !== null && row.user_id === me,
  }));
}
