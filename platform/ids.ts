import { v7 } from 'uuid';

/** A new id: uuid of version 7, so that ids made later sort later and indexes grow at one end. */
export const newId = (): string => v7();

/** The id in 22 characters, for places that count bytes, such as Telegram's callback data. */
export function shortId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The reverse of {@link shortId}; undefined when it is none. */
export function longId(short: string): string | undefined {
  const hex = Buffer.from(short, 'base64url').toString('hex');
  if (hex.length !== 32) return undefined;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
