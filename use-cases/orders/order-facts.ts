import { BusinessError } from '#domain/errors.ts';
import type { OrderFacts } from '#domain/events.ts';
import { LockMode } from '@mikro-orm/core';
import { Order, OrderLine, Payment } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';

/** Order, payment and lines, the first two locked, in this order everywhere. @throws BusinessError `order_not_found`. */
export async function lockOrder(
  tx: Tx,
  orderId: string,
): Promise<{ order: Order; payment: Payment; lines: OrderLine[] }> {
  const found = await tx.em.findOne(Order, { id: orderId, businessId: tx.businessId });
  if (!found) throw new BusinessError('order_not_found', { orderId });
  // Lock order everywhere: contact, run, entities, streams.
  await tx.sql('select id from contact where business_id = ? and id = ? for no key update', [
    tx.businessId,
    found.contactId,
  ]);
  const order = await tx.em.findOneOrFail(
    Order,
    { id: orderId, businessId: tx.businessId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const payment = await tx.em.findOneOrFail(
    Payment,
    { orderId, businessId: tx.businessId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const lines = await tx.em.find(OrderLine, { orderId, businessId: tx.businessId }, { orderBy: { position: 'asc' } });
  return { order, payment, lines };
}

/** What events about an order carry. */
export function orderFacts(order: Order, lines: readonly { quantity: number }[], first: boolean): OrderFacts {
  return {
    orderId: order.id,
    number: order.number,
    totalMinor: order.totalMinor,
    currency: order.currency,
    pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
    first,
  };
}

/** Rings every page that shows orders. */
export function ringOrders(tx: Tx): void {
  tx.ring(`live:${tx.businessId}:orders`);
}
