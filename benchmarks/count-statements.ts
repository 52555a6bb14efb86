import pg from 'pg';

/** The statements that `work` sends to Postgres from this process, in order, without their values and the doorbell's. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const prototype = pg.Client.prototype as { query: (...given: unknown[]) => unknown };
  const query = prototype.query;
  prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given;
    statements.push((typeof first === 'string' ? first : String((first as { text?: string }).text)).trim());
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  // The doorbell rings on a connection of its own, once for many transactions.
  return statements.filter((text) => !text.startsWith('select pg_notify'));
}
