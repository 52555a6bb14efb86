import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';

/**
 * Locks a row that is edited, and refuses an edit of something that changed meanwhile: nothing is lost.
 * @throws BusinessError `service_not_found`, `service_changed` and so on.
 */
export async function lockRevision(
  tx: Tx,
  table: 'place' | 'service' | 'staff',
  seen: { id: string; revision?: number | undefined },
): Promise<{ revision: number }> {
  const [row] = await tx.sql<{ revision: number }>(
    `select revision from ${table} where business_id = ? and id = ? and removed_at is null for update`,
    [tx.businessId, seen.id],
  );
  if (!row) throw new BusinessError(`${table}_not_found`, { [`${table}Id`]: seen.id });
  if (seen.revision !== undefined && row.revision !== seen.revision)
    throw new BusinessError(`${table}_changed`, { [`${table}Id`]: seen.id, revision: row.revision });
  return row;
}
