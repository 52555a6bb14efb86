/** An id that nothing has. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Ids as the text of a Postgres array, for `any(?::uuid[])`. */
export const uuidArray = (ids: Iterable<string>): string => `{${[...new Set(ids)].join(',')}}`;
