import type { Tx } from '#persistence/with-business.ts';

/** A picture, or Telegram's number of it when this bot has uploaded it before. */
export async function readPhoto(
  tx: Tx,
  input: { photoId: string; botId: string },
): Promise<{ fileId: string; content: null; mime: string } | { fileId: null; content: Buffer; mime: string }> {
  const [known] = await tx.sql<{ file_id: string }>(
    'select file_id from photo_file where business_id = ? and photo_id = ? and bot_id = ?',
    [tx.businessId, input.photoId, input.botId],
  );
  if (known) return { fileId: known.file_id, content: null, mime: '' };
  const [photo] = await tx.sql<{ content: Buffer; mime: string }>(
    'select content, mime from photo where business_id = ? and id = ?',
    [tx.businessId, input.photoId],
  );
  if (!photo) throw new Error(`photo ${input.photoId} is not there`);
  return { fileId: null, content: photo.content, mime: photo.mime };
}

export async function keepPhotoFile(tx: Tx, input: { photoId: string; botId: string; fileId: string }): Promise<void> {
  await tx.sql(
    'insert into photo_file (business_id, photo_id, bot_id, file_id) values (?, ?, ?, ?) on conflict (business_id, photo_id, bot_id) do update set file_id = excluded.file_id',
    [tx.businessId, input.photoId, input.botId, input.fileId],
  );
}
