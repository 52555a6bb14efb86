import { BusinessError } from '#domain/errors.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { isTimeZone } from '#use-cases/settings/update-settings.ts';
import { checkedText, checkedTitle } from './checks.ts';
import { lockRevision } from './lock-revision.ts';
import { needSetup, ringServices } from './need-setup.ts';
import { nextPosition } from './reorder.ts';

export type PlaceDraft = { name: Localized; address: Localized; timeZone: string };

/**
 * A new place. @throws BusinessError `forbidden`, `title_invalid`, `text_too_long`, `time_zone_invalid`, `too_many`.
 */
export async function createPlace(tx: Tx, draft: PlaceDraft): Promise<{ placeId: string; revision: number }> {
  needSetup(tx);
  const place = checked(draft);
  const placeId = newId();
  await tx.sql(
    `insert into place (id, business_id, name, address, time_zone, position, created_at) values (?, ?, ?, ?, ?, ?, ?)`,
    [placeId, tx.businessId, place.name, place.address, place.timeZone, await nextPosition(tx, 'places'), tx.now],
  );
  ringServices(tx);
  return { placeId, revision: 1 };
}

/**
 * Changes a place. Another time zone moves the hours of the people there to its clock; visits stay at their moments.
 * @throws BusinessError as {@link createPlace}, and `place_not_found`, `place_changed`.
 */
export async function changePlace(
  tx: Tx,
  change: { placeId: string; revision: number } & { [Field in keyof PlaceDraft]?: PlaceDraft[Field] | undefined },
): Promise<{ revision: number }> {
  needSetup(tx);
  const { placeId } = change;
  await lockRevision(tx, 'place', { id: placeId, revision: change.revision });
  const [now] = await tx.sql<PlaceDraft>(
    `select name, address, time_zone as "timeZone" from place where business_id = ? and id = ?`,
    [tx.businessId, placeId],
  );
  if (!now) throw new BusinessError('place_not_found', { placeId });
  const place = checked({
    name: change.name ?? now.name,
    address: change.address ?? now.address,
    timeZone: change.timeZone ?? now.timeZone,
  });
  await tx.sql(
    `update place set name = ?, address = ?, time_zone = ?, revision = revision + 1 where business_id = ? and id = ?`,
    [place.name, place.address, place.timeZone, tx.businessId, placeId],
  );
  ringServices(tx);
  return { revision: change.revision + 1 };
}

function checked(draft: PlaceDraft): PlaceDraft {
  if (!isTimeZone(draft.timeZone))
    throw new BusinessError('time_zone_invalid', { path: 'timeZone', timeZone: draft.timeZone.slice(0, 60) });
  return {
    name: checkedTitle(draft.name, 'name'),
    address: checkedText(draft.address, 'address', 300),
    timeZone: draft.timeZone,
  };
}
