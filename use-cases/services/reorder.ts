import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { uuidArray } from '#use-cases/bookings/sql-values.ts';
import { needSetup, ringServices } from './need-setup.ts';

const tables = {
  services: { table: 'service', most: 500 },
  categories: { table: 'service_category', most: 60 },
  staff: { table: 'staff', most: 200 },
  places: { table: 'place', most: 50 },
  resources: { table: 'resource', most: 300 },
} as const;
export type Ordered = keyof typeof tables;

/**
 * Puts what is named into this order; the places that they had among the others are kept. Somebody who edits one of
 * them meanwhile is not disturbed.
 */
export async function reorder(tx: Tx, what: Ordered, ids: readonly string[]): Promise<void> {
  needSetup(tx);
  const { table } = tables[what];
  await tx.sql('select id from business where id = ? for update', [tx.businessId]);
  const rows = await tx.sql<{ id: string; position: number }>(
    `select id, position from ${table} where business_id = ? and id = any(?::uuid[])`,
    [tx.businessId, uuidArray(ids)],
  );
  const known = new Set(rows.map(({ id }) => id));
  const wanted = [...new Set(ids)].filter((id) => known.has(id));
  const positions = rows.map(({ position }) => position).sort((one, other) => one - other);
  // Two that were given one position are told apart from now on.
  positions.forEach((position, index) => {
    const before = positions[index - 1];
    if (before !== undefined && position <= before) positions[index] = before + 1;
  });
  await tx.sql(
    `update ${table} t set position = o.position from jsonb_to_recordset(?::jsonb) as o (id uuid, position int)
     where t.business_id = ? and t.id = o.id`,
    [JSON.stringify(wanted.map((id, index) => ({ id, position: positions[index] }))), tx.businessId],
  );
  ringServices(tx);
}

/** The place after the last. @throws BusinessError `too_many` when there are as many as a business can have. */
export async function nextPosition(tx: Tx, what: Ordered): Promise<number> {
  const { table, most } = tables[what];
  const left = what === 'categories' ? '' : 'and removed_at is null';
  const [row] = await tx.sql<{ last: number | null; count: number }>(
    `select max(position) as last, count(*) filter (where true ${left}) as count from ${table} where business_id = ?`,
    [tx.businessId],
  );
  if ((row?.count ?? 0) >= most) throw new BusinessError('too_many', { most });
  return (row?.last ?? -1) + 1;
}
