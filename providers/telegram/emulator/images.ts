import { createHash } from 'node:crypto';
import { badRequest, Refusal } from './refusal.ts';
import type { Bot, PhotoSize, StoredFile, World } from './world.ts';
import { isUpload, type Params } from './spec.ts';

const maxPhotoBytes = 10 * 1024 * 1024;

/** A photo from bytes, a file id or an address, as Telegram would store it. @throws Refusal */
export async function takePhoto(world: World, bot: Bot, given: unknown, params: Params): Promise<PhotoSize[]> {
  const attached =
    typeof given === 'string' && given.startsWith('attach://') ? params[given.slice('attach://'.length)] : given;
  if (isUpload(attached)) return [store(world, bot, attached.bytes)];
  if (typeof attached !== 'string' || attached === '') throw badRequest('there is no photo in the request');
  if (/^https?:\/\//.test(attached)) return [store(world, bot, await download(attached))];
  const file = world.files.get(attached);
  if (!file || file.botId !== bot.id) throw badRequest('wrong file identifier/HTTP URL specified');
  return [sizeOf(file)];
}

function store(world: World, bot: Bot, bytes: Buffer): PhotoSize {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > maxPhotoBytes) throw new Refusal(413, 'Request Entity Too Large');
  const size = imageSize(bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  if (size.width + size.height > 10_000 || Math.max(size.width, size.height) > 20 * Math.min(size.width, size.height)) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
  const unique = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  const fileId = `AgACAgIAAxk${bot.id.toString(36)}_${unique}`;
  const file: StoredFile = {
    file_id: fileId,
    file_unique_id: unique,
    botId: bot.id,
    path: `photos/file_${unique}.${size.kind}`,
    width: size.width,
    height: size.height,
    size: bytes.length,
  };
  if (!world.files.has(fileId)) world.saveFile(file, bytes);
  return sizeOf(file);
}

const sizeOf = (file: StoredFile): PhotoSize => ({
  file_id: file.file_id,
  file_unique_id: file.file_unique_id,
  width: file.width,
  height: file.height,
  file_size: file.size,
});

async function download(url: string): Promise<Buffer> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw new Error(String(answer.status));
    return Buffer.from(await answer.arrayBuffer());
  } catch {
    throw badRequest('failed to get HTTP URL content');
  }
}

export const mimeOf: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

function imageSize(bytes: Buffer): { kind: string; width: number; height: number } | undefined {
  if (bytes.length < 24) return undefined;
  if (bytes.readUInt32BE(0) === 0x89504e47)
    return { kind: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.toString('latin1', 0, 3) === 'GIF')
    return { kind: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return webpSize(bytes);
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes);
  return undefined;
}

function webpSize(bytes: Buffer): { kind: string; width: number; height: number } | undefined {
  const chunk = bytes.toString('latin1', 12, 16);
  if (bytes.length < 30) return undefined;
  if (chunk === 'VP8X')
    return { kind: 'webp', width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (chunk === 'VP8 ')
    return { kind: 'webp', width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  const bits = bytes.readUInt32LE(21);
  return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

function jpegSize(bytes: Buffer): { kind: string; width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { kind: 'jpg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
