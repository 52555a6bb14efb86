import { occupations } from '#domain/bookings/occupations.ts';
import type { Slot } from '#domain/bookings/slot-facts.ts';
import { BusinessError } from '#domain/errors.ts';
import { errorCode, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import type { Offer } from './read-offer.ts';

/**
 * A seat in a group: the session is made by the first who comes, and its counter is locked while it is counted.
 * @throws BusinessError `slot_taken`.
 */
export async function takeSeat(tx: Tx, offer: Offer, slot: Slot): Promise<string> {
  const [item] = offer.items;
  const [part] = slot.items;
  if (!item || !part) throw new BusinessError('visit_empty', {});
  const key = [tx.businessId, part.staffId, item.serviceId, slot.startsAt];
  const taken = await tx.sql<{ id: string }>(
    `update group_session set taken = taken + 1
     where business_id = ? and staff_id = ? and service_id = ? and starts_at = ? and taken < capacity returning id`,
    key,
  );
  if (taken[0]) return taken[0].id;
  try {
    return await tx.savepoint(() => openSession(tx, offer, slot));
  } catch (error) {
    // 23505: another opened the same session just now; 23P01: the person was taken by something else.
    if (errorCode(error) !== '23505' && errorCode(error) !== '23P01') throw error;
    const [seat] = await tx.sql<{ id: string }>(
      `update group_session set taken = taken + 1
       where business_id = ? and staff_id = ? and service_id = ? and starts_at = ? and taken < capacity returning id`,
      key,
    );
    if (seat) return seat.id;
    throw new BusinessError('slot_taken', { refusal: errorCode(error) === '23505' ? 'group_full' : 'staff_busy' });
  }
}

async function openSession(tx: Tx, offer: Offer, slot: Slot): Promise<string> {
  const [item] = offer.items;
  const [part] = slot.items;
  const id = newId();
  await tx.sql(
    `insert into group_session (id, business_id, service_id, staff_id, place_id, starts_at, ends_at, capacity, taken, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
    [
      id,
      tx.businessId,
      item?.serviceId,
      part?.staffId,
      offer.place.id,
      slot.startsAt,
      slot.endsAt,
      item?.capacity,
      tx.now,
    ],
  );
  for (const { resourceId, spans } of occupations(slot, offer.items)) {
    for (const span of spans)
      await tx.sql(
        'insert into occupation (id, business_id, resource_id, session_id, from_at, to_at) values (?, ?, ?, ?, ?, ?)',
        [newId(), tx.businessId, resourceId, id, new Date(span.from), new Date(span.to)],
      );
  }
  return id;
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
