import type { Tx } from '#persistence/with-business.ts';
import { storePhoto } from '#use-cases/photos/store-photo.ts';
import { lockRevision } from './lock-revision.ts';
import { needSetup, ringServices } from './need-setup.ts';

type Picture = { bytes: Buffer; mime: string };

/** @throws BusinessError `forbidden`, `service_not_found`, `photo_invalid`, `photo_too_large`. */
export const setServicePhoto = (tx: Tx, input: Picture & { serviceId: string }): Promise<SetPhoto> =>
  setPhoto(tx, 'service', input.serviceId, input);

/** @throws BusinessError `forbidden`, `staff_not_found`, `photo_invalid`, `photo_too_large`. */
export const setStaffPhoto = (tx: Tx, input: Picture & { staffId: string }): Promise<SetPhoto> =>
  setPhoto(tx, 'staff', input.staffId, input);

type SetPhoto = { photoId: string; revision: number };

async function setPhoto(tx: Tx, table: 'service' | 'staff', id: string, picture: Picture): Promise<SetPhoto> {
  needSetup(tx);
  const { revision } = await lockRevision(tx, table, { id });
  const photoId = await storePhoto(tx, picture);
  await tx.sql(`update ${table} set photo_id = ?, revision = revision + 1 where business_id = ? and id = ?`, [
    photoId,
    tx.businessId,
    id,
  ]);
  ringServices(tx);
  return { photoId, revision: revision + 1 };
}
