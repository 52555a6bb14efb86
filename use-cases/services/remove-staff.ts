import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { bookingsAhead } from './bookings-ahead.ts';
import { lockRevision } from './lock-revision.ts';
import { needSetup, ringServices } from './need-setup.ts';

/**
 * Somebody leaves: nobody books them any more. What is booked with them forces a decision: move it first, or `keep`
 * it with them. The lock on the row lets a booking that is being made with them be finished and counted.
 * @throws BusinessError `forbidden`, `staff_not_found`, `staff_has_bookings`.
 */
export async function removeStaff(
  tx: Tx,
  input: { staffId: string; then?: { kind: 'keep' } | undefined },
): Promise<{ kept: number }> {
  needSetup(tx);
  await lockRevision(tx, 'staff', { id: input.staffId });
  const ahead = await bookingsAhead(tx, input);
  if (ahead.count > 0 && input.then?.kind !== 'keep')
    throw new BusinessError('staff_has_bookings', { staffId: input.staffId, count: ahead.count, from: ahead.from });
  await tx.sql(
    'update staff set hidden = true, removed_at = ?, revision = revision + 1 where business_id = ? and id = ?',
    [tx.now, tx.businessId, input.staffId],
  );
  ringServices(tx);
  return { kept: ahead.count };
}
