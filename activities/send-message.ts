import { ProviderError } from '#platform/provider-error.ts';
import type { BusinessDoor } from '#persistence/with-business.ts';
import { photoFileId, TelegramError, TelegramFile, type TelegramApi } from '#providers/telegram/port.ts';
import { keepPhotoFile, readPhoto } from '#use-cases/messages/photos.ts';
import type { ClaimedMessage } from '#use-cases/messages/claim-messages.ts';
import type { Outcome } from '#use-cases/messages/record-sending.ts';

const PHOTO = 'takt-photo:';

/** Sends one message and tells what became of it: never throws for what Telegram answers or fails to answer. */
export async function sendMessage(
  context: { withBusiness: BusinessDoor; telegram: TelegramApi; botId: string; businessId: string },
  message: ClaimedMessage,
): Promise<Outcome> {
  try {
    const { payload, photoId } = await payloadFor(context, message);
    const result = await context.telegram.call(message.method, payload);
    if (photoId) await keepUploaded(context, photoId, result);
    return { kind: 'sent', telegramMessageId: messageIdOf(result) };
  } catch (error) {
    if (error instanceof ProviderError) return outcomeOf(error);
    throw error;
  }
}

async function payloadFor(
  context: { withBusiness: BusinessDoor; botId: string; businessId: string },
  message: ClaimedMessage,
): Promise<{ payload: Record<string, unknown>; photoId?: string }> {
  const payload: Record<string, unknown> = { chat_id: message.chatId, ...message.payload };
  if (message.editsTelegramId !== null) payload['message_id'] = message.editsTelegramId;
  const photo = payload['photo'];
  if (typeof photo !== 'string' || !photo.startsWith(PHOTO)) return { payload };
  const photoId = photo.slice(PHOTO.length);
  const found = await context.withBusiness(context.businessId, { kind: 'system', name: 'deliverer' }, (tx) =>
    readPhoto(tx, { photoId, botId: context.botId }),
  );
  if (found.fileId !== null) return { payload: { ...payload, photo: found.fileId } };
  return {
    payload: { ...payload, photo: new TelegramFile(found.content, `photo.${found.mime.slice('image/'.length)}`) },
    photoId,
  };
}

/** Telegram's number of the photo, so that it is uploaded once a bot. */
async function keepUploaded(
  context: { withBusiness: BusinessDoor; botId: string; businessId: string },
  photoId: string,
  result: unknown,
): Promise<void> {
  const fileId = photoFileId(result);
  if (fileId === undefined) return;
  await context.withBusiness(context.businessId, { kind: 'system', name: 'deliverer' }, (tx) =>
    keepPhotoFile(tx, { photoId, botId: context.botId, fileId }),
  );
}

function messageIdOf(result: unknown): number | null {
  const id = (result as { message_id?: unknown } | null)?.message_id;
  return typeof id === 'number' ? id : null;
}

/** What an error means for the ledger. */
export function outcomeOf(error: ProviderError): Outcome {
  if (error.status === 429)
    return { kind: 'later', reason: '429', afterSeconds: error.retryAfterSeconds ?? 1, pauseBot: true };
  // What was asked holds already: an edit to the same text, a message that is gone.
  if (error.status === 400 && /not modified|message to (delete|edit) not found/i.test(error.message))
    return { kind: 'sent', telegramMessageId: null };
  if (error.ambiguous) return { kind: 'unknown' };
  if (error.retryable) return { kind: 'later', reason: error.code, afterSeconds: 2, pauseBot: false };
  return { kind: 'refused', reason: error.message, blocked: error instanceof TelegramError && error.blocked };
}
