import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';

/** The bytes of a photo. They never change under an id. @throws BusinessError `photo_not_found`. */
export async function readPhoto(tx: Tx, input: { photoId: string }): Promise<{ content: Buffer; mime: string }> {
  const [row] = await tx.sql<{ content: Buffer; mime: string }>(
    'select content, mime from photo where business_id = ? and id = ?',
    [tx.businessId, input.photoId],
  );
  if (!row) throw new BusinessError('photo_not_found', { photoId: input.photoId });
  return row;
}
