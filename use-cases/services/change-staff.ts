import type { Tx } from '#persistence/with-business.ts';
import { readStaff } from './list-staff.ts';
import { lockRevision } from './lock-revision.ts';
import { needSetup, ringServices } from './need-setup.ts';
import { checkedStaff, checkLinks, type StaffDraft } from './staff-draft.ts';
import { saveGivenServices } from './staff-services.ts';

/** What is left out stays. `revision`: the one that the editor saw. */
export type StaffChange = { [Field in keyof StaffDraft]?: StaffDraft[Field] | undefined } & {
  staffId: string;
  revision: number;
  /** Takes the photo off; another is set by its bytes. */
  removePhoto?: true | undefined;
};

/**
 * Changes a person; visits that are booked stay, also those outside of the new hours.
 * @throws BusinessError `staff_not_found`, `staff_changed`, and those of `createStaff`.
 */
export async function changeStaff(tx: Tx, change: StaffChange): Promise<{ revision: number }> {
  needSetup(tx);
  const { staffId, revision, removePhoto, ...fields } = change;
  await lockRevision(tx, 'staff', { id: staffId, revision });
  const now = await readStaff(tx, { staffId });
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const person = checkedStaff({ ...now, ...given });
  await checkLinks(tx, staffId, person);
  await tx.sql(
    `update staff set place_id = ?, membership_id = ?, name = ?, about = ?, week = ?, max_per_day = ?, max_per_week = ?,
       hidden = ?, photo_id = case when ?::boolean then null else photo_id end, revision = revision + 1
     where business_id = ? and id = ?`,
    [
      person.placeId,
      person.membershipId,
      person.name,
      person.about,
      JSON.stringify(person.week),
      person.maxPerDay,
      person.maxPerWeek,
      person.hidden,
      removePhoto === true,
      tx.businessId,
      staffId,
    ],
  );
  if (change.services) await saveGivenServices(tx, staffId, person.services);
  ringServices(tx);
  return { revision: revision + 1 };
}
