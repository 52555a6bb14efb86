import { BusinessError } from '#domain/errors.ts';
import type { DeliveryChoice } from '#domain/orders/delivery.ts';
import { orderProcessId, paymentProcessId } from '#domain/processes.ts';
import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import { wallClockInstant } from '#domain/time.ts';
import { Business } from '#persistence/entities/business.ts';
import { Order, OrderLine, Payment, type Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { newAttempt } from '#use-cases/payments/new-attempt.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';
import { moveOrderStock } from '#use-cases/stock/move-stock.ts';
import { orderFacts, ringOrders } from './order-facts.ts';
import { tellStaffOfNewOrder } from './order-messages.ts';

export type PlaceOrder = {
  contactId: string;
  botId: string;
  /** Made when the checkout begins; two confirms with one key are one order. */
  checkoutKey: string;
  name: string;
  phone: string;
  delivery: DeliveryChoice;
  comment: string | null;
};

type CartRow = {
  variant_id: string;
  quantity: number;
  seen_price_minor: number;
  price_minor: number;
  available: number;
  hidden: boolean;
  product_name: Localized;
  variant_name: Localized;
  vat_code: number;
};

/**
 * Turns a contact's cart into an order: prices it, holds the stock, sets the deadline, and writes what the
 * workflows start from, all in one transaction.
 * @throws BusinessError `checkout_used`, `cart_empty`, `price_changed`, `sold_out`, `delivery_slot_past`.
 */
export async function placeOrder(
  tx: Tx,
  input: PlaceOrder,
): Promise<{ orderId: string; number: number; totalMinor: number; deadlineAt: Date }> {
  // Most losers of a rush are told here, before any lock is taken.
  refuseShortLines(await readCart(tx, input.contactId));
  await tx.sql('select id from contact where business_id = ? and id = ? for no key update', [
    tx.businessId,
    input.contactId,
  ]);
  await refuseUsedCheckout(tx, input.checkoutKey);
  const cart = await readCart(tx, input.contactId);
  if (cart.length === 0) throw new BusinessError('cart_empty', {});
  refuseChangedPrices(cart);
  refuseShortLines(cart);

  const business = await tx.em.findOneOrFail(Business, tx.businessId);
  const settings = settingsOf(business);
  refusePastSlot(tx, input.delivery, business.timeZone);

  const orderId = newId();
  const short = await moveOrderStock(tx, {
    kind: 'hold',
    orderId,
    round: 'placed',
    lines: cart.map((line) => ({ variantId: line.variant_id, quantity: line.quantity })),
  });
  if (short.length > 0) {
    throw soldOut(cart.filter((line) => short.some((missing) => missing.variantId === line.variant_id)));
  }
  const [placedBefore] = await tx.sql('select 1 from "order" where business_id = ? and contact_id = ? limit 1', [
    tx.businessId,
    input.contactId,
  ]);
  const [numbered] = await tx.sql<{ order_number: number }>(
    'update business set order_number = order_number + 1 where id = ? returning order_number',
    [tx.businessId],
  );
  const order = newOrder(tx, input, {
    orderId,
    number: Number(numbered?.order_number),
    currency: business.currency,
    settings,
    cart,
  });
  // Rows carry plain ids, so the order must be there before what names it.
  await tx.em.flush();
  const payment = newPayment(tx, order, settings);
  const lines = cart.map((line, position) => newLine(tx, orderId, line, position));
  await tx.em.flush();
  await newAttempt(tx, { order, payment, lines, taxSystemCode: settings.taxSystemCode });
  await tx.sql('delete from cart_line where business_id = ? and contact_id = ?', [tx.businessId, input.contactId]);
  await wakeProcess(tx, {
    id: orderProcessId(orderId),
    type: 'checkout',
    subjectId: orderId,
    contactId: input.contactId,
  });
  await wakeProcess(tx, {
    id: paymentProcessId(payment.id),
    type: 'payment-timeout',
    subjectId: payment.id,
    contactId: input.contactId,
  });
  await tellStaffOfNewOrder(tx, order);
  tx.emit({
    type: 'order.placed',
    streamId: input.contactId,
    contactId: input.contactId,
    subjectId: orderId,
    data: orderFacts(order, lines, placedBefore === undefined),
  });
  ringOrders(tx);
  return { orderId, number: order.number, totalMinor: order.totalMinor, deadlineAt: payment.deadlineAt };
}

async function refuseUsedCheckout(tx: Tx, checkoutKey: string): Promise<void> {
  const [used] = await tx.sql<{ id: string; number: number }>(
    'select id, number from "order" where business_id = ? and checkout_key = ?',
    [tx.businessId, checkoutKey],
  );
  if (used) throw new BusinessError('checkout_used', { orderId: used.id, number: used.number });
}

async function readCart(tx: Tx, contactId: string): Promise<CartRow[]> {
  return tx.sql<CartRow>(
    `select l.variant_id, l.quantity, l.seen_price_minor, v.price_minor, v.on_hand - v.reserved as available,
       (v.hidden or p.hidden or c.hidden) as hidden, p.name as product_name, v.name as variant_name, p.vat_code
     from cart_line l
     join variant v on v.business_id = l.business_id and v.id = l.variant_id
     join product p on p.business_id = v.business_id and p.id = v.product_id
     join category c on c.business_id = p.business_id and c.id = p.category_id
     where l.business_id = ? and l.contact_id = ? order by l.added_at, l.variant_id`,
    [tx.businessId, contactId],
  );
}

function refuseChangedPrices(cart: readonly CartRow[]): void {
  const changed = cart.filter((line) => line.price_minor !== line.seen_price_minor);
  if (changed.length === 0) return;
  throw new BusinessError('price_changed', {
    lines: changed.map((line) => ({
      variantId: line.variant_id,
      name: line.product_name,
      variantName: line.variant_name,
      oldMinor: line.seen_price_minor,
      newMinor: line.price_minor,
    })),
  });
}

function refuseShortLines(cart: readonly CartRow[]): void {
  const short = cart.filter((line) => line.hidden || line.available < line.quantity);
  if (short.length > 0) throw soldOut(short);
}

function soldOut(lines: readonly CartRow[]): BusinessError {
  return new BusinessError('sold_out', {
    lines: lines.map((line) => ({
      variantId: line.variant_id,
      name: line.product_name,
      variantName: line.variant_name,
      wanted: line.quantity,
      left: line.hidden ? 0 : Math.max(0, Math.min(line.available, line.quantity - 1)),
    })),
  });
}

function refusePastSlot(tx: Tx, delivery: DeliveryChoice, zone: string): void {
  if (delivery.kind !== 'pickup') return;
  const end = wallClockInstant({ date: delivery.slot.date, hour: delivery.slot.toHour, zone });
  if (end <= tx.now) throw new BusinessError('delivery_slot_past', { ...delivery.slot });
}

function newOrder(
  tx: Tx,
  input: PlaceOrder,
  facts: { orderId: string; number: number; currency: string; settings: BusinessSettings; cart: readonly CartRow[] },
): Order {
  const itemsMinor = facts.cart.reduce((sum, line) => sum + line.price_minor * line.quantity, 0);
  const deliveryMinor = input.delivery.kind === 'courier' ? facts.settings.courierFeeMinor : 0;
  return tx.em.create(Order, {
    id: facts.orderId,
    businessId: tx.businessId,
    number: facts.number,
    contactId: input.contactId,
    botId: input.botId,
    checkoutKey: input.checkoutKey,
    state: 'new',
    stockState: 'held',
    currency: facts.currency,
    itemsMinor,
    deliveryMinor,
    totalMinor: itemsMinor + deliveryMinor,
    customerName: input.name,
    customerPhone: input.phone,
    deliveryKind: input.delivery.kind,
    deliveryAddress: input.delivery.kind === 'courier' ? input.delivery.address : null,
    deliverySlot: input.delivery.kind === 'pickup' ? input.delivery.slot : null,
    comment: input.comment,
    cancelReason: null,
    revision: 1,
    createdAt: tx.now,
    paidAt: null,
    shippedAt: null,
    deliveredAt: null,
    cancelledAt: null,
    completedAt: null,
  });
}

function newPayment(tx: Tx, order: Order, settings: BusinessSettings): Payment {
  return tx.em.create(Payment, {
    id: newId(),
    businessId: tx.businessId,
    orderId: order.id,
    state: 'awaiting',
    amountMinor: order.totalMinor,
    currency: order.currency,
    deadlineAt: new Date(tx.now.getTime() + settings.paymentDeadlineSeconds * 1000),
    paidAt: null,
    expiredAt: null,
    createdAt: tx.now,
  });
}

function newLine(tx: Tx, orderId: string, line: CartRow, position: number): OrderLine {
  return tx.em.create(OrderLine, {
    id: newId(),
    businessId: tx.businessId,
    orderId,
    variantId: line.variant_id,
    productName: line.product_name,
    variantName: line.variant_name,
    quantity: line.quantity,
    priceMinor: line.price_minor,
    vatCode: line.vat_code,
    position,
  });
}
