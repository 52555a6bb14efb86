/**
 * A write that answers nothing, with its `?` placeholders and their values. `withs`: what it needs before it, as the
 * list of a `with` clause.
 */
export type LateWrite = { table: string; query: string } & (
  | { withs?: string; params: readonly unknown[]; rows?: undefined }
  /**
   * Its only `?` is these rows, as JSON: the same query again adds its rows. `key`: what this write changes, where a
   * second change of the same in one statement would not see the first.
   */
  | { withs?: undefined; params?: undefined; rows: readonly object[]; key?: string }
);

type Pending = {
  table: string;
  query: string;
  withs: string | undefined;
  params: readonly unknown[] | undefined;
  rows: object[];
  keys: Set<string | undefined>;
};

/** Whether the rows of a write could go with those that wait for the same query. */
function joins(known: Pending, write: LateWrite): boolean {
  if (!write.rows || known.params || known.query !== write.query) return false;
  if (write.key !== undefined && known.keys.has(write.key)) return false;
  known.rows.push(...write.rows);
  known.keys.add(write.key);
  return true;
}

/**
 * Writes of one transaction that nobody waits for: they travel together, as one statement, before the next statement or
 * the commit. A move of a run writes its place, its log, its counts and its events so in one round trip.
 *
 * All of them see the rows as they were before the statement, so a table occurs once: a second write to it sends the
 * ones before.
 */
export function lateWrites(run: (query: string, params: readonly unknown[]) => Promise<unknown>) {
  let pending: Pending[] = [];
  const writes = {
    async add(write: LateWrite): Promise<void> {
      const known = pending.find(({ table }) => table === write.table);
      if (known && joins(known, write)) return;
      if (known) await writes.send();
      const { table, query, withs, params, rows = [] } = write;
      pending.push({
        table,
        query,
        withs,
        params,
        rows: [...rows],
        keys: new Set('key' in write ? [write.key] : []),
      });
    },
    async send(): Promise<void> {
      const together = pending;
      pending = [];
      const main = together.at(-1);
      if (!main) return;
      const withs = together.flatMap((write, index) => [
        ...(write.withs === undefined ? [] : [write.withs]),
        ...(write === main ? [] : [`late_${index + 1} as (${write.query})`]),
      ]);
      await run(
        withs.length === 0 ? main.query : `with ${withs.join(', ')} ${main.query}`,
        together.flatMap(({ params, rows }) => params ?? [JSON.stringify(rows)]),
      );
    },
    /** What waits is taken back with the savepoint that it was written after. */
    forget(): void {
      pending = [];
    },
  };
  return writes;
}
