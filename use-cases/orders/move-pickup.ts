import { BusinessError } from '#domain/errors.ts';
import type { DeliverySlot } from '#domain/orders/delivery.ts';
import { wallClockInstant } from '#domain/time.ts';
import type { Tx } from '#persistence/with-business.ts';
import { lockOrder, orderFacts, ringOrders } from './order-facts.ts';

const FINAL: ReadonlySet<string> = new Set(['delivered', 'completed', 'cancelled']);

/**
 * Moves the time at which an order is picked up, earlier or later; what waits for it moves with it.
 * @throws BusinessError `order_not_found`, `order_changed`, `not_a_pickup`, `order_final`, `delivery_slot_past`, `forbidden`.
 */
export async function movePickup(
  tx: Tx,
  input: { orderId: string; slot: DeliverySlot; revision?: number | undefined },
): Promise<void> {
  if (tx.actor.kind === 'user' && tx.actor.role === 'master')
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
  const { order, lines } = await lockOrder(tx, input.orderId);
  if (input.revision !== undefined && input.revision !== order.revision)
    throw new BusinessError('order_changed', { revision: order.revision });
  if (order.deliveryKind !== 'pickup') throw new BusinessError('not_a_pickup', {});
  if (FINAL.has(order.state)) throw new BusinessError('order_final', { state: order.state });
  const [business] = await tx.sql<{ time_zone: string }>('select time_zone from business where id = ?', [
    tx.businessId,
  ]);
  const at = wallClockInstant({ date: input.slot.date, hour: input.slot.fromHour, zone: business?.time_zone ?? 'UTC' });
  if (at <= tx.now) throw new BusinessError('delivery_slot_past', { ...input.slot });
  order.deliverySlot = input.slot;
  order.revision += 1;
  tx.emit({
    type: 'order.pickup_moved',
    streamId: order.contactId,
    contactId: order.contactId,
    subjectId: order.id,
    data: { ...orderFacts(order, lines, false), pickupAt: at.toISOString() },
  });
  ringOrders(tx);
}
