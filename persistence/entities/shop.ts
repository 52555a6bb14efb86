import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { DeliverySlot } from '#domain/orders/delivery.ts';
import type { OrderState, PaymentState, StockState } from '#domain/orders/states.ts';

/** A name or a text of the catalogue, in the languages that clients read. */
export type Localized = { ru: string; en: string };

export const Photo = defineEntity({
  name: 'Photo',
  tableName: 'photo',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    content: p.blob(),
    mime: p.string(),
    createdAt: p.datetime(),
  },
});

export const PhotoFile = defineEntity({
  name: 'PhotoFile',
  tableName: 'photo_file',
  properties: {
    businessId: p.uuid().primary(),
    photoId: p.uuid().primary(),
    botId: p.uuid().primary(),
    fileId: p.string(),
  },
});

export const Category = defineEntity({
  name: 'Category',
  tableName: 'category',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    name: p.json().$type<Localized>(),
    position: p.integer(),
    hidden: p.boolean(),
  },
});
export type Category = InferEntity<typeof Category>;

export const Product = defineEntity({
  name: 'Product',
  tableName: 'product',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    categoryId: p.uuid(),
    name: p.json().$type<Localized>(),
    description: p.json().$type<Localized>(),
    photoId: p.uuid().nullable(),
    vatCode: p.integer(),
    hidden: p.boolean(),
    position: p.integer(),
    revision: p.integer(),
    createdAt: p.datetime(),
  },
});
export type Product = InferEntity<typeof Product>;

export const Variant = defineEntity({
  name: 'Variant',
  tableName: 'variant',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    productId: p.uuid(),
    name: p.json().$type<Localized>(),
    priceMinor: p.bigint('number'),
    onHand: p.integer(),
    reserved: p.integer(),
    hidden: p.boolean(),
    position: p.integer(),
  },
});
export type Variant = InferEntity<typeof Variant>;

export const StockEntry = defineEntity({
  name: 'StockEntry',
  tableName: 'stock_entry',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    variantId: p.uuid(),
    orderId: p.uuid().nullable(),
    kind: p.string().$type<'opening' | 'hold' | 'release' | 'sale' | 'return' | 'adjust'>(),
    onHandChange: p.integer(),
    reservedChange: p.integer(),
    onHandAfter: p.integer(),
    reservedAfter: p.integer(),
    reason: p.string().nullable(),
    actor: p.string(),
    entryKey: p.string(),
    createdAt: p.datetime(),
  },
});
export type StockEntry = InferEntity<typeof StockEntry>;

export const CartLine = defineEntity({
  name: 'CartLine',
  tableName: 'cart_line',
  properties: {
    businessId: p.uuid().primary(),
    contactId: p.uuid().primary(),
    variantId: p.uuid().primary(),
    quantity: p.integer(),
    seenPriceMinor: p.bigint('number'),
    addedAt: p.datetime(),
  },
});
export type CartLine = InferEntity<typeof CartLine>;

export const Order = defineEntity({
  name: 'Order',
  tableName: 'order',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    number: p.bigint('number'),
    contactId: p.uuid(),
    botId: p.uuid().nullable(),
    checkoutKey: p.string(),
    state: p.string().$type<OrderState>(),
    stockState: p.string().$type<StockState>(),
    currency: p.string(),
    itemsMinor: p.bigint('number'),
    deliveryMinor: p.bigint('number'),
    totalMinor: p.bigint('number'),
    customerName: p.string(),
    customerPhone: p.string(),
    deliveryKind: p.string().$type<'pickup' | 'courier'>(),
    deliveryAddress: p.string().nullable(),
    deliverySlot: p.json().$type<DeliverySlot>().nullable(),
    comment: p.string().nullable(),
    cancelReason: p.string().nullable(),
    revision: p.integer(),
    createdAt: p.datetime(),
    paidAt: p.datetime().nullable(),
    shippedAt: p.datetime().nullable(),
    deliveredAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
    completedAt: p.datetime().nullable(),
  },
});
export type Order = InferEntity<typeof Order>;

export const OrderLine = defineEntity({
  name: 'OrderLine',
  tableName: 'order_line',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    orderId: p.uuid(),
    variantId: p.uuid(),
    productName: p.json().$type<Localized>(),
    variantName: p.json().$type<Localized>(),
    quantity: p.integer(),
    priceMinor: p.bigint('number'),
    vatCode: p.integer(),
    position: p.integer(),
  },
});
export type OrderLine = InferEntity<typeof OrderLine>;

export const Payment = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    orderId: p.uuid(),
    state: p.string().$type<PaymentState>(),
    amountMinor: p.bigint('number'),
    currency: p.string(),
    deadlineAt: p.datetime(),
    paidAt: p.datetime().nullable(),
    expiredAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export type Payment = InferEntity<typeof Payment>;

export const PaymentAttempt = defineEntity({
  name: 'PaymentAttempt',
  tableName: 'payment_attempt',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    paymentId: p.uuid(),
    number: p.integer(),
    provider: p.string(),
    state: p.string().$type<'created' | 'pending' | 'succeeded' | 'canceled' | 'failed'>(),
    request: p.json(),
    providerPaymentId: p.string().nullable(),
    confirmationUrl: p.string().nullable(),
    cancelReason: p.string().nullable(),
    checkWantedAt: p.datetime().nullable(),
    checkedAt: p.datetime().nullable(),
    triedAt: p.datetime().nullable(),
    error: p.string().nullable(),
    shopId: p.string().nullable(),
    createdAt: p.datetime(),
    settledAt: p.datetime().nullable(),
  },
});
export type PaymentAttempt = InferEntity<typeof PaymentAttempt>;

export const Settlement = defineEntity({
  name: 'Settlement',
  tableName: 'settlement',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    paymentId: p.uuid(),
    attemptId: p.uuid().nullable(),
    source: p.string().$type<'provider' | 'hand'>(),
    decision: p.string().$type<'applied' | 'refund'>(),
    amountMinor: p.bigint('number'),
    reason: p.string(),
    actor: p.string(),
    createdAt: p.datetime(),
  },
});
export type Settlement = InferEntity<typeof Settlement>;

export const Refund = defineEntity({
  name: 'Refund',
  tableName: 'refund',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    paymentId: p.uuid(),
    settlementId: p.uuid(),
    amountMinor: p.bigint('number'),
    state: p.string().$type<'due' | 'succeeded' | 'by_hand' | 'failed'>(),
    providerRefundId: p.string().nullable(),
    error: p.string().nullable(),
    createdAt: p.datetime(),
    settledAt: p.datetime().nullable(),
  },
});
export type Refund = InferEntity<typeof Refund>;
