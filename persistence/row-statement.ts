/**
 * A statement that is asked for one row and can answer many: its only `?` is the rows as JSON, and it answers `n` with
 * what belongs to which row. Works that go in step ask it once for all of theirs.
 */
export type RowStatement<Row extends object, Answer> = {
  readonly query: string;
  /** Never there: what a row must be made of, and what comes back. */
  readonly types?: (row: Row) => Answer;
};

/** The types of a row's columns, as SQL names them. */
type Columns<Row extends object> = Readonly<Record<keyof Row & string, string>>;

/**
 * @param columns of the rows given, by name; `n` is added.
 * @param query with the rows given as a relation, `given`, in its place.
 */
export function rowStatement<Row extends object, Answer = unknown>(
  columns: Columns<Row>,
  query: (given: string) => string,
): RowStatement<Row, Answer> {
  return { query: query(givenRows(columns)) };
}

/** Rows that come as JSON, to stand in a `from`. */
export function givenRows(columns: Readonly<Record<string, string>>): string {
  return `jsonb_to_recordset(?::jsonb) as given (${typed({ ...columns, n: 'int' })})`;
}

/** {@link givenRows} of a write that nobody waits for, in the order in which they were given. */
export function givenInOrder(columns: Readonly<Record<string, string>>): string {
  return `rows from (jsonb_to_recordset(?::jsonb) as (${typed(columns)})) with ordinality as given (${Object.keys(columns).join(', ')}, place) order by place`;
}

const typed = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');

export type RowAnswer<Answer> = Answer & { n: number };

/** The one parameter of a {@link RowStatement}. */
export const asGiven = (rows: readonly object[]): string => JSON.stringify(rows.map((row, n) => ({ ...row, n })));
