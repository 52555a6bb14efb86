import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { checkedName } from './checks.ts';
import { needSetup, ringServices } from './need-setup.ts';
import { nextPosition } from './reorder.ts';

/** A new room or piece of equipment of a place. @throws BusinessError `forbidden`, `title_invalid`, `place_not_found`, `too_many`. */
export async function createResource(
  tx: Tx,
  draft: { placeId: string; kind: 'room' | 'equipment'; name: string },
): Promise<{ resourceId: string }> {
  needSetup(tx);
  const name = checkedName(draft.name, 'name');
  const [place] = await tx.sql(
    'select 1 from place where business_id = ? and id = ? and removed_at is null for share',
    [tx.businessId, draft.placeId],
  );
  if (!place) throw new BusinessError('place_not_found', { path: 'placeId', placeId: draft.placeId });
  const resourceId = newId();
  await tx.sql(
    `insert into resource (id, business_id, place_id, kind, name, position, created_at) values (?, ?, ?, ?, ?, ?, ?)`,
    [resourceId, tx.businessId, draft.placeId, draft.kind, name, await nextPosition(tx, 'resources'), tx.now],
  );
  ringServices(tx);
  return { resourceId };
}

/** @throws BusinessError `forbidden`, `title_invalid`, `resource_not_found`. */
export async function changeResource(
  tx: Tx,
  change: { resourceId: string; name?: string | undefined; kind?: 'room' | 'equipment' | undefined },
): Promise<void> {
  needSetup(tx);
  const name = change.name === undefined ? null : checkedName(change.name, 'name');
  const [changed] = await tx.sql(
    `update resource set name = coalesce(?, name), kind = coalesce(?, kind)
     where business_id = ? and id = ? and removed_at is null returning id`,
    [name, change.kind ?? null, tx.businessId, change.resourceId],
  );
  if (!changed) throw new BusinessError('resource_not_found', { resourceId: change.resourceId });
  ringServices(tx);
}
