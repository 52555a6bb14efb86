import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { needSetup, ringServices } from './need-setup.ts';
import { nextPosition } from './reorder.ts';
import { checkedStaff, checkLinks, type StaffDraft } from './staff-draft.ts';
import { saveGivenServices } from './staff-services.ts';

/**
 * A new person at the end of the list.
 * @throws BusinessError `forbidden`, `place_not_found`, `member_not_found`, `sign_in_taken`, `service_not_found`,
 * `too_many`, and those of `checkedStaff`.
 */
export async function createStaff(tx: Tx, draft: StaffDraft): Promise<{ staffId: string; revision: number }> {
  needSetup(tx);
  const person = checkedStaff(draft);
  const staffId = newId();
  await checkLinks(tx, staffId, person);
  await tx.sql(
    `insert into staff (id, business_id, place_id, membership_id, name, about, week, max_per_day, max_per_week, hidden, position, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      staffId,
      tx.businessId,
      person.placeId,
      person.membershipId,
      person.name,
      person.about,
      JSON.stringify(person.week),
      person.maxPerDay,
      person.maxPerWeek,
      person.hidden,
      await nextPosition(tx, 'staff'),
      tx.now,
    ],
  );
  await saveGivenServices(tx, staffId, person.services);
  ringServices(tx);
  return { staffId, revision: 1 };
}
