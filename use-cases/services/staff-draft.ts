import type { WeekPlan } from '#domain/bookings/slot-facts.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { checkWeek } from './check-day-plan.ts';
import { checkedName, checkedText, checkNumber } from './checks.ts';
import type { GivenService } from './staff-services.ts';

/** Somebody who gives services, as the owner edits them. */
export type StaffDraft = {
  placeId: string;
  /** Who signs in as this person, if anybody. */
  membershipId: string | null;
  name: string;
  about: Localized;
  /** Seven days from Monday. */
  week: WeekPlan;
  maxPerDay: number | null;
  maxPerWeek: number | null;
  hidden: boolean;
  services: readonly GivenService[];
};

/**
 * The draft with its texts in order. @throws BusinessError `title_invalid`, `text_too_long`, `setting_invalid`,
 * `hours_invalid`, and those of `checkDayPlan`, each with the path.
 */
export function checkedStaff(draft: StaffDraft): StaffDraft {
  const name = checkedName(draft.name, 'name');
  if (draft.maxPerDay !== null) checkNumber(draft.maxPerDay, { path: 'maxPerDay', min: 1, max: 500 });
  if (draft.maxPerWeek !== null) checkNumber(draft.maxPerWeek, { path: 'maxPerWeek', min: 1, max: 2_000 });
  if (draft.services.length > 500) throw new BusinessError('setting_invalid', { path: 'services', min: 0, max: 500 });
  checkWeek(draft.week, 'week');
  return { ...draft, name, about: checkedText(draft.about, 'about', 800) };
}

/** @throws BusinessError `place_not_found`, `member_not_found`, `sign_in_taken`. */
export async function checkLinks(tx: Tx, staffId: string, draft: StaffDraft): Promise<void> {
  const [place] = await tx.sql(
    'select 1 from place where business_id = ? and id = ? and removed_at is null for share',
    [tx.businessId, draft.placeId],
  );
  if (!place) throw new BusinessError('place_not_found', { path: 'placeId', placeId: draft.placeId });
  if (draft.membershipId === null) return;
  // Locked: two people cannot take one sign-in at once.
  const [member] = await tx.sql('select 1 from membership where business_id = ? and id = ? for update', [
    tx.businessId,
    draft.membershipId,
  ]);
  if (!member) throw new BusinessError('member_not_found', { path: 'membershipId', memberId: draft.membershipId });
  const [other] = await tx.sql<{ name: string }>(
    'select name from staff where business_id = ? and membership_id = ? and id <> ? and removed_at is null',
    [tx.businessId, draft.membershipId, staffId],
  );
  if (other) throw new BusinessError('sign_in_taken', { path: 'membershipId', name: other.name });
}
