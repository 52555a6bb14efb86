import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

const PHOTO_BYTES = 5 * 1024 * 1024;
const signatures: readonly { mime: string; starts: string }[] = [
  { mime: 'image/jpeg', starts: 'ffd8ff' },
  { mime: 'image/png', starts: '89504e470d0a1a0a' },
  { mime: 'image/webp', starts: '52494646' },
];

/**
 * Keeps the bytes of a picture and answers its id. The bytes say what it is, whatever the caller claims.
 * @throws BusinessError `photo_invalid`, `photo_too_large`.
 */
export async function storePhoto(tx: Tx, input: { bytes: Buffer; mime: string }): Promise<string> {
  if (input.bytes.length > PHOTO_BYTES)
    throw new BusinessError('photo_too_large', { bytes: input.bytes.length, max: PHOTO_BYTES });
  const head = input.bytes.subarray(0, 8).toString('hex');
  const mime = signatures.find((signature) => head.startsWith(signature.starts))?.mime;
  if (!mime) throw new BusinessError('photo_invalid', { mime: input.mime });
  const photoId = newId();
  await tx.sql('insert into photo (id, business_id, content, mime, created_at) values (?, ?, ?, ?, ?)', [
    photoId,
    tx.businessId,
    input.bytes,
    mime,
    tx.now,
  ]);
  return photoId;
}
