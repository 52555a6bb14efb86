/** Ids as the text of a Postgres array, for `any(?::uuid[])`. */
export const uuidArray = (ids: Iterable<string>): string => `{${[...new Set(ids)].join(',')}}`;
