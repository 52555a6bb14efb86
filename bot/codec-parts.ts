import { longId, shortId } from '#platform/ids.ts';

/** How one kind of press is written into a button and read back. */
export type Codec<P extends { do: string }> = {
  /** What stands before the first colon; never changes, since old messages keep their buttons. */
  word: string;
  write(press: P): readonly string[];
  read(parts: readonly string[]): P | undefined;
};

/** A codec for every kind of a union of presses. */
export type Codecs<P extends { do: string }> = { [K in P['do']]: Codec<Extract<P, { do: K }>> };

export function plain<P extends { do: string }>(kind: P['do'], word: string): Codec<P> {
  return { word, write: () => [], read: (parts) => (parts.length === 0 ? ({ do: kind } as P) : undefined) };
}

export function withId<P extends { do: string }>(kind: P['do'], word: string, field: string): Codec<P> {
  return {
    word,
    write: (press) => [shortId((press as unknown as Record<string, string>)[field] ?? '')],
    read: ([short]) => {
      const id = readId(short);
      return id === undefined ? undefined : ({ do: kind, [field]: id } as unknown as P);
    },
  };
}

export const readId = (short: string | undefined): string | undefined =>
  short === undefined ? undefined : longId(short);

export const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A day that calendars know: no 30th of February. */
export const isDay = (text: string | undefined): text is string =>
  isDate(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export function readNumber(text: string | undefined, from: number, to: number): number | undefined {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= from && value <= to ? value : undefined;
}

/** One of a closed set, which stands in the button as it is. */
export const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T | undefined =>
  all.find((one) => one === text);
