import { holds, type Condition } from '#automation/conditions.ts';
import type { Tx } from '#persistence/with-business.ts';
import { readFacts } from '#use-cases/automations/read-facts.ts';
import { conditionSql } from './condition-sql.ts';

export type Audience = { audience: Condition | null; zone?: string | null | undefined };

/**
 * The next contacts of an audience by id. A condition that SQL cannot serve is asked of each contact's facts, so a page
 * may come back short: `cursor` alone says whether there is more.
 */
export async function findAudience(
  tx: Tx,
  input: Audience & { after: string | null; limit: number },
): Promise<{ contactIds: string[]; cursor: string | null }> {
  const served = whereOf(input.audience, tx.now);
  const rows = await tx.sql<{ id: string }>(
    `select c.id from contact c join business b on b.id = c.business_id
     where c.business_id = ? and (?::uuid is null or c.id > ?::uuid) and (?::text is null or coalesce(c.time_zone, b.time_zone) = ?)
       and ${served.sql} order by c.id limit ?`,
    [tx.businessId, input.after, input.after, input.zone ?? null, input.zone ?? null, ...served.params, input.limit],
  );
  const cursor = rows.length === input.limit ? (rows.at(-1)?.id ?? null) : null;
  if (served.exact) return { contactIds: rows.map((row) => row.id), cursor };
  const contactIds: string[] = [];
  for (const { id } of rows) {
    const facts = await readFacts(tx, { contactId: id, trigger: {}, subjectId: null });
    if (input.audience && holds(input.audience, facts, tx.now)) contactIds.push(id);
  }
  return { contactIds, cursor };
}

/** How many there are, and a few of them to look at. `exact` false: at most so many, the rest is asked one by one. */
export async function previewAudience(
  tx: Tx,
  input: Audience,
): Promise<{ count: number; exact: boolean; sample: { contactId: string; name: string }[] }> {
  const served = whereOf(input.audience, tx.now);
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from contact c join business b on b.id = c.business_id where c.business_id = ? and ${served.sql}`,
    [tx.businessId, ...served.params],
  );
  const { contactIds } = await findAudience(tx, { ...input, after: null, limit: 20 });
  const names = await tx.sql<{ id: string; name: string }>(
    'select id, name from contact where business_id = ? and id = any(?::uuid[]) order by id',
    [tx.businessId, `{${contactIds.join(',')}}`],
  );
  return {
    count: row?.count ?? 0,
    exact: served.exact,
    sample: names.map(({ id, name }) => ({ contactId: id, name })),
  };
}

function whereOf(audience: Condition | null, now: Date): { sql: string; params: unknown[]; exact: boolean } {
  if (audience === null) return { sql: 'true', params: [], exact: true };
  const served = conditionSql(audience, now);
  return served ? { ...served, exact: true } : { sql: 'true', params: [], exact: false };
}
