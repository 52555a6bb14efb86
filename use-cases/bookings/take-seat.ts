import type { Slot } from '#domain/bookings/slot-facts.ts';
import { BusinessError } from '#domain/errors.ts';
import { errorCode, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { writeOccupations } from './hold-time.ts';
import type { Offer } from './read-offer.ts';

/**
 * A seat in a group: the session is made by the first who comes, and its counter is locked while it is counted.
 * @throws BusinessError `slot_taken`; what the caller has loaded is then forgotten, and the transaction goes no further.
 */
export async function takeSeat(tx: Tx, offer: Offer, slot: Slot): Promise<string> {
  try {
    return await tx.savepoint(() => countIn(tx, offer, slot));
  } catch (error) {
    // The person or the room was taken by something else just now.
    if (errorCode(error) === '23P01') throw new BusinessError('slot_taken', { refusal: 'staff_busy' });
    throw error;
  }
}

async function countIn(tx: Tx, offer: Offer, slot: Slot): Promise<string> {
  const [item] = offer.items;
  const [part] = slot.items;
  if (!item || !part) throw new BusinessError('visit_empty', {});
  const id = newId();
  // One statement, so that the second of two who open a session at once waits and takes a seat in it.
  const [seat] = await tx.sql<{ id: string }>(
    `insert into group_session (id, business_id, service_id, staff_id, place_id, starts_at, ends_at, capacity, taken, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
     on conflict (business_id, staff_id, service_id, starts_at) do update set taken = group_session.taken + 1
       where group_session.taken < group_session.capacity
     returning id`,
    [
      id,
      tx.businessId,
      item.serviceId,
      part.staffId,
      offer.place.id,
      slot.startsAt,
      slot.endsAt,
      item.capacity,
      tx.now,
    ],
  );
  if (!seat) throw new BusinessError('slot_taken', { refusal: 'group_full' });
  // A slot of a session that is there already takes nothing more.
  if (seat.id === id)
    await writeOccupations(
      tx,
      { bookingId: null, sessionId: id },
      { slot: { ...slot, sessionId: null }, items: offer.items },
    );
  return seat.id;
}

/** Gives a seat back; the session of the last one who left is no more, and its time is free. */
export async function leaveSeat(tx: Tx, sessionId: string): Promise<void> {
  await tx.sql('update group_session set taken = taken - 1 where business_id = ? and id = ?', [
    tx.businessId,
    sessionId,
  ]);
  await tx.sql('update booking set session_id = null where business_id = ? and session_id = ? and state = ?', [
    tx.businessId,
    sessionId,
    'cancelled',
  ]);
  await tx.sql('delete from group_session where business_id = ? and id = ? and taken = 0', [tx.businessId, sessionId]);
}
