import { BusinessError } from '#domain/errors.ts';
import { errorCode, actorName, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { ringBookings } from './booking-rows.ts';
import { needOwnTime } from './who-acts.ts';

/** So long before a moment a block that covers it may begin. */
export const LONGEST_BLOCK_MS = 31 * 24 * 3_600_000;

/**
 * Takes time of a person, a room or a piece of equipment, so that nothing is booked there.
 * @throws BusinessError `block_invalid`, `block_overlaps`, `staff_not_found`, `forbidden`.
 */
export async function blockTime(
  tx: Tx,
  input: { resourceId: string; from: Date; to: Date; note: string },
): Promise<{ blockId: string }> {
  const ms = input.to.getTime() - input.from.getTime();
  if (!(ms > 0) || ms > LONGEST_BLOCK_MS) throw new BusinessError('block_invalid', { path: 'to' });
  await needOwnTime(tx, input.resourceId);
  const [known] = await tx.sql(
    `select id from staff where business_id = ? and id = ? and removed_at is null
     union all select id from resource where business_id = ? and id = ? and removed_at is null`,
    [tx.businessId, input.resourceId, tx.businessId, input.resourceId],
  );
  if (!known) throw new BusinessError('staff_not_found', { staffId: input.resourceId });
  const blockId = newId();
  try {
    await tx.savepoint(async () => {
      await tx.sql(
        'insert into time_block (id, business_id, resource_id, from_at, to_at, note, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
        [
          blockId,
          tx.businessId,
          input.resourceId,
          input.from,
          input.to,
          input.note.trim().slice(0, 200),
          actorName(tx.actor),
          tx.now,
        ],
      );
      await tx.sql(
        'insert into occupation (id, business_id, resource_id, block_id, from_at, to_at) values (?, ?, ?, ?, ?, ?)',
        [newId(), tx.businessId, input.resourceId, blockId, input.from, input.to],
      );
    });
  } catch (error) {
    if (errorCode(error) === '23P01') throw new BusinessError('block_overlaps', {});
    throw error;
  }
  ringBookings(tx);
  return { blockId };
}

/** @throws BusinessError `block_not_found`, `forbidden`. */
export async function unblockTime(tx: Tx, input: { blockId: string }): Promise<void> {
  const [block] = await tx.sql<{ resource_id: string }>(
    'select resource_id from time_block where business_id = ? and id = ? for update',
    [tx.businessId, input.blockId],
  );
  if (!block) throw new BusinessError('block_not_found', {});
  await needOwnTime(tx, block.resource_id);
  await tx.sql('delete from time_block where business_id = ? and id = ?', [tx.businessId, input.blockId]);
  ringBookings(tx);
}
