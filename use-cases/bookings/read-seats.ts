import type { Slot } from '#domain/bookings/slot-facts.ts';
import type { Tx } from '#persistence/with-business.ts';
import { uuidArray } from './sql-values.ts';

/** Seats left at each of some free times of a group service, in their order; undefined for a service that is no group. */
export async function readSeats(
  tx: Tx,
  of: { serviceId: string; slots: readonly Slot[] },
): Promise<number[] | undefined> {
  const [service] = await tx.sql<{ capacity: number }>(
    'select capacity from service where business_id = ? and id = ? and capacity > 1',
    [tx.businessId, of.serviceId],
  );
  if (!service) return undefined;
  const ids = of.slots.flatMap(({ sessionId }) => (sessionId === null ? [] : [sessionId]));
  const sessions = await tx.sql<{ id: string; seats: number }>(
    'select id, capacity - taken as seats from group_session where business_id = ? and id = any(?::uuid[])',
    [tx.businessId, uuidArray(ids)],
  );
  const seats = new Map(sessions.map((session) => [session.id, session.seats]));
  return of.slots.map(({ sessionId }) => seats.get(sessionId ?? '') ?? service.capacity);
}
