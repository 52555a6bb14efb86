import { occupations } from '#domain/bookings/occupations.ts';
import type { Slot, VisitItem } from '#domain/bookings/slot-facts.ts';
import { BusinessError } from '#domain/errors.ts';
import { errorCode, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

/** Somebody else was faster: the constraint of the database, or the last seat. */
const OVERLAP = '23P01';

/**
 * Writes who and what a visit takes. The database refuses an overlap, whoever comes second; then nothing of `also` is
 * written either. Ids in ascending order, so that two bookings never wait for each other.
 * @throws BusinessError `slot_taken` (without near times: the caller knows what was wanted).
 */
export async function holdTime(
  tx: Tx,
  held: { bookingId: string; slot: Slot; items: readonly VisitItem[] },
  also: () => Promise<void>,
): Promise<void> {
  try {
    await tx.savepoint(async () => {
      await also();
      await writeOccupations(tx, { bookingId: held.bookingId, sessionId: null }, held);
    });
  } catch (error) {
    if (errorCode(error) === OVERLAP) throw new BusinessError('slot_taken', { refusal: 'staff_busy' });
    throw error;
  }
}

/** What a visit by itself, or a session for all who come to it, takes. */
export async function writeOccupations(
  tx: Tx,
  by: { bookingId: string | null; sessionId: string | null },
  { slot, items }: { slot: Slot; items: readonly VisitItem[] },
): Promise<void> {
  const rows = occupations(slot, items).flatMap(({ resourceId, spans }) =>
    spans.map(({ from, to }) => ({
      id: newId(),
      resource_id: resourceId,
      from_at: new Date(from).toISOString(),
      to_at: new Date(to).toISOString(),
    })),
  );
  await tx.sql(
    `insert into occupation (id, business_id, resource_id, booking_id, session_id, from_at, to_at)
     select r.id, ?, r.resource_id, ?::uuid, ?::uuid, r.from_at, r.to_at
     from jsonb_to_recordset(?::jsonb) as r (id uuid, resource_id uuid, from_at timestamptz, to_at timestamptz)
     order by r.resource_id, r.from_at`,
    [tx.businessId, by.bookingId, by.sessionId, JSON.stringify(rows)],
  );
}

export async function releaseTime(tx: Tx, bookingId: string): Promise<void> {
  await tx.sql('delete from occupation where business_id = ? and booking_id = ?', [tx.businessId, bookingId]);
}
