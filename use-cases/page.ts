/** Keyset paging: the place after which the next page begins, opaque to callers. */
export function writeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @returns the parts, or undefined when the text is not a cursor of `length` parts. */
export function readCursor(text: string | undefined, length: number): (string | number)[] | undefined {
  if (!text) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== length) return undefined;
    return parts.every((part) => typeof part === 'string' || typeof part === 'number') ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** A moment of a row as an ISO string with microseconds kept away: what JSON carries. */
export function iso(value: Date | string): string {
  return value instanceof Date ? value.toISOString() : new Date(value).toISOString();
}

export function isoOrNull(value: Date | string | null): string | null {
  return value === null ? null : iso(value);
}

/** Makes a text safe inside an ILIKE pattern. */
export function likePattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
