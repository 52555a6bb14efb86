/**
 * A write that answers nothing, with its `?` placeholders and their values. `withs`: what it needs before it, as the
 * list of a `with` clause.
 */
export type LateWrite = { table: string; withs?: string; query: string; params: readonly unknown[] };

/**
 * Writes of one transaction that nobody waits for: they travel together, as one statement, before the next statement or
 * the commit. A move of a run writes its place, its log, its counts and its events so in one round trip.
 *
 * All of them see the rows as they were before the statement, so a table occurs once: a second write to it sends the
 * ones before.
 */
export function lateWrites(run: (query: string, params: readonly unknown[]) => Promise<unknown>) {
  let pending: LateWrite[] = [];
  const writes = {
    async add(write: LateWrite): Promise<void> {
      if (pending.some(({ table }) => table === write.table)) await writes.send();
      pending.push(write);
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
        together.flatMap(({ params }) => params),
      );
    },
    /** What waits is taken back with the savepoint that it was written after. */
    forget(): void {
      pending = [];
    },
  };
  return writes;
}
